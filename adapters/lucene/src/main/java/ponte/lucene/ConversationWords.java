package ponte.lucene;

import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import ponte.archive.Found.Part;
import ponte.archive.SpokenWords;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** Makes a conversation's document: the words of all its messages, each in its own language. */
final class ConversationWords {

  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setTokenized(true);
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    WORDS.freeze();
  }

  private final Nlp nlp;

  ConversationWords(Nlp nlp) {
    this.nlp = nlp;
  }

  /**
   * @param talk the messages of people, oldest first, at least one
   */
  Document document(MessageId opening, List<Message> talk) {
    var document = new Document();
    var name = new BytesRef(opening.toString());
    document.add(new StringField(Fields.OPENING, name, Store.NO));
    document.add(new BinaryDocValuesField(Fields.OPENING, name));
    document.add(
        new SortedDocValuesField(Fields.WHERE, new BytesRef(opening.channel().toString())));
    document.add(new BinaryDocValuesField(Fields.PARTS, Parts.write(Part.of(talk))));
    SpokenWords.of(talk, nlp).forEach((language, words) -> add(document, language, words));
    return document;
  }

  private void add(Document document, Language language, String words) {
    document.add(new Field(Fields.words(language), words, WORDS));
    for (var spelling : nlp.spellings(words, language)) {
      document.add(new StringField(Fields.spellings(language), spelling, Store.NO));
    }
  }
}
