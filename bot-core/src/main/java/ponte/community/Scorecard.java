package ponte.community;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import ponte.conversation.TimeSpan;

/**
 * How well people help each other, in numbers of nobody. What each counts:
 *
 * <p>A <em>question</em> is a conversation that opens with one. An <em>answer</em> is one person's
 * part, or that of programs, in somebody else's question, once a question; what comes within the
 * span counts, whenever it was asked. A <em>peer</em> is neither a program nor a community manager.
 *
 * @param people how many wrote
 * @param newVoices how many of them wrote for the first time in the time that is looked back
 * @param messages how many they wrote
 * @param questions how many were asked
 * @param byPeers of all answers those of peers
 * @param withoutBot of the conversations in which somebody or some program joined in those without
 *     a program
 * @param answerers how many people answered
 * @param concentration {@link Measures#gini Gini's} coefficient of the numbers of answers of those
 *     who answered
 * @param mutual of the links those whose reverse is there, too
 * @param across of the ties between people of known teams those between two teams
 * @param newAcross how many of these ties were not there in as long a time before
 * @param answered how many questions somebody else answered, whenever
 * @param unanswered of the questions with time enough those that nobody else had answered by then
 * @param waited the median time until the first other person answered, of the questions that were;
 *     null: none was
 * @param waitedAtWork the same in working hours of who asked; null: none was
 * @param nudges in the whole weeks of the span; null: there is none, it is not counted for one
 *     channel, or is no longer known
 * @param shape null: too few answers for one
 */
public record Scorecard(
    TimeSpan span,
    int people,
    int newVoices,
    int messages,
    int questions,
    Share byPeers,
    Share withoutBot,
    int answerers,
    double concentration,
    Share mutual,
    Share across,
    int newAcross,
    int answered,
    Share unanswered,
    @Nullable Duration waited,
    @Nullable Duration waitedAtWork,
    @Nullable Nudges nudges,
    @Nullable Shape shape) {

  /** After so long a question counts as answered or not. */
  public static final Duration TIME_ENOUGH = Duration.ofDays(3);

  /**
   * What was needed so that questions were answered, in whole weeks from Monday to Monday in UTC:
   * nudges are counted by them, and so are the questions that they are held against.
   *
   * @param shown how often colleagues were asked or offered to be asked, unasked for
   * @param questions how many were asked in the same weeks
   */
  public record Nudges(int shown, int questions) {

    /** Whether they are of enough questions to be told, and to be compared. */
    boolean isTold() {
      return questions >= Networks.FEWEST;
    }

    /** For each question; there is one at least. */
    double rate() {
      return (double) shown / questions;
    }
  }

  /** Nudges for each hundred questions; null: not known, or nothing was asked. */
  public @Nullable Double nudgesPerHundred() {
    return nudges == null || nudges.questions() == 0 ? null : 100 * nudges.rate();
  }
}
