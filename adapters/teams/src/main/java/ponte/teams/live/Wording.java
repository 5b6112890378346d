package ponte.teams.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ponte.conversation.Channel;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.teams.Conversations;
import ponte.teams.ObjectIds;
import ponte.teams.html.Html;
import ponte.teams.html.Mention;
import ponte.teams.html.PlainText;
import ponte.teams.reference.References;
import tools.jackson.databind.JsonNode;

/** What a message says: its HTML where it came with one, else its plain text. */
final class Wording {

  private static final String HTML = "text/html";

  private final Directory directory;
  private final References references;

  Wording(Directory directory, References references) {
    this.directory = directory;
    this.references = references;
  }

  RichText of(Incoming message) {
    var mentions = mentions(message);
    return message.attachments().stream()
        .filter(attachment -> HTML.equals(attachment.getContentType()))
        .map(Incoming::content)
        .map(content -> content.stringValue(""))
        .filter(html -> !html.isBlank())
        .findFirst()
        .map(html -> Html.read(html, mentions, Map.of()))
        .orElseGet(() -> PlainText.read(message.text(), mentions));
  }

  /** Names of the files that were shared with a message. */
  static List<String> files(Incoming message) {
    return message.attachments().stream()
        .filter(attachment -> !HTML.equals(attachment.getContentType()))
        .flatMap(attachment -> Optional.ofNullable(attachment.getName()).stream())
        .filter(name -> !name.isBlank())
        .toList();
  }

  /** Whether Ponte itself is spoken to. */
  static boolean mentionsBot(Incoming message) {
    return message.entities().stream()
        .filter(entity -> "mention".equals(entity.getType()))
        .map(Incoming::json)
        .anyMatch(
            mention ->
                message.bot().value().equals(mention.path("mentioned").path("id").stringValue("")));
  }

  /** The text counts mentions from 0, in the order in which they are told. */
  private List<Mention> mentions(Incoming message) {
    var mentions = new ArrayList<Mention>();
    for (var entity : message.entities()) {
      if ("mention".equals(entity.getType())) {
        var json = Incoming.json(entity);
        var mentioned = json.path("mentioned");
        var name = name(json);
        mentions.add(
            new Mention(String.valueOf(mentions.size()), name, span(message, mentioned, name)));
      }
    }
    return mentions;
  }

  private static String name(JsonNode mention) {
    var text = mention.path("text").stringValue("");
    return text.startsWith("<at>") && text.endsWith("</at>")
        ? text.substring("<at>".length(), text.length() - "</at>".length())
        : mention.path("mentioned").path("name").stringValue("");
  }

  /**
   * A person, a channel, or several people at once: a whole team, a tag of it, everybody in a chat.
   */
  private Span span(Incoming message, JsonNode mentioned, String name) {
    var id = mentioned.path("id").stringValue("");
    var object = mentioned.path("aadObjectId").stringValue("");
    var tenant = message.tenant();
    if (Incoming.isId(object)) {
      return new Span.Mention(ObjectIds.person(tenant, object));
    }
    if (id.startsWith("28:") && Incoming.isId(id)) {
      return new Span.Mention(ObjectIds.person(tenant, id));
    }
    if (id.startsWith("29:") && Incoming.isId(id)) {
      return new Span.Mention(
          references.person(tenant, id).orElseGet(() -> ObjectIds.person(tenant, id)));
    }
    var isTeam = message.team().filter(team -> team.id().equals(id)).isPresent();
    if (id.startsWith("19:") && Incoming.isId(id) && !isTeam) {
      var channel = Conversations.channel(tenant, id);
      return new Span.ChannelLink(
          channel, directory.channel(channel).map(Channel::name).orElse(name));
    }
    return new Span.Broadcast(name);
  }
}
