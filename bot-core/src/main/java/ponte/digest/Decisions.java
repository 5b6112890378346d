package ponte.digest;

import java.util.Optional;
import ponte.conversation.Message;

/** Finds where several people settled something. */
final class Decisions {

  /** A sentence that cannot stand alone settles nothing for a reader. */
  private static final double LEAST_FIT = -0.75;

  /** "Let's go with that" names nothing that was settled. */
  private static final int FEWEST_TERMS = 3;

  private final Reading reading;
  private final Fitness fitness;

  Decisions(Reading reading, Fitness fitness) {
    this.reading = reading;
    this.fitness = fitness;
  }

  /** The last sentence of a conversation that says what was settled. */
  Optional<Line> in(Talk talk) {
    if (talk.messages().stream().noneMatch(this::mayDecide) || talk.isTakenDown()) {
      return Optional.empty();
    }
    boolean alone = talk.people() == 1;
    return reading.lines(talk).stream()
        .filter(line -> decides(line) && (!alone || line.has(Cue.DECISION_ANNOUNCED)))
        .filter(line -> fitness.of(line) > LEAST_FIT)
        .reduce((_, later) -> later);
  }

  /** A quick look that lets through too much rather than too little. */
  private boolean mayDecide(Message message) {
    return reading.has(message, Cue.DECISION) || reading.has(message, Cue.DECISION_START);
  }

  private static boolean decides(Line line) {
    if (line.asks()
        || line.has(Cue.DECIDED_THEN)
        || line.has(Cue.DOUBT)
        || line.terms().stream().distinct().count() < FEWEST_TERMS) {
      return false;
    }
    var cues = Cues.in(line.language());
    if (cues.starts(Cue.DECISION_START, line.plain())) {
      return true;
    }
    var at = cues.find(Cue.DECISION, line.plain());
    return at.isPresent() && !cues.has(Cue.UNDECIDED, line.plain().substring(0, at.getAsInt()));
  }
}
