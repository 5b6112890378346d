package ponte.digest;

import java.util.HashSet;
import java.util.List;
import ponte.conversation.Message;

/**
 * How surely a reply is said to the question it stands below, and all of what its author says to
 * it, by its place in the talk: as log-odds of a logistic model, without its constant.
 *
 * <p>The weights are those of 106 replies that readers judged, rounded.
 */
final class ReplyOdds {

  /** Times the logarithm of how many messages after the question it is. */
  private static final double DISTANCE = -0.9;

  /** Each message with which its author goes on. */
  private static final double GOES_ON = -1.2;

  private static final int MOST_GOING_ON = 2;

  /** Each sentence of its message that is not told. */
  private static final double LEFT_OUT = -0.6;

  private static final int MOST_LEFT_OUT = 4;

  /** The one who asked thanks somebody else by name, and never its author. */
  private static final double THANKS_ANOTHER = -1.5;

  /** Each word of the question. */
  private static final double SHARED = 0.75;

  private static final int MOST_SHARED = 3;

  private final Talk talk;
  private final Line opening;
  private final int from;
  private final List<Line> lines;
  private final List<Message> thanks;

  /**
   * @param lines those of the whole talk
   * @param opening what the reply stands below
   */
  ReplyOdds(Talk talk, List<Line> lines, Line opening) {
    this.talk = talk;
    this.lines = lines;
    this.opening = opening;
    this.from = index(opening.message());
    this.thanks =
        talk.messages().stream()
            .skip(from + 1L)
            .filter(said -> said.author().equals(opening.author()))
            .filter(said -> !said.text().mentions().isEmpty())
            .filter(this::credits)
            .toList();
  }

  /**
   * @param reply as it would be shown
   */
  double of(Line reply) {
    int at = index(reply.message());
    return DISTANCE * Math.log(Math.max(1, at - from))
        + GOES_ON * Math.min(MOST_GOING_ON, goingOn(reply, at))
        + LEFT_OUT * Math.min(MOST_LEFT_OUT, leftOut(reply))
        + (thanksAnother(reply) ? THANKS_ANOTHER : 0)
        + SHARED * Math.min(MOST_SHARED, reply.shared(new HashSet<>(opening.terms())));
  }

  /** Whether it tells who helped: "thanks", "I get it now". */
  private boolean credits(Message said) {
    return Cues.anyHas(Cue.THANKS, said.text().searchable())
        || lines.stream()
            .filter(line -> line.message().id().equals(said.id()))
            .anyMatch(line -> !line.asks() && Cues.anyStarts(Cue.TAKEN_UP, line.plain()));
  }

  private int index(Message message) {
    int at = 0;
    while (!talk.messages().get(at).id().equals(message.id())) {
      at++;
    }
    return at;
  }

  private long goingOn(Line reply, int at) {
    return talk.messages().stream()
        .skip(at + 1L)
        .takeWhile(said -> said.author().equals(reply.author()))
        .count();
  }

  /** Sentences of its message that are not told, but for "sorry, …" and "that is right". */
  private long leftOut(Line reply) {
    return lines.stream()
        .filter(reply::isOfSameMessage)
        .skip(Withheld.putsRight(reply) ? 1 : 0)
        .filter(line -> !reply.plain().contains(line.plain()))
        .filter(line -> !Withheld.isMereAgreement(line))
        .count();
  }

  private boolean thanksAnother(Line reply) {
    return !thanks.isEmpty()
        && thanks.stream().noneMatch(said -> said.text().mentions().contains(reply.author()));
  }
}
