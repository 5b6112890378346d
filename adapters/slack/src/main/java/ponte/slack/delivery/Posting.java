package ponte.slack.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.platform.Delivery;
import ponte.platform.DeliveryNotes;
import ponte.platform.Turn;
import ponte.platform.TurnLostException;
import ponte.slack.Ts;
import ponte.slack.api.Method;
import ponte.slack.api.Remedies;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;
import ponte.slack.blockkit.Drawn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Posts messages, each once.
 *
 * <p>That it is tried is noted before, that it is there after. Where the second note is missing, a
 * process died in between or Slack's answer was lost: then the channel is searched for the message,
 * which carries the delivery's key in its metadata, before it is posted again. Where the channel
 * cannot be read, and for what only one person sees, which nobody can look up, it is posted again:
 * twice is better than never for somebody who waits. Slack documents nothing by which it would see
 * itself that a message comes twice: <https://docs.slack.dev/reference/methods/chat.postMessage>.
 *
 * <p>Of two replicas that both believe that it is theirs to post, the notes let one begin.
 */
final class Posting {

  private static final Logger log = LoggerFactory.getLogger(Posting.class);

  private static final String METADATA = "ponte_delivery";

  /** Slack's clock and ours need not agree. */
  private static final Duration CLOCKS = Duration.ofMinutes(2);

  private static final int PAGE = 100;

  /** What Slack says of a message that is no more there. */
  private static final String GONE = "message_not_found";

  private final SlackApi api;
  private final DeliveryNotes notes;

  Posting(SlackApi api, DeliveryNotes notes) {
    this.api = api;
    this.notes = notes;
  }

  /** Posts a message for all who are in a conversation. */
  Delivery post(
      ChannelId channel, @Nullable String thread, Drawn drawn, String delivery, Turn turn) {
    var workspace = channel.workspace();
    var kept = notes.find(workspace, delivery);
    if (kept.isPresent()) {
      if (kept.get().note().posted()) {
        return new Delivery.Delivered();
      }
      switch (posted(channel, thread, kept.get().note(), delivery)) {
        case Looked.Found(var ts) -> {
          notes.posted(workspace, delivery, ts);
          return new Delivery.Delivered();
        }
        case Looked.NotThere _ -> {}
        case Looked.Wait(var later) -> {
          return outcome(later);
        }
      }
    }
    var arguments = arguments(channel, drawn);
    if (thread != null) {
      arguments.put("thread_ts", thread);
    }
    arguments.put("metadata", metadata(delivery));
    return once(
        channel, delivery, kept.map(DeliveryNotes.Kept::version).orElse(0L), arguments, turn);
  }

  /** The message that was posted; empty where it is not known to be there. */
  Optional<MessageId> posted(ChannelId channel, String delivery) {
    return notes
        .find(channel.workspace(), delivery)
        .map(kept -> kept.note().message())
        .map(ts -> new MessageId(channel, ts));
  }

  /** Whether it is known which message it became. */
  boolean isKnown(WorkspaceId workspace, String delivery) {
    return notes.find(workspace, delivery).map(kept -> kept.note().message()).isPresent();
  }

  boolean isPosted(ChannelId channel, String delivery) {
    return notes.isPosted(channel.workspace(), delivery);
  }

  /**
   * Puts something else in the place of what was posted; its metadata stays what it was:
   * <https://docs.slack.dev/reference/methods/chat.update>.
   */
  Delivery change(ChannelId channel, Drawn drawn, String delivery, Turn turn) {
    return whereItIs(
        channel,
        delivery,
        ts ->
            api.call(
                channel.workspace(),
                Method.CHAT_UPDATE,
                Map.of(
                    "channel", channel.value(),
                    "ts", ts,
                    "text", drawn.text(),
                    "blocks", drawn.blocks()),
                turn));
  }

  /** Removes what was posted. */
  Delivery remove(ChannelId channel, String delivery, Turn turn) {
    return whereItIs(
        channel,
        delivery,
        ts ->
            api.call(
                channel.workspace(),
                Method.CHAT_DELETE,
                Map.of("channel", channel.value(), "ts", ts),
                turn));
  }

  /** What somebody has removed already needs nothing. */
  private Delivery whereItIs(
      ChannelId channel, String delivery, Function<String, SlackAnswer> doing) {
    var posted = posted(channel, delivery);
    if (posted.isEmpty()) {
      return new Delivery.Impossible("Slack did not say which message it is");
    }
    var answer = doing.apply(posted.get().value());
    return answer instanceof SlackAnswer.Refused(var error, _) && error.equals(GONE)
        ? new Delivery.Delivered()
        : outcome(answer);
  }

  private Delivery once(
      ChannelId channel, String delivery, long known, Map<String, ?> arguments, Turn turn) {
    var workspace = channel.workspace();
    if (!notes.begin(workspace, delivery, known)) {
      throw new TurnLostException(delivery + " is being posted by somebody else");
    }
    var begun = known + 1;
    var answer = api.call(workspace, Method.CHAT_POST_MESSAGE, arguments, turn);
    switch (answer) {
      case SlackAnswer.Done(var body) -> {
        var ts = ts(body);
        if (!notes.posted(workspace, delivery, begun, ts)) {
          takeBack(channel, ts, delivery);
        }
      }
      case SlackAnswer.Refused _, SlackAnswer.Later _ ->
          notes.notPosted(workspace, delivery, begun);
    }
    return outcome(answer);
  }

  /**
   * Who stood still between being told to post and posting, for so long that another looked, found
   * nothing and posted, takes their own message back. It stays where it was found.
   */
  private void takeBack(ChannelId channel, @Nullable String ts, String delivery) {
    var other = notes.find(channel.workspace(), delivery).map(DeliveryNotes.Kept::note);
    var isTheOne =
        other.map(DeliveryNotes.Note::message).filter(message -> message.equals(ts)).isPresent();
    if (ts != null && !isTheOne) {
      api.call(
          channel.workspace(), Method.CHAT_DELETE, Map.of("channel", channel.value(), "ts", ts));
      log.atWarn().addKeyValue("channel", channel).log("posted too late, taken back");
    }
  }

  static Map<String, Object> arguments(ChannelId channel, Drawn drawn) {
    var arguments = new HashMap<String, Object>();
    arguments.put("channel", channel.value());
    arguments.put("text", drawn.text());
    arguments.put("blocks", drawn.blocks());
    arguments.put("unfurl_links", false);
    arguments.put("unfurl_media", false);
    return arguments;
  }

  static Delivery outcome(SlackAnswer answer) {
    return switch (answer) {
      case SlackAnswer.Done _ -> new Delivery.Delivered();
      case SlackAnswer.Later(var notBefore) -> new Delivery.Later(notBefore, "slack's rate limit");
      case SlackAnswer.Refused refused ->
          new Delivery.Impossible(Remedies.in(Language.ENGLISH).reason(refused));
    };
  }

  private static JsonNode metadata(String delivery) {
    var metadata = JsonNodeFactory.instance.objectNode().put("event_type", METADATA);
    metadata.putObject("event_payload").put("key", DeliveryNotes.digest(delivery));
    return metadata;
  }

  private static @Nullable String ts(JsonNode body) {
    var ts = body.path("ts").stringValue("");
    return ts.isEmpty() ? null : ts;
  }

  /** What a look into the channel showed. */
  private sealed interface Looked {
    record Found(String ts) implements Looked {}

    record NotThere() implements Looked {}

    record Wait(SlackAnswer.Later later) implements Looked {}
  }

  private Looked posted(
      ChannelId channel, @Nullable String thread, DeliveryNotes.Note note, String delivery) {
    var cursor = "";
    do {
      var arguments = new HashMap<String, Object>();
      arguments.put("channel", channel.value());
      arguments.put("include_all_metadata", true);
      arguments.put("oldest", Ts.of(note.begun().minus(CLOCKS)).value());
      arguments.put("limit", PAGE);
      if (thread != null) {
        arguments.put("ts", thread);
      }
      if (!cursor.isEmpty()) {
        arguments.put("cursor", cursor);
      }
      var method = thread == null ? Method.CONVERSATIONS_HISTORY : Method.CONVERSATIONS_REPLIES;
      switch (api.call(channel.workspace(), method, arguments)) {
        case SlackAnswer.Done(var body) -> {
          var found = find(body.path("messages"), DeliveryNotes.digest(delivery));
          if (found.isPresent()) {
            return new Looked.Found(found.get());
          }
          cursor = body.path("response_metadata").path("next_cursor").stringValue("");
        }
        case SlackAnswer.Refused _ -> {
          return new Looked.NotThere();
        }
        case SlackAnswer.Later later -> {
          return new Looked.Wait(later);
        }
      }
    } while (!cursor.isEmpty());
    return new Looked.NotThere();
  }

  private static Optional<String> find(JsonNode messages, String key) {
    return messages.values().stream()
        .filter(message -> METADATA.equals(text(message.path("metadata"), "event_type")))
        .filter(message -> key.equals(text(message.path("metadata").path("event_payload"), "key")))
        .map(message -> text(message, "ts"))
        .findFirst();
  }

  private static String text(JsonNode object, String field) {
    return object.path(field).stringValue("");
  }
}
