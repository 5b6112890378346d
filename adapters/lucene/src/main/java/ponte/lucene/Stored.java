package ponte.lucene;

import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import ponte.archive.Filed;
import ponte.archive.Kept;
import ponte.archive.Turn;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.store.Codec;

/**
 * A message's document.
 *
 * @param conversation null where there is no message to be seen
 */
record Stored(Kept kept, @Nullable MessageId conversation) {

  /** Nothing is stored of a message. */
  static final Stored NOTHING = new Stored(Kept.NOTHING, null);

  /** The stored fields that {@link #of} reads. */
  static final Set<String> FIELDS = Set.of(Fields.KEPT, Fields.CONVERSATION);

  static Stored of(Document document) {
    var conversation = document.get(Fields.CONVERSATION);
    return new Stored(
        Codec.read(document.get(Fields.KEPT), Kept.class),
        conversation == null ? null : MessageId.parse(conversation));
  }

  @Nullable Message message() {
    return kept.message().orElse(null);
  }

  @Nullable Filed filed() {
    var message = message();
    return message == null || conversation == null ? null : new Filed(message, conversation);
  }

  Document document(MessageId id) {
    var document = new Document();
    var name = new BytesRef(id.toString());
    document.add(new StringField(Fields.MESSAGE, name, Store.NO));
    document.add(new BinaryDocValuesField(Fields.MESSAGE, name));
    document.add(new StoredField(Fields.KEPT, Codec.write(kept)));
    var filed = filed();
    if (filed != null) {
      addPlace(document, filed);
    }
    return document;
  }

  private static void addPlace(Document document, Filed filed) {
    var message = filed.message();
    var channel = new BytesRef(message.channel().toString());
    document.add(new StringField(Fields.CHANNEL, channel, Store.NO));
    document.add(new SortedDocValuesField(Fields.CHANNEL, channel));
    document.add(new LongField(Fields.AT, Fields.time(message.at()), Store.NO));
    document.add(new StringField(Fields.CONVERSATION, filed.conversation().toString(), Store.YES));
    if (message.thread() != null) {
      document.add(new StringField(Fields.THREAD, message.thread().toString(), Store.NO));
    }
    if (Turn.isFlat(message)) {
      document.add(new StringField(Fields.FLAT, channel, Store.NO));
    }
  }
}
