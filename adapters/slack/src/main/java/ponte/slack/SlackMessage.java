package ponte.slack;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A message as Slack writes it, in exports and events alike.
 *
 * @param json its fields, all or those of {@link #OUTLINE}
 */
public record SlackMessage(JsonNode json) {

  /** What a message is to Ponte. */
  public enum Nature {
    /** A person's or a program's words. */
    WORDS,
    /** Slack itself tells what happened. */
    NOTICE,
    /** Another message was changed. */
    CHANGE,
    /** Another message was deleted. */
    DELETION,
    /** Nothing that anybody sees. */
    NOTHING
  }

  /** Fields that tell what a message is, when it was and whose, without what it says. */
  static final Set<String> OUTLINE =
      Set.of(
          "type",
          "subtype",
          "ts",
          "user",
          "bot_id",
          "username",
          "bot_profile",
          "user_profile",
          "client_msg_id",
          "hidden",
          "is_ephemeral",
          "team",
          "comment",
          "message",
          "edited",
          "deleted_ts");

  /** {@link #OUTLINE} and what the message says. */
  static final Set<String> EVERYTHING =
      Stream.concat(
              OUTLINE.stream(),
              Stream.of("text", "thread_ts", "blocks", "attachments", "files", "file", "reactions"))
          .collect(Collectors.toUnmodifiableSet());

  /** Subtypes of people's and programs' words. */
  private static final Set<String> WORDS =
      Set.of(
          "",
          "bot_message",
          "file_comment",
          "file_mention",
          "file_share",
          "me_message",
          "slackbot_response",
          "thread_broadcast");

  /** Subtypes that repeat what stands elsewhere, or stand for what is no more. */
  private static final Set<String> NOTHING = Set.of("tombstone", "message_replied");

  public Optional<Ts> ts() {
    return Fields.ts(json, "ts");
  }

  /** When it was last edited; empty where it never was. */
  public Optional<Ts> editedAt() {
    return Fields.ts(json.path("edited"), "ts");
  }

  /** The message that a change tells of, as it is now. */
  public SlackMessage changed() {
    return new SlackMessage(json.path("message"));
  }

  public String subtype() {
    return Fields.text(json, "subtype");
  }

  public Nature nature() {
    var subtype = subtype();
    var type = Fields.text(json, "type");
    if (!type.isEmpty() && !type.equals("message") || NOTHING.contains(subtype)) {
      return Nature.NOTHING;
    }
    if (subtype.equals("message_changed")) {
      return Nature.CHANGE;
    }
    if (subtype.equals("message_deleted")) {
      return Nature.DELETION;
    }
    if (Fields.isTrue(json, "hidden") || Fields.isTrue(json, "is_ephemeral")) {
      return Nature.NOTHING;
    }
    // What a client sent has been typed by somebody, whatever Slack will call it one day.
    return WORDS.contains(subtype) || json.path("client_msg_id").isString()
        ? Nature.WORDS
        : Nature.NOTICE;
  }

  /** Whether a program wrote it. */
  public boolean isFromProgram() {
    return subtype().equals("bot_message")
        || Fields.id(json, "bot_id") != null
        || json.path("bot_profile").isObject();
  }

  /**
   * The id of whoever wrote it; Slack itself where it does not say.
   *
   * @param accounts the accounts of programs by their {@code bot_id}
   */
  public String author(Map<String, String> accounts) {
    var user = Fields.id(json, "user");
    if (user == null) {
      user = Fields.id(json.path("comment"), "user");
    }
    if (user != null) {
      return user;
    }
    var program = Fields.id(json, "bot_id");
    if (program != null) {
      var account = Fields.id(json.path("bot_profile"), "user_id");
      return accounts.getOrDefault(program, account == null ? program : account);
    }
    var name = Fields.firstText(json, "username").strip();
    return name.isEmpty() ? People.SLACKBOT : "name:" + plain(name);
  }

  /** A name that can be an id: programs of old exports have no other. */
  private static String plain(String name) {
    var plain = name.replaceAll("[^A-Za-z0-9._-]+", "-");
    return plain.substring(0, Math.min(plain.length(), 80));
  }
}
