package ponte.opensearch;

import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ponte.archive.EpochNanos;
import ponte.archive.Filed;
import ponte.archive.Kept;
import ponte.archive.Turn;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.store.Codec;
import tools.jackson.databind.JsonNode;

/**
 * A message's document.
 *
 * @param conversation null where there is no message to be seen
 */
record Stored(Kept kept, @Nullable MessageId conversation) {

  /** Nothing is stored of a message. */
  static final Stored NOTHING = new Stored(Kept.NOTHING, null);

  /** The fields that {@link #of} reads. */
  static final String[] FIELDS = {Fields.KEPT, Fields.CONVERSATION};

  static Stored of(JsonNode source) {
    var conversation = source.path(Fields.CONVERSATION);
    return new Stored(
        Codec.read(source.path(Fields.KEPT).asString(), Kept.class),
        conversation.isString() ? MessageId.parse(conversation.asString()) : null);
  }

  /** The message that a document is about. */
  static MessageId name(JsonNode source) {
    return MessageId.parse(source.path(Fields.MESSAGE).asString());
  }

  @Nullable Message message() {
    return kept.message().orElse(null);
  }

  @Nullable Filed filed() {
    var message = message();
    return message == null || conversation == null ? null : new Filed(message, conversation);
  }

  /** When it was said; where it is not there, when the last of it happened. */
  Instant moment() {
    var content = kept.content();
    if (content != null) {
      return content.at();
    }
    var last = kept.deleted() == null ? Instant.EPOCH : kept.deleted();
    for (var mark : kept.marks()) {
      last = mark.at().isAfter(last) ? mark.at() : last;
    }
    return last;
  }

  Map<String, Object> document(MessageId id, long change) {
    var document =
        Json.object(
            Fields.MESSAGE, id.toString(),
            Fields.HOME, id.channel().toString(),
            Fields.PEOPLE, people(),
            Fields.KEPT, Codec.write(kept),
            Fields.CHANGE, change);
    var filed = filed();
    if (filed != null) {
      addPlace(document, filed);
    }
    return document;
  }

  private TreeSet<String> people() {
    var people = new TreeSet<String>();
    if (kept.content() != null) {
      people.add(kept.content().author().toString());
    }
    kept.marks().stream()
        .filter(Kept.Mark::given)
        .forEach(mark -> people.add(mark.by().toString()));
    return people;
  }

  private static void addPlace(Map<String, Object> document, Filed filed) {
    var message = filed.message();
    document.put(Fields.CHANNEL, message.channel().toString());
    document.put(Fields.AT, EpochNanos.of(message.at()));
    document.put(Fields.CONVERSATION, filed.conversation().toString());
    if (message.thread() != null) {
      document.put(Fields.THREAD, message.thread().toString());
    }
    if (Turn.isFlat(message)) {
      document.put(Fields.FLAT, message.channel().toString());
    }
  }
}
