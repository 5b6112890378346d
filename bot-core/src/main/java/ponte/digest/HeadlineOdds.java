package ponte.digest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ponte.conversation.Message;
import ponte.conversation.MessageId;

/**
 * How surely a headline tells what its talk is about, by what the rest of its message and the talk
 * tell of it: as log-odds of a logistic model, without its constant.
 *
 * <p>The weights are those of 180 headlines that readers judged, rounded. The more of its message a
 * headline leaves out, the less it tells; the others of the talk say its words, or name its author.
 */
final class HeadlineOdds {

  /** Times the logarithm of the sentences of its message. */
  private static final double LENGTH = -1.5;

  /** Where half of the other messages have a word of it, or more. */
  private static final double TAKEN_UP = 3;

  private static final double HALF = 0.5;

  /** Each reply that names its author. */
  private static final double NAMED = 0.75;

  private static final int MOST_NAMED = 2;

  /** It is put to whoever knows. */
  private static final double TO_ROOM = 0.9;

  private HeadlineOdds() {}

  /**
   * @param lines those of the whole talk
   * @param headline one of them, or several of one message as one
   */
  static double of(Talk talk, List<Line> lines, Line headline) {
    var message = headline.message();
    long sentences = lines.stream().filter(headline::isOfSameMessage).count();
    return LENGTH * Math.log(Math.max(1, sentences))
        + TAKEN_UP * Math.min(1, takingUp(talk, lines, headline) / HALF)
        + NAMED * Math.min(MOST_NAMED, naming(talk, message))
        + (headline.has(Cue.TO_ROOM) ? TO_ROOM : 0);
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

  private static long naming(Talk talk, Message message) {
    return talk.messages().stream()
        .dropWhile(said -> !said.id().equals(message.id()))
        .filter(said -> !said.author().equals(message.author()))
        .filter(said -> said.text().mentions().contains(message.author()))
        .count();
  }
}
