package ponte.digest;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import ponte.conversation.PersonId;

/**
 * What the talk around a reply tells of whether it answers: to whom it was said, what else was
 * asked before it, and how the one who asked took it.
 *
 * <p>The weights are those of a logistic model over 208 replies that readers judged, rounded.
 */
final class Bearing {

  /** What takes up a reply comes within so many turns. */
  private static final int TAKEN_UP_WITHIN_TURNS = 2;

  private static final int MANY_TURNS = 4;

  /** What comes so much later is seldom said to the question, unless in its words. */
  private static final Duration MUCH_LATER = Duration.ofHours(4);

  /** Who says so much more after asking is answered to that. */
  private static final int MANY_LINES = 6;

  private static final int FEW_WORDS = 9;
  private static final int MANY_WORDS = 20;

  private static final double TO_THE_ASKER = 0.5;
  private static final double TAKEN_UP_BY_NAME = 0.5;
  private static final double LONG = 0.3;
  private static final double SHORT = 0.5;
  private static final double LATE = 1;
  private static final double MOVED_ON = 0.6;
  private static final double ASKED_ANEW = 0.6;
  private static final double CROSSED = 0.7;
  private static final double WENT_ON = 0.4;
  private static final double REFUSED = 0.6;

  private static final double UNSUPPORTED = 0.4;

  private static final int SOME_SHARED = 2;

  private final Talk talk;
  private final List<Line> lines;
  private final Line opening;
  private final OwnWords ownWords;
  private final OtherMatters otherMatters;
  private final Contradictions contradictions;
  private final Refusals refusals;

  Bearing(Talk talk, List<Line> lines, Line opening) {
    this.talk = talk;
    this.lines = lines;
    this.opening = opening;
    this.ownWords = new OwnWords(talk, lines);
    this.otherMatters = new OtherMatters(talk, lines, opening);
    this.contradictions = new Contradictions(lines);
    this.refusals = new Refusals(talk, lines, opening.author());
  }

  /**
   * Whether a reply was said to somebody else, or to something else that it quotes, nothing ties it
   * to what was asked, or the one who asked says that it does not help.
   */
  boolean isNoAnswer(Line reply) {
    return otherMatters.have(reply)
        || (!isTied(reply) && shared(reply) == 0)
        || isStale(reply)
        || isAfterThanks(reply)
        || isDenied(reply)
        || asksBack(reply)
        || (!isWelcome(reply) && refusals.objectTo(reply))
        || refusals.meet(reply)
        || ownWords.areBeside(reply)
        || isSurpassed(reply)
        || isBesideTheFirst(reply)
        || contradictions.meet(reply);
  }

  private int shared(Line reply) {
    return reply.shared(new HashSet<>(opening.terms()));
  }

  private boolean isStale(Line reply) {
    return !talk.isThread()
        && !isWelcome(reply)
        && shared(reply) < SOME_SHARED
        && reply.message().at().isAfter(opening.message().at().plus(MUCH_LATER));
  }

  /** Whether the one who asked had thanked for something else before, and not for it. */
  private boolean isAfterThanks(Line reply) {
    return !talk.isThread()
        && !isWelcome(reply)
        && talk.turns().subList(opening.turn() + 1, reply.turn()).stream()
            .filter(turn -> turn.author().equals(asker()))
            .flatMap(turn -> turn.messages().stream())
            .anyMatch(said -> Cues.anyHas(Cue.THANKS, said.text().searchable()));
  }

  /**
   * Whether another spoke first in a thread, and asked nothing: what cannot be told of them may
   * have been the answer, and what comes after it goes on from there, unless it alone was welcome.
   */
  private boolean isBesideTheFirst(Line reply) {
    if (!talk.isThread() || reply.turn() <= opening.turn() + 1) {
      return false;
    }
    var first = talk.turns().get(opening.turn() + 1);
    var said = lines.stream().filter(line -> line.turn() == opening.turn() + 1).toList();
    return !first.author().equals(asker())
        && !first.author().equals(reply.author())
        && said.stream().noneMatch(line -> line.asks() || line.has(Cue.DOUBT))
        && (!isWelcome(reply) || said.stream().anyMatch(this::isWelcome));
  }

  /** Whether its author goes on with a proposal, and it is that which the asker takes up. */
  private boolean isSurpassed(Line reply) {
    return lines.stream()
        .filter(line -> line.turn() == reply.turn() && !line.isOfSameMessage(reply))
        .filter(line -> line.message().at().isAfter(reply.message().at()))
        .anyMatch(line -> line.starts(Cue.ADVICE) && isTakenUp(line));
  }

  /** Whether the asker speaks next after it, and takes up what was proposed. */
  private boolean isTakenUp(Line reply) {
    return lines.stream()
        .filter(line -> line.message().at().isAfter(reply.message().at()))
        .filter(line -> !line.isOfSameMessage(reply))
        .findFirst()
        .filter(line -> line.author().equals(asker()) && !line.asks())
        .filter(line -> Outcomes.mayBeTo(reply.author(), line))
        .filter(line -> Cues.anyStarts(Cue.TAKEN_UP, line.plain()))
        .isPresent();
  }

  private static long size(Line line) {
    return line.terms().stream().distinct().count();
  }

  /** Whether somebody else says soon after it, in its words, that it is not so. */
  private boolean isDenied(Line reply) {
    var said = new HashSet<>(reply.terms());
    return lines.stream()
        .filter(line -> line.turn() > reply.turn())
        .filter(line -> line.turn() <= reply.turn() + TAKEN_UP_WITHIN_TURNS)
        .filter(line -> !line.author().equals(reply.author()) && !line.asks())
        .anyMatch(
            line ->
                line.shared(said) >= Math.max(SOME_SHARED, 0.5 * Math.min(size(line), said.size()))
                    && line.has(Cue.DENIAL) != reply.has(Cue.DENIAL));
  }

  /** Whether its message ends in a question: what its author needs to know to answer. */
  private boolean asksBack(Line reply) {
    return lines.stream()
        .filter(line -> line.isOfSameMessage(reply))
        .reduce((_, later) -> later)
        .filter(Line::asks)
        .isPresent();
  }

  /** Whether anything but its words ties a reply to the one who asked. */
  private boolean isTied(Line reply) {
    return talk.isThread()
        || isTakenUpByName(reply)
        || isWelcome(reply)
        || isToAsker(reply)
        || (opening.asksWhether() && reply.starts(Cue.YES_NO));
  }

  private boolean isTakenUpByName(Line reply) {
    return nextOfAsker(reply).stream()
        .anyMatch(line -> line.message().text().mentions().contains(reply.author()));
  }

  /** What speaks for a reply, or against it, beside its words. */
  double of(Line reply) {
    return placed(reply) + worded(reply) + taken(reply);
  }

  private double placed(Line reply) {
    return (isToAsker(reply) ? TO_THE_ASKER : 0)
        - (reply.turn() - opening.turn() >= MANY_TURNS && !isWelcome(reply) ? LATE : 0)
        - (hasMovedOn(reply) ? MOVED_ON : 0)
        - (isAskedAnew(reply) ? ASKED_ANEW : 0)
        - (isCrossed(reply) ? CROSSED : 0);
  }

  private double worded(Line reply) {
    int words = reply.quote().words();
    return (words >= MANY_WORDS ? LONG : 0) - (words < FEW_WORDS ? SHORT : 0) + ownWords.of(reply);
  }

  private boolean isToAsker(Line reply) {
    return reply.message().text().mentions().contains(asker());
  }

  private PersonId asker() {
    return opening.author();
  }

  /** Whether something else was asked after the opening, and before the reply. */
  private boolean isAskedAnew(Line reply) {
    return lastAsked(reply).filter(asked -> asked.turn() > opening.turn()).isPresent();
  }

  private boolean hasMovedOn(Line reply) {
    return lines.stream()
            .takeWhile(line -> line.turn() < reply.turn())
            .filter(line -> line.author().equals(asker()) && !line.isOfSameMessage(opening))
            .count()
        >= MANY_LINES;
  }

  private Optional<Line> lastAsked(Line reply) {
    return lines.stream()
        .takeWhile(line -> line.turn() < reply.turn())
        .filter(line -> line.asks() && !line.author().equals(reply.author()))
        .reduce((_, later) -> later);
  }

  private boolean isCrossed(Line reply) {
    return !talk.isThread() && talk.crossed().contains(reply.message().id()) && !isToAsker(reply);
  }

  /**
   * What the asker's next words make of it: who asks on, or says "but", has no answer yet. What
   * nothing ties to the asker, neither a name nor a word nor thanks, may be said to anybody.
   */
  private double taken(Line reply) {
    var next = nextOfAsker(reply);
    boolean named = isTakenUpByName(reply);
    boolean welcome = isWelcome(reply);
    boolean refused =
        next.stream()
            .anyMatch(line -> !line.asks() && (line.has(Cue.UNSOLVED) || line.has(Cue.DOUBT)));
    int shared = shared(reply);
    boolean tied = isTied(reply);
    return (named ? TAKEN_UP_BY_NAME : 0)
        - (next.isEmpty() || welcome ? 0 : WENT_ON)
        - (refused && !welcome ? REFUSED : 0)
        - (tied || shared >= SOME_SHARED ? 0 : UNSUPPORTED);
  }

  private boolean isWelcome(Line reply) {
    return Outcomes.approved(reply.message())
        || Outcomes.thanked(talk, reply, asker())
        || nextOfAsker(reply).stream()
            .filter(line -> Outcomes.mayBeTo(reply.author(), line))
            .anyMatch(Outcomes::settles);
  }

  private List<Line> nextOfAsker(Line reply) {
    return lines.stream()
        .filter(line -> line.author().equals(asker()))
        .filter(line -> line.turn() > reply.turn())
        .filter(line -> line.turn() <= reply.turn() + TAKEN_UP_WITHIN_TURNS)
        .toList();
  }
}
