package ponte.slack.live;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.slack.Fields;
import ponte.slack.Ts;
import ponte.slack.installation.Installation;
import tools.jackson.databind.JsonNode;

/**
 * An event in the envelope that Slack sends it in,
 * <https://docs.slack.dev/apis/events-api#callback-field>.
 *
 * @param json the envelope
 */
record Incoming(Installation installation, JsonNode json) {

  JsonNode event() {
    return json.path("event");
  }

  String type() {
    return Fields.text(event(), "type");
  }

  WorkspaceId workspace() {
    return installation.workspace();
  }

  /** What makes it the same event when it is delivered again. */
  EventId id() {
    return new EventId(ReplyRoutes.SLACK + Fields.text(json, "event_id"));
  }

  /** When it happened: to the microsecond where Slack says so, else to the second. */
  Instant at() {
    return Fields.ts(event(), "event_ts")
        .or(() -> Fields.ts(event(), "ts"))
        .map(Ts::instant)
        .orElseGet(() -> Instant.ofEpochSecond(json.path("event_time").longValue(0)));
  }

  /** The channel in a field of the event; empty where there is none or it is a direct message. */
  Optional<ChannelId> channel(JsonNode object, String field) {
    return Optional.ofNullable(Fields.id(object, field))
        .filter(id -> !isDirect(id))
        .map(id -> new ChannelId(workspace(), id));
  }

  /**
   * "DMs have ids that begin with D":
   * <https://docs.slack.dev/apis/web-api/using-the-conversations-api>.
   */
  static boolean isDirect(String channel) {
    return channel.startsWith("D");
  }

  Optional<PersonId> person(JsonNode object, String field) {
    return Optional.ofNullable(Fields.id(object, field)).map(id -> new PersonId(workspace(), id));
  }

  boolean isFromBot() {
    return installation.bot().value().equals(Fields.id(event(), "user"));
  }

  /** Whether the event's channel is shared with another organisation; null: it does not say. */
  @Nullable Boolean isShared() {
    var shared = json.path("is_ext_shared_channel");
    return shared.isBoolean() ? shared.booleanValue() : null;
  }

  /** The thread that a message stands in; null where it stands in the channel itself. */
  static @Nullable MessageId thread(ChannelId channel, JsonNode message) {
    var root = Fields.ts(message, "thread_ts").map(Ts::value).orElse("");
    return root.isEmpty() || root.equals(Fields.text(message, "ts"))
        ? null
        : new MessageId(channel, root);
  }

  /** A place that says nothing of the language: what the directory knows will hold. */
  static Event.Place place(@Nullable ChannelId channel, @Nullable MessageId thread) {
    return new Event.Place(channel, thread, null);
  }
}
