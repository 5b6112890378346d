package ponte.digest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ponte.conversation.MessageId;

/**
 * How surely a headline tells what its talk is about, by what the rest of its message and the talk
 * tell of it: as log-odds of a logistic model, without its constant.
 *
 * <p>The weights are those of 276 headlines that readers judged, rounded. The more of its message a
 * headline leaves out, the less it tells, unless it is put to whoever knows; so does what points
 * elsewhere, or asks on after something else. The others of the talk say its words.
 */
final class HeadlineOdds {

  /** Times the logarithm of the sentences of its message. */
  private static final double LENGTH = -1.5;

  /** Where half of the other messages have a word of it, or more. */
  private static final double TAKEN_UP = 2.7;

  private static final double HALF = 0.5;

  /** It points at what is not shown, somewhere. */
  private static final double POINTING = -1.55;

  /** Each word that tells something. */
  private static final double TERM = 0.17;

  private static final int MOST_TERMS = 8;

  /** Its author had asked something in the talk before: it may go on from that. */
  private static final double ASKED_BEFORE = -1.55;

  private HeadlineOdds() {}

  /**
   * @param lines those of the whole talk
   * @param headline one of them, or several of one message as one
   */
  static double of(Talk talk, List<Line> lines, Line headline) {
    long sentences = lines.stream().filter(headline::isOfSameMessage).count();
    long terms = headline.terms().stream().distinct().count();
    return (headline.has(Cue.TO_ROOM) ? 0 : LENGTH * Math.log(Math.max(1, sentences)))
        + TAKEN_UP * Math.min(1, takingUp(talk, lines, headline) / HALF)
        + (headline.has(Cue.DEICTIC) ? POINTING : 0)
        + TERM * Math.min(MOST_TERMS, terms)
        + (isAskedOn(lines, headline) ? ASKED_BEFORE : 0);
  }

  /** The share of the other messages that have a word of it. */
  private static double takingUp(Talk talk, List<Line> lines, Line headline) {
    var words = new HashSet<>(headline.terms());
    Set<MessageId> taking = new HashSet<>();
    lines.stream()
        .filter(line -> !headline.isOfSameMessage(line) && line.shared(words) > 0)
        .forEach(line -> taking.add(line.message().id()));
    return (double) taking.size() / Math.max(1, talk.messages().size() - 1);
  }

  private static boolean isAskedOn(List<Line> lines, Line headline) {
    return lines.stream()
        .takeWhile(line -> !headline.isOfSameMessage(line))
        .anyMatch(line -> line.asks() && line.author().equals(headline.author()));
  }
}
