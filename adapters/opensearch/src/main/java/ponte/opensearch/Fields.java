package ponte.opensearch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ponte.nlp.Language;

/**
 * The fields of the indexes; changing one is a new {@link #FORMAT}.
 *
 * <p>There are two kinds of documents in an index of talk: one a message, also for one that is
 * deleted or not there yet, and one a conversation in which somebody spoke, with all its words.
 */
final class Fields {

  /** What the indexes are laid out like. */
  static final String FORMAT = "1";

  /** The message's id. */
  static final String MESSAGE = "message";

  /** Its channel, always. */
  static final String HOME = "home";

  /** Its channel, unless it is deleted or not there yet; so are the following but the last four. */
  static final String CHANNEL = "channel";

  /** Its channel again, where it is flat and said by a person. */
  static final String FLAT = "flat";

  /** When it was posted, see {@link ponte.archive.EpochNanos}. */
  static final String AT = "at";

  /** The root of the thread it replies in. */
  static final String THREAD = "thread";

  /** The message that opens its conversation. */
  static final String CONVERSATION = "conversation";

  /** Who wrote it and who reacted to it. */
  static final String PEOPLE = "people";

  /** All that is kept of it, as JSON. */
  static final String KEPT = "kept";

  /** A conversation: the message that opens it. */
  static final String OPENING = "opening";

  /** A conversation's channel. */
  static final String WHERE = "where";

  /** When somebody last spoke in it, as {@link #AT}. */
  static final String LAST = "last";

  /** Who took part in a conversation, as JSON. */
  static final String PARTS = "parts";

  /** The number of the change of its channel that wrote a document. */
  static final String CHANGE = "change";

  private static final Map<String, Object> WORD = Map.of("type", "keyword", "doc_values", false);
  private static final Map<String, Object> NAME = Map.of("type", "keyword");
  private static final Map<String, Object> NUMBER = Map.of("type", "long");
  private static final Map<String, Object> MERELY_KEPT =
      Map.of("type", "keyword", "index", false, "doc_values", false);

  private Fields() {}

  /** A conversation's words in one language, as the analyser makes terms of them, each once. */
  static String words(Language language) {
    return "words-" + code(language);
  }

  /** How much oftener than once a term occurs, see {@link Repeats}. */
  static String repeats(Language language) {
    return "repeats-" + code(language);
  }

  /** How many words there are, as BM25 knows it. */
  static String length(Language language) {
    return "length-" + code(language);
  }

  /** The same words as they were written, see {@link ponte.nlp.Nlp#spellings}. */
  static String spellings(Language language) {
    return "spellings-" + code(language);
  }

  private static String code(Language language) {
    return language.locale().getLanguage().toLowerCase(Locale.ROOT);
  }

  /** The mapping of an index of talk. */
  static Map<String, Object> talk() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put(MESSAGE, NAME);
    fields.put(HOME, WORD);
    fields.put(CHANNEL, NAME);
    fields.put(FLAT, WORD);
    fields.put(AT, NUMBER);
    fields.put(THREAD, NAME);
    fields.put(CONVERSATION, WORD);
    fields.put(PEOPLE, WORD);
    fields.put(KEPT, MERELY_KEPT);
    fields.put(OPENING, NAME);
    fields.put(WHERE, NAME);
    fields.put(LAST, NUMBER);
    fields.put(PARTS, MERELY_KEPT);
    fields.put(CHANGE, NUMBER);
    for (var language : Language.values()) {
      fields.put(words(language), WORD);
      fields.put(repeats(language), WORD);
      fields.put(length(language), Map.of("type", "integer"));
      fields.put(spellings(language), NAME);
    }
    return Map.of(
        "dynamic",
        "strict",
        "_source",
        Map.of("excludes", List.of("words-*", "repeats-*", "spellings-*")),
        "properties",
        fields);
  }

  /** The mapping of the index of {@link Journal}. */
  static Map<String, Object> journal() {
    return Map.of(
        "dynamic",
        "strict",
        "properties",
        Map.of(
            Journal.CHANNEL, NAME,
            Journal.WORKSPACE, WORD,
            Journal.CHANGE, NUMBER,
            Journal.BATCH, MERELY_KEPT,
            Journal.PENDING, MERELY_KEPT));
  }
}
