package ponte.lucene;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** Makes a conversation's document: the words of all its messages, each in its own language. */
final class ConversationWords {

  /** Another one for every change that makes other documents of the same talk. */
  static final String VERSION = "3";

  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setTokenized(true);
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    WORDS.freeze();
  }

  /** So many lines around a line tell its language where it does not tell itself. */
  private static final int CONTEXT = 5;

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
    words(talk).forEach((language, words) -> add(document, language, words.toString()));
    return document;
  }

  private void add(Document document, Language language, String words) {
    document.add(new Field(Fields.words(language), words, WORDS));
    for (var spelling : nlp.spellings(words, language)) {
      document.add(new StringField(Fields.spellings(language), spelling, Store.NO));
    }
  }

  private Map<Language, StringBuilder> words(List<Message> talk) {
    var lines = new ArrayList<String>(talk.size());
    for (var message : talk) {
      var line = message.text().searchable();
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    var words = new EnumMap<Language, StringBuilder>(Language.class);
    for (var i = 0; i < lines.size(); i++) {
      var language = nlp.language(lines.get(i), around(lines, i), Language.ENGLISH);
      words.computeIfAbsent(language, _ -> new StringBuilder()).append(lines.get(i)).append('\n');
    }
    return words;
  }

  /** The lines before this one or, at the start, also those that follow. */
  private static List<String> around(List<String> lines, int index) {
    var context = new ArrayList<String>(CONTEXT);
    var from = Math.max(0, index - CONTEXT);
    for (var i = from; i < lines.size() && context.size() < CONTEXT; i++) {
      if (i != index) {
        context.add(lines.get(i));
      }
    }
    return context;
  }
}
