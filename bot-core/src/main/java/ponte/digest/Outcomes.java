package ponte.digest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ponte.conversation.Message;

/** Finds what became of a conversation: the best answer, and whether its opener was satisfied. */
final class Outcomes {

  private static final int THANKED_WITHIN_TURNS = 2;

  /** An opener says "it works" at the end; what they say before is on the way. */
  private static final int LAST_TURNS = 2;

  /** Above this share of common terms an answer only says the question again. */
  private static final double REPEATED = 0.8;

  private static final Set<String> APPROVALS =
      Set.of(
          "white_check_mark",
          "heavy_check_mark",
          "ballot_box_with_check",
          "+1",
          "thumbsup",
          "pray",
          "bulb",
          "100",
          "dart",
          "raised_hands",
          "clap",
          "heart");

  private final DigestRules.Outcome rules;
  private final Fitness fitness;

  Outcomes(DigestRules.Outcome rules, Fitness fitness) {
    this.rules = rules;
    this.fitness = fitness;
  }

  /** The best answer of somebody else; the earlier of equal ones. */
  Optional<Line> best(Talk talk, List<Line> lines, Line opening, double[] central) {
    var asked = new HashSet<>(opening.terms());
    Line best = null;
    double most = rules.least();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (mayAnswer(line, opening, talk)) {
        double worth = worth(line, lines, talk, asked, central[i]);
        if (best == null ? worth >= most : worth > most) {
          best = line;
          most = worth;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean mayAnswer(Line line, Line opening, Talk talk) {
    return !line.author().equals(talk.opener())
        && line.turn() > opening.turn()
        && !line.asks()
        && !line.starts(Cue.THANKS);
  }

  private double worth(Line line, List<Line> lines, Talk talk, Set<String> asked, double central) {
    int shared = line.shared(asked);
    var own = new HashSet<>(line.terms());
    boolean repeats = !own.isEmpty() && shared >= REPEATED * own.size();
    return fitness.of(line)
        + rules.central() * central
        + rules.eachShared() * Math.min(shared, rules.mostShared())
        - (repeats ? rules.repeating() : 0)
        + (thanked(line, lines, talk) ? rules.thanked() : 0)
        + (line.first() ? rules.first() : 0)
        + (line.quote().hasCode() ? rules.code() : 0)
        + (line.quote().hasLink() ? rules.link() : 0)
        - rules.eachTurn() * line.turn();
  }

  private static boolean thanked(Line answer, List<Line> lines, Talk talk) {
    return approved(answer.message())
        || lines.stream()
            .filter(line -> line.author().equals(talk.opener()))
            .filter(
                line ->
                    line.turn() > answer.turn()
                        && line.turn() <= answer.turn() + THANKED_WITHIN_TURNS)
            .anyMatch(line -> Cues.anyHas(Cue.THANKS, line.plain()));
  }

  /** Whether a reaction says that something is done or right. */
  static boolean isApproval(String emoji) {
    return APPROVALS.contains(emoji);
  }

  private static boolean approved(Message message) {
    return message.reactions().stream()
        .anyMatch(
            reaction ->
                isApproval(reaction.emoji())
                    && reaction.people().stream()
                        .anyMatch(person -> !person.equals(message.author())));
  }

  /**
   * Whether the opener's own last words say that it is settled. A thank-you alone does not: it may
   * be for a try.
   */
  static boolean solved(Talk talk, List<Line> lines) {
    var own = lines.stream().filter(line -> line.author().equals(talk.opener())).toList();
    if (own.isEmpty()) {
      return false;
    }
    var turns = own.stream().map(Line::turn).distinct().toList();
    int since = turns.get(Math.max(0, turns.size() - LAST_TURNS));
    return own.stream()
        .filter(line -> line.turn() >= since && line.turn() > 0 && !line.asks())
        .anyMatch(line -> line.has(Cue.SOLVED) && !line.has(Cue.UNSOLVED));
  }
}
