package ponte.digest;

import java.util.Optional;
import ponte.conversation.Message;
import ponte.nlp.QuestionSign;

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
        .filter(line -> decides(line.sentence()) && (!alone || line.has(Cue.DECISION_ANNOUNCED)))
        .filter(line -> fitness.of(line) > LEAST_FIT)
        .reduce((_, later) -> later);
  }

  /** A quick look that lets through too much rather than too little. */
  private boolean mayDecide(Message message) {
    return reading.has(message, Cue.DECISION) || reading.has(message, Cue.DECISION_START);
  }

  /** Whether a sentence says that something is settled, and not whether, when or that it may be. */
  static boolean decides(Analysis.Sentence sentence) {
    if (sentence.sign() != QuestionSign.NONE
        || sentence.has(Cue.DECIDED_THEN)
        || sentence.has(Cue.DOUBT)
        || sentence.terms().stream().distinct().count() < FEWEST_TERMS) {
      return false;
    }
    var plain = sentence.quote().plain();
    var cues = Cues.in(sentence.language());
    if (cues.starts(Cue.DECISION_START, plain)) {
      return true;
    }
    var at = cues.find(Cue.DECISION, plain);
    return at.isPresent() && !cues.has(Cue.UNDECIDED, plain.substring(0, at.getAsInt()));
  }
}
