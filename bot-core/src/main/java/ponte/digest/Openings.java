package ponte.digest;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ponte.conversation.PersonId;

/**
 * Chooses the sentence that tells best what a conversation is about, of its opener's first ones.
 */
final class Openings {

  /**
   * The sentence chosen.
   *
   * @param question whether it is a question to the room, fit to be a headline
   * @param fit how well it stands alone, 0 at best
   */
  record Opening(Line line, boolean question, double fit, double worth) {}

  private final DigestRules.Opening rules;
  private final Fitness fitness;

  Openings(DigestRules.Opening rules, Fitness fitness) {
    this.rules = rules;
    this.fitness = fitness;
  }

  /**
   * The best opening; the earlier of equal ones. Empty where no sentence is worth showing.
   *
   * @param lines those of the whole conversation
   * @param central how central each line is, 0 to 1
   */
  Optional<Opening> best(Talk talk, List<Line> lines, Set<String> keyTerms, double[] central) {
    Opening best = null;
    var index = new HashMap<PersonId, Integer>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      int before = index.merge(line.author(), 1, Integer::sum) - 1;
      var opening = weigh(talk, line, keyTerms, central[i], Math.min(before, rules.turns()));
      if (best == null || opening.worth() > best.worth()) {
        best = opening;
      }
    }
    return Optional.ofNullable(best).filter(opening -> opening.worth() >= rules.least());
  }

  private Opening weigh(Talk talk, Line line, Set<String> keyTerms, double central, int index) {
    double fit = fitness.of(line);
    boolean counter = line.asks() && isCounterQuestion(talk, line);
    boolean question = line.asks() && !line.rising() && fit > rules.fitQuestion() && !counter;
    int keys = Math.min(rules.mostKeyTerms(), line.shared(keyTerms));
    int late = Math.max(0, line.turn() + 1 - rules.turns());
    double worth =
        fit
            + (question || line.rising() ? asking(line) : 0)
            + rules.central() * central
            + rules.eachKeyTerm() * keys
            - rules.eachIndex() * index
            - (line.turn() > 0 ? rules.later() : 0)
            - (line.author().equals(talk.opener()) ? 0 : rules.other())
            - Math.min(rules.mostTurns(), rules.eachTurn() * late)
            - (counter ? rules.mark() : 0)
            - (keys == 0 ? rules.noKeyTerm() : 0);
    return new Opening(line, question, fit, worth);
  }

  private double asking(Line line) {
    return switch (line.sign()) {
      case MARK -> line.rising() ? rules.rising() : rules.mark();
      case CUE -> rules.cue();
      case NONE -> 0;
    };
  }

  /**
   * Whether a question goes back to one person. In a thread of the platform the first word really
   * is the first, so there "do you know…" speaks to the room unless it names somebody.
   */
  static boolean isCounterQuestion(Talk talk, Line line) {
    boolean opensThread = talk.isThread() && line.message().id().equals(talk.id());
    return line.putToOne() && (!opensThread || line.quote().mentions());
  }
}
