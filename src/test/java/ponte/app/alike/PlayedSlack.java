package ponte.app.alike;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import ponte.nlp.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The Web API of Slack, as far as Ponte calls it. */
final class PlayedSlack implements Played.Script {

  private static final JsonMapper JSON = new JsonMapper();

  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Set<String>> doors = new ConcurrentHashMap<>();
  private final Posts posts;
  private final Office office;

  PlayedSlack(Office office, Posts posts) {
    this.office = office;
    this.posts = posts;
  }

  /** The conversation of Ponte with these, who are separated by commas. */
  private String door(String users) {
    var door = (users.contains(",") ? "G" : "D") + users.replace(",", "");
    doors.put(door, Set.of(users.split(",")));
    return door;
  }

  /** Whether a conversation is one of Ponte with a few, of whom this person is one. */
  boolean isOpenTo(String person, String conversation) {
    // Whoever wrote to Ponte is in that conversation, though Ponte never asked for it.
    return conversation.equals("D" + person)
        || doors.getOrDefault(conversation, Set.of()).contains(person);
  }

  @Override
  public boolean posts(Request request) {
    return method(request).equals("chat.postMessage");
  }

  private static String method(Request request) {
    return request.getUrl().replaceFirst(".*/api/", "").replaceFirst("\\?.*", "");
  }

  @Override
  public String answer(Request request) {
    var form = form(request.getBodyAsString());
    var answer =
        switch (method(request)) {
          case "auth.test" -> whoAmI();
          case "users.list" -> people();
          case "conversations.members" -> members();
          case "conversations.list", "users.conversations" -> channels();
          case "conversations.history", "conversations.replies" -> history(form);
          case "conversations.open" -> {
            var door = object();
            door.putObject("channel").put("id", door(form.getOrDefault("users", "")));
            yield door;
          }
          case "chat.postMessage" -> posted(form);
          case "chat.postEphemeral" -> posted(form);
          case "chat.update" -> updated(form);
          case "chat.delete" -> {
            posts.remove(form.getOrDefault("ts", ""));
            yield object();
          }
          default -> object();
        };
    return answer.toString();
  }

  private static ObjectNode object() {
    return JSON.createObjectNode().put("ok", true);
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&"))
        .map(field -> field.split("=", 2))
        .filter(field -> field.length == 2)
        .collect(
            Collectors.toMap(
                field -> field[0],
                field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                (_, later) -> later));
  }

  private ObjectNode posted(Map<String, String> form) {
    var ts = String.format(Locale.ROOT, "1772442691.%06d", count.incrementAndGet());
    var channel = form.getOrDefault("channel", "");
    if (form.containsKey("blocks")) {
      posts.add(
          new Posts.Post(channel, ts, form.get("thread_ts"), shown(form), JSON.valueToTree(form)));
    }
    return object().put("ts", ts).put("channel", channel);
  }

  private ObjectNode updated(Map<String, String> form) {
    var ts = form.getOrDefault("ts", "");
    var channel = form.getOrDefault("channel", "");
    posts.change(channel, ts, shown(form), JSON.valueToTree(form));
    return object().put("ts", ts).put("channel", channel);
  }

  private Shown shown(Map<String, String> form) {
    return Shown.inSlack(JSON.readTree(form.getOrDefault("blocks", "[]")), office);
  }

  /** Of what was said only what Ponte posted itself, by which it finds what it may have posted. */
  private ObjectNode history(Map<String, String> form) {
    var history = object().put("has_more", false);
    var messages = history.putArray("messages");
    for (var post :
        posts.standing(each -> each.conversation().equals(form.getOrDefault("channel", "")))) {
      var message =
          messages
              .addObject()
              .put("type", "message")
              .put("user", "U0")
              .put("bot_id", "B0")
              .put("ts", post.id());
      var metadata = metadata(post.raw());
      if (!metadata.isMissingNode()) {
        message.set("metadata", metadata);
      }
    }
    return history;
  }

  private static JsonNode metadata(JsonNode form) {
    var metadata = form.path("metadata");
    return metadata.isString() ? JSON.readTree(metadata.stringValue()) : metadata;
  }

  private ObjectNode whoAmI() {
    return object()
        .put("url", "https://acme.slack.com/")
        .put("team", "Acme")
        .put("team_id", office.workspace().value())
        .put("user_id", "U0")
        .put("bot_id", "B0");
  }

  private ObjectNode people() {
    var people = object();
    for (var person : office.people()) {
      people
          .withArray("members")
          .addObject()
          .put("id", person.id().value())
          .put("team_id", office.workspace().value())
          .put("name", person.handle())
          .put("tz", "Europe/Rome")
          .put("locale", person.language() == Language.ITALIAN ? "it-IT" : "en-US")
          .putObject("profile")
          .put("real_name", person.name())
          .put("display_name", person.name())
          .put("email", person.email());
    }
    return people;
  }

  private ObjectNode members() {
    var ids = object();
    ids.putArray("members").add("U0");
    office.people().forEach(person -> ids.withArray("members").add(person.id().value()));
    return ids;
  }

  private ObjectNode channels() {
    var channels = object();
    channels
        .putArray("channels")
        .addObject()
        .put("id", office.channel().value())
        .put("name", "payments")
        .put("is_channel", true)
        .put("is_private", false)
        .put("is_ext_shared", false)
        .put("is_member", true);
    return channels;
  }
}
