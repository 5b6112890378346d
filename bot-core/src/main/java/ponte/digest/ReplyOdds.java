package ponte.digest;

import java.util.HashSet;
import java.util.List;
import ponte.conversation.Message;

/**
 * How surely a reply is said to the question it stands below, and all of what its author says to
 * it, by its place in the talk: as log-odds of a logistic model, without its constant.
 *
 * <p>The weights are those of 77 replies that readers judged, rounded.
 */
final class ReplyOdds {

  /** Each message with which its author goes on. */
  private static final double GOES_ON = -1.3;

  private static final int MOST_GOING_ON = 2;

  /** Its author had said something else since the question. */
  private static final double NOT_THE_FIRST = -1.8;

  /** So had the asker, and asked something. */
  private static final double ASKED_SINCE = -1.65;

  /** Each word of the question. */
  private static final double SHARED = 0.65;

  private static final int MOST_SHARED = 3;

  private final Talk talk;
  private final Line opening;
  private final int from;
  private final int askedAgain;

  /**
   * @param lines those of the whole talk
   * @param opening what the reply stands below
   */
  ReplyOdds(Talk talk, List<Line> lines, Line opening) {
    this.talk = talk;
    this.opening = opening;
    this.from = index(opening.message());
    this.askedAgain =
        lines.stream()
            .filter(line -> line.author().equals(opening.author()) && line.asks())
            .mapToInt(line -> index(line.message()))
            .filter(asked -> asked > from)
            .findFirst()
            .orElse(talk.messages().size());
  }

  double of(Line reply) {
    int at = index(reply.message());
    return GOES_ON * Math.min(MOST_GOING_ON, goingOn(reply, at))
        + (isHeardBefore(reply, at) ? NOT_THE_FIRST : 0)
        + (askedAgain < at ? ASKED_SINCE : 0)
        + SHARED * Math.min(MOST_SHARED, reply.shared(new HashSet<>(opening.terms())));
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

  private boolean isHeardBefore(Line reply, int at) {
    return talk.messages().subList(Math.min(from + 1, at), at).stream()
        .anyMatch(said -> said.author().equals(reply.author()));
  }
}
