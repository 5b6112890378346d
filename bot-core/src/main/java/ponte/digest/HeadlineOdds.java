package ponte.digest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ponte.conversation.MessageId;
import ponte.digest.Openings.Opening;

/**
 * How surely a headline tells what its talk is about, by what the rest of its message and the talk
 * tell of it: as log-odds of a logistic model, without its constant.
 *
 * <p>The weights are those of 340 headlines that readers judged, rounded. The more of its message a
 * headline leaves out, the less it tells, unless it is put to whoever knows, and what stands before
 * it most of all; so does what points elsewhere, asks on after something else, or may be said to
 * what others in the channel just said. The others of the talk say its words.
 */
final class HeadlineOdds {

  /** Times the logarithm of one and the sentences of its message that are not told. */
  private static final double UNTOLD = -0.75;

  /** Its message says something before it that is not told. */
  private static final double BEGINNING_LEFT_OUT = -1.35;

  /** Where half of the other messages have a word of it, or more. */
  private static final double TAKEN_UP = 1.75;

  private static final double HALF = 0.5;

  /** It points at what is not shown, somewhere. */
  private static final double POINTING = -1.3;

  /** Each word that tells something. */
  private static final double TERM = 0.2;

  private static final int MOST_TERMS = 8;

  /** It asks something: what news are about is seldom in so few words. */
  private static final double ASKING = 1;

  /** Its author had asked something in the talk before: it may go on from that. */
  private static final double ASKED_BEFORE = -0.9;

  /** People were talking in the channel, and it is not put to whoever knows. */
  private static final double AMID = -1.1;

  private HeadlineOdds() {}

  /**
   * @param lines those of the whole talk
   */
  static double of(Talk talk, List<Line> lines, Opening opening) {
    var headline = opening.line();
    long terms = headline.terms().stream().distinct().count();
    return (opening.leavesOutItsBeginning() ? BEGINNING_LEFT_OUT : 0)
        + (headline.has(Cue.TO_ROOM) ? 0 : leaning(talk, lines, opening))
        + TAKEN_UP * Math.min(1, takingUp(talk, lines, headline) / HALF)
        + (headline.has(Cue.DEICTIC) ? POINTING : 0)
        + TERM * Math.min(MOST_TERMS, terms)
        + (headline.asks() ? ASKING : 0)
        + (isAskedOn(lines, headline) ? ASKED_BEFORE : 0);
  }

  /** What speaks against a headline that is not put to whoever knows. */
  private static double leaning(Talk talk, List<Line> lines, Opening opening) {
    var headline = opening.line();
    long sentences = lines.stream().filter(headline::isOfSameMessage).count();
    boolean amid = !talk.isThread() && talk.amid().contains(headline.message().id());
    return UNTOLD * Math.log1p(Math.max(0, sentences - opening.sentences())) + (amid ? AMID : 0);
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
