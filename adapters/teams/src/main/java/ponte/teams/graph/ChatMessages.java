package ponte.teams.graph;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.Message.Reaction;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.teams.Conversations;
import ponte.teams.ObjectIds;
import ponte.teams.html.Html;
import ponte.teams.html.Mention;
import ponte.teams.html.PlainText;
import ponte.teams.html.Reactions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Translates messages of channels as Graph gives them into the events that activities would have
 * told, with the same names, so that what is read twice is one message:
 * <https://learn.microsoft.com/graph/api/resources/chatmessage>.
 */
public final class ChatMessages {

  private static final JsonMapper JSON = new JsonMapper();

  private final Directory directory;

  public ChatMessages(Directory directory) {
    this.directory = directory;
  }

  /** What a message says that happened; empty where it is nothing to anybody. */
  public Optional<Event.Talk> event(ChannelId channel, JsonNode message) {
    var id = text(message, "id");
    var at = at(id, message);
    if (!isId(id) || at.isEmpty() || !text(message, "messageType").equals("message")) {
      return Optional.empty();
    }
    var name = new MessageId(channel, id);
    var deleted = deleted(message);
    if (deleted.isPresent()) {
      return Optional.of(new Event.Talk.Deleted(eventId(name, deleted.get()), name, deleted.get()));
    }
    return author(channel.workspace(), message.path("from"))
        .map(author -> message(name, author, at.get(), message))
        .map(content -> new Event.Talk.Posted(eventId(name, content.version()), content));
  }

  /** When a message was said, changed or reacted to last; empty where it does not say. */
  public static Optional<Instant> changed(JsonNode message) {
    return time(message, "lastModifiedDateTime").or(() -> time(message, "createdDateTime"));
  }

  private Message message(MessageId id, PersonId author, Instant at, JsonNode json) {
    return new Message(
        id,
        author,
        isProgram(author) ? Message.Kind.BOT : Message.Kind.TALK,
        at,
        thread(id, text(json, "replyToId")),
        wording(id.channel(), json),
        files(json),
        reactions(id.channel().workspace(), json.path("reactions")),
        version(at, json));
  }

  /**
   * Since when a message is as it is. That one is there again which was deleted tells only the time
   * of its last change, which that of a reaction is, too.
   */
  private static Instant version(Instant at, JsonNode json) {
    var edited = time(json, "lastEditedDateTime").filter(time -> time.isAfter(at)).orElse(at);
    var reacted =
        json.path("reactions").values().stream()
            .flatMap(reaction -> time(reaction, "createdDateTime").stream())
            .max(Comparator.naturalOrder())
            .orElse(edited);
    return changed(json)
        .filter(time -> time.isAfter(edited) && time.isAfter(reacted))
        .orElse(edited);
  }

  /** What data loss prevention blocked is there for nobody. */
  private static Optional<Instant> deleted(JsonNode message) {
    return time(message, "deletedDateTime")
        .or(
            () ->
                text(message.path("policyViolation"), "dlpAction").contains("blockAccess")
                    ? time(message, "lastModifiedDateTime")
                    : Optional.empty());
  }

  /** A channel's message is named by the millisecond in which it was posted. */
  private static Optional<Instant> at(String id, JsonNode message) {
    return id.matches("\\d{12,14}")
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(id)))
        : time(message, "createdDateTime");
  }

  private static EventId eventId(MessageId message, Instant version) {
    return new EventId(Conversations.TEAMS + message + ":" + version);
  }

  private static @Nullable MessageId thread(MessageId self, String root) {
    return !isId(root) || root.equals(self.value()) ? null : new MessageId(self.channel(), root);
  }

  /** A program is called as the connector calls it. */
  private static Optional<PersonId> author(WorkspaceId tenant, JsonNode identities) {
    var user = text(identities.path("user"), "id");
    var program = text(identities.path("application"), "id");
    if (isId(user)) {
      return Optional.of(ObjectIds.person(tenant, user));
    }
    return isId(program)
        ? Optional.of(ObjectIds.person(tenant, "28:" + program))
        : Optional.empty();
  }

  private static boolean isProgram(PersonId author) {
    return author.value().startsWith("28:");
  }

  private RichText wording(ChannelId channel, JsonNode message) {
    var body = message.path("body");
    var content = text(body, "content");
    var mentions = mentions(channel.workspace(), message.path("mentions"));
    var text =
        text(body, "contentType").equals("html")
            ? Html.read(content, mentions, attachments(message))
            : PlainText.read(content, mentions);
    var subject = text(message, "subject").strip();
    return subject.isEmpty() ? text : under(subject, text);
  }

  private static RichText under(String subject, RichText text) {
    var spans = new ArrayList<Span>();
    spans.add(new Span.Styled(Style.BOLD, List.of(new Span.Plain(subject))));
    if (!text.isEmpty()) {
      spans.add(new Span.Plain("\n"));
      spans.addAll(text.spans());
    }
    return new RichText(spans);
  }

  private List<Mention> mentions(WorkspaceId tenant, JsonNode json) {
    var mentions = new ArrayList<Mention>();
    for (var mention : json.values()) {
      var name = text(mention, "mentionText");
      mentions.add(
          new Mention(
              String.valueOf(mention.path("id").intValue(-1)),
              name,
              mentioned(tenant, mention.path("mentioned"), name)));
    }
    return mentions;
  }

  /** A person, a program, a channel, or several people at once: a team, a tag of it. */
  private Span mentioned(WorkspaceId tenant, JsonNode mentioned, String name) {
    var conversation = mentioned.path("conversation");
    var id = text(conversation, "id");
    if (text(conversation, "conversationIdentityType").equals("channel") && isId(id)) {
      var channel = Conversations.channel(tenant, id);
      return new Span.ChannelLink(
          channel, directory.channel(channel).map(Channel::name).orElse(name));
    }
    return author(tenant, mentioned)
        .<Span>map(Span.Mention::new)
        .orElseGet(() -> new Span.Broadcast(name));
  }

  /** What stands in the text where an attachment does. */
  private static Map<String, Span> attachments(JsonNode message) {
    var spans = new HashMap<String, Span>();
    for (var attachment : message.path("attachments").values()) {
      var content = json(text(attachment, "content"));
      attached(text(attachment, "contentType"), content)
          .ifPresent(span -> spans.put(text(attachment, "id"), span));
    }
    return spans;
  }

  /**
   * Another message, quoted, or a piece of code by its name: the code itself is not in the message.
   */
  private static Optional<Span> attached(String type, JsonNode content) {
    return switch (type) {
      case "messageReference" ->
          quoted(List.of(new Span.Plain(text(content, "messagePreview").strip())));
      case "forwardedMessageReference" ->
          quoted(
              Html.read(text(content, "originalMessageContent").strip(), List.of(), Map.of())
                  .spans());
      case "application/vnd.microsoft.card.codesnippet" ->
          Optional.of(text(content, "name").strip())
              .filter(name -> !name.isEmpty())
              .map(Span.Code::new);
      default -> Optional.empty();
    };
  }

  private static Optional<Span> quoted(List<Span> spans) {
    return new RichText(spans).searchable().isBlank()
        ? Optional.empty()
        : Optional.of(new Span.Quote(spans));
  }

  /** Names of the files that were shared with a message. */
  private static List<String> files(JsonNode message) {
    return message.path("attachments").values().stream()
        .filter(attachment -> text(attachment, "contentType").equals("reference"))
        .map(attachment -> text(attachment, "name"))
        .filter(name -> !name.isBlank())
        .toList();
  }

  private static List<Reaction> reactions(WorkspaceId tenant, JsonNode json) {
    var people = new LinkedHashMap<String, Set<PersonId>>();
    for (var reaction : json.values()) {
      var user = text(reaction.path("user").path("user"), "id");
      if (isId(user)) {
        people
            .computeIfAbsent(
                Reactions.name(text(reaction, "reactionType")), _ -> new LinkedHashSet<>())
            .add(ObjectIds.person(tenant, user));
      }
    }
    return people.entrySet().stream()
        .map(reaction -> new Reaction(reaction.getKey(), reaction.getValue()))
        .toList();
  }

  private static JsonNode json(String content) {
    try {
      return JSON.readTree(content.isBlank() ? "{}" : content);
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }

  private static Optional<Instant> time(JsonNode json, String field) {
    try {
      return Optional.of(text(json, field)).filter(time -> !time.isEmpty()).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).stringValue("");
  }

  private static boolean isId(String id) {
    return !id.isBlank() && id.length() <= 500 && id.indexOf('/') < 0;
  }
}
