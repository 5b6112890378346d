package ponte.digest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ponte.conversation.PersonId;
import ponte.nlp.QuestionSign;

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

  /** Enough that a question which loses it is no headline. */
  private static final double NAMES_NOTHING = 0.9;

  private static final int FEW_TERMS = 2;

  /** Two sentences are read as one thought up to this length. */
  private static final int MOST_WORDS = 40;

  private final DigestRules.Opening rules;
  private final Fitness fitness;

  Openings(DigestRules.Opening rules, Fitness fitness) {
    this.rules = rules;
    this.fitness = fitness;
  }

  /**
   * The best opening; the earlier of equal ones. Empty where no sentence is worth showing.
   *
   * <p>A question to the room opens its message, whatever else the message says: the terms that
   * tell a conversation follow from the others of the span, and a question that is the headline of
   * a week should be that of its month, too.
   *
   * @param lines those of the whole conversation
   * @param central how central each line is, 0 to 1
   */
  Optional<Opening> best(Talk talk, List<Line> lines, Set<String> keyTerms, double[] central) {
    var openings = new ArrayList<Opening>();
    var index = new HashMap<PersonId, Integer>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      int before = Math.min(index.merge(line.author(), 1, Integer::sum) - 1, rules.turns());
      if (i > 0 && completes(lines.get(i - 1), line)) {
        var both = lines.get(i - 1).then(line);
        double fit = fitness.of(lines.get(i - 1));
        openings.add(weigh(talk, both, fit, keyTerms, central[i], Math.max(0, before - 1)));
      } else {
        openings.add(weigh(talk, line, fit(line, i == 0), keyTerms, central[i], before));
      }
    }
    var own = openings.stream().filter(each -> opens(talk, each.line())).toList();
    return asked(talk, own)
        .or(
            () ->
                best(talk, own.stream())
                    .map(
                        best ->
                            best.question()
                                ? best
                                : best(talk, askedWith(best, own)).orElse(best)));
  }

  /**
   * The headline is the opener's. Where no thread of the platform says who that is, it is whoever
   * was the first to say something that can be quoted: a talk cut out of a flat channel may begin
   * with the last words of another.
   */
  private static boolean opens(Talk talk, Line line) {
    return line.author().equals(talk.opener()) || (!talk.isThread() && line.turn() <= 1);
  }

  /** What an opener asks in the first words wins over whatever they ask later. */
  private Optional<Opening> asked(Talk talk, List<Opening> own) {
    return best(talk, own.stream().filter(each -> each.question() && each.line().turn() == 0));
  }

  /** A question that names nothing asks about what was said before it. */
  private double fit(Line line, boolean first) {
    boolean lost = line.asks() && (Fitness.namesNothing(line) || (!first && isUnnamed(line)));
    return fitness.of(line) - (lost ? NAMES_NOTHING : 0);
  }

  private Optional<Opening> best(Talk talk, Stream<Opening> openings) {
    return openings
        .filter(opening -> opening.worth() >= rules.least() && standsAlone(talk, opening))
        .reduce((earlier, later) -> later.worth() > earlier.worth() ? later : earlier);
  }

  /** A statement has more to stand up to: nothing but its words tells why it was said. */
  private boolean standsAlone(Talk talk, Opening opening) {
    var line = opening.line();
    return opening.question()
        || (opening.fit() > rules.fitStatement()
            && !line.asks()
            && !line.putToOne()
            && !line.quote().mentions()
            && line.author().equals(talk.opener())
            && line.turn() < rules.turns());
  }

  private static Stream<Opening> askedWith(Opening said, List<Opening> openings) {
    return openings.stream()
        .filter(Opening::question)
        .filter(asked -> asked.line().sign() == QuestionSign.MARK)
        .filter(asked -> asked.line().message().id().equals(said.line().message().id()));
  }

  /** Whether it asks of little but a thing that was named before: "how do I do the migration?". */
  private static boolean isUnnamed(Line line) {
    return line.has(Cue.UNNAMED) && line.terms().stream().distinct().count() <= FEW_TERMS;
  }

  /** Whether a question leans on the sentence before it, and both together do not. */
  private boolean completes(Line before, Line line) {
    return line.asks()
        && !before.asks()
        && !before.starts(Cue.THANKS)
        && before.isFollowedBy(line)
        && (Fitness.leans(line)
            || Fitness.namesNothing(line)
            || isUnnamed(line)
            || line.has(Cue.PRONOUN))
        && fitness.of(before) > rules.fitStatement()
        && before.quote().words() + line.quote().words() <= MOST_WORDS;
  }

  private Opening weigh(
      Talk talk, Line line, double fit, Set<String> keyTerms, double central, int index) {
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
