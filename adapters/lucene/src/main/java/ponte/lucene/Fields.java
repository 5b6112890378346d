package ponte.lucene;

import java.time.Instant;
import java.util.Locale;
import org.apache.lucene.index.Term;
import ponte.archive.EpochNanos;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;

/**
 * The fields of the index; changing one is a new {@link #FORMAT}.
 *
 * <p>There are two kinds of documents: one a message, also for one that is deleted or not there
 * yet, and one a conversation in which somebody spoke, with all its words.
 */
final class Fields {

  /** What the index is laid out like. */
  static final String FORMAT = "1";

  /** The message's id: a term to find it by, a value to sort by. */
  static final String MESSAGE = "message";

  /** Its channel, unless it is deleted or not there yet; so are the other fields but one. */
  static final String CHANNEL = "channel";

  /** Its channel again, where it is flat and said by a person. */
  static final String FLAT = "flat";

  /** When it was posted, see {@link #time}. */
  static final String AT = "at";

  /** The root of the thread it replies in. */
  static final String THREAD = "thread";

  /** The message that opens its conversation. */
  static final String CONVERSATION = "conversation";

  /** All that is kept of it, as JSON. */
  static final String KEPT = "kept";

  /** A conversation: the message that opens it, a term and a value. */
  static final String OPENING = "opening";

  /** A conversation's channel. */
  static final String WHERE = "where";

  /** Who took part in a conversation, see {@link Parts}. */
  static final String PARTS = "parts";

  private Fields() {}

  /** A conversation's words in one language, as the analyser makes terms of them. */
  static String words(Language language) {
    return "words-" + code(language);
  }

  /** The same words as they were written, see {@link ponte.nlp.Nlp#spellings}. */
  static String spellings(Language language) {
    return "spellings-" + code(language);
  }

  private static String code(Language language) {
    return language.locale().getLanguage().toLowerCase(Locale.ROOT);
  }

  /** How the ids of a workspace's messages begin, in one of the fields that hold them. */
  static Term of(String field, WorkspaceId workspace) {
    return new Term(field, workspace.value() + "/");
  }

  /** See {@link EpochNanos}. */
  static long time(Instant instant) {
    return EpochNanos.of(instant);
  }

  static Instant instant(long time) {
    return EpochNanos.instant(time);
  }
}
