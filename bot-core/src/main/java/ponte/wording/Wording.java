package ponte.wording;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ponte.archive.Sought;

/**
 * A topic in the words of those who talk about it.
 *
 * @param typed as the person typed it
 * @param topic the same with its misspelt words corrected
 * @param subject the topic without what is only said to ask
 * @param gist the sentences of the subject that tell what it is about; of one sentence all of it
 * @param corrections in order of the words
 * @param standIns what people say for words of the topic
 */
public record Wording(
    String typed,
    String topic,
    String subject,
    String gist,
    List<Correction> corrections,
    List<Sought.StandIn> standIns) {

  /** A word that nobody uses, and the one that was taken to be meant. */
  public record Correction(String typed, String meant) {}

  public Wording {
    corrections = List.copyOf(corrections);
    standIns = List.copyOf(standIns);
  }

  /** A topic in its own words only. */
  public static Wording asTyped(String topic) {
    return new Wording(topic, topic, topic, topic, List.of(), List.of());
  }

  /** Whether nothing of it is beside the point. */
  public boolean isAllGist() {
    return gist.equals(subject);
  }

  /** The same without a gist. */
  public Wording whole() {
    return new Wording(typed, topic, subject, subject, corrections, standIns);
  }

  public Sought sought() {
    return new Sought(subject, gist, standIns);
  }

  private static final String OPENING = "\"“«„";
  private static final String CLOSING = "\"”»“";

  /** The same topic so that it is taken to the letter: in quotes. */
  public static String toTheLetter(String topic) {
    return "\"" + topic + "\"";
  }

  /** What stands in the quotes of a topic that is to be taken to the letter; null: it is not. */
  static @Nullable String quoted(String topic) {
    var bare = topic.strip();
    return bare.length() > 2
            && OPENING.indexOf(bare.charAt(0)) >= 0
            && CLOSING.indexOf(bare.charAt(bare.length() - 1)) >= 0
        ? bare.substring(1, bare.length() - 1).strip()
        : null;
  }

  /** A topic without the quotes that ask to take it to the letter. */
  public static String unquoted(String topic) {
    return Objects.requireNonNullElse(quoted(topic), topic);
  }
}
