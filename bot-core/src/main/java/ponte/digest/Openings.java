package ponte.digest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

  /** Who quotes somebody, or makes a list, announces it. */
  private static final double ANNOUNCED = 0.5;

  private static final int FEW_TERMS = 2;

  /** Speech that was taken down has neither capitals nor marks; its sentences end anywhere. */
  private static final Pattern WRITTEN = Pattern.compile("[\\p{Lu}.,;:!?]");

  /** Of 23 questions so short, in the middle of a talk, readers understood 7. */
  private static final int FEW_WORDS = 8;

  private static final int SOME_WORDS = 11;

  /** So many sentences before a question may be shown with it. */
  private static final int MOST_BEFORE = 2;

  /** A question that stands alone is told with more only as far as that is short. */
  private static final int READ_AT_ONCE = 30;

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
      int from = from(lines, i);
      var whole = lines.subList(from + 1, i + 1).stream().reduce(lines.get(from), Line::then);
      double fit = from < i ? fitness.of(lines.get(from)) : fit(talk, lines, i);
      openings.add(weigh(talk, whole, fit, keyTerms, central[i], Math.max(0, before - (i - from))));
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

  /**
   * How well a sentence stands without the one before it. A question that names nothing asks about
   * what was said before it; so does a short one in the middle of a talk. Words below an
   * announcement may be another's.
   */
  private double fit(Talk talk, List<Line> lines, int index) {
    var line = lines.get(index);
    boolean first = index == 0;
    boolean lost =
        line.asks()
            && (Fitness.namesNothing(line)
                || (!first && isUnnamed(line))
                || isAside(talk, lines, index));
    return fitness.of(line)
        - (lost ? NAMES_NOTHING : 0)
        - (!line.asks() && isAnnounced(lines, index) ? ANNOUNCED : 0);
  }

  /**
   * Whether a question is too short for the place it has, in its message or in its talk, or is none
   * there: "what was even funnier is …".
   */
  private static boolean isAside(Talk talk, List<Line> lines, int index) {
    var line = lines.get(index);
    boolean within = index > 0 && isOfTheSameMessage(lines.get(index - 1), line);
    boolean midway = !talk.isThread() && (talk.midway() || !talk.startsWith(line.message()));
    int words = line.quote().words();
    return ((within || midway) && words <= FEW_WORDS)
        || (midway && words <= SOME_WORDS && !line.has(Cue.TO_ROOM))
        || (midway && line.sign() == QuestionSign.CUE && !line.has(Cue.TO_ROOM));
  }

  static boolean isAnnounced(List<Line> lines, int index) {
    return lines.subList(0, index).stream()
        .anyMatch(line -> isOfTheSameMessage(line, lines.get(index)) && line.plain().endsWith(":"));
  }

  private static boolean isOfTheSameMessage(Line one, Line other) {
    return one.message().id().equals(other.message().id());
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
            && WRITTEN.matcher(line.message().text().searchable()).find()
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

  /**
   * Where what a question needs begins: the sentence before it in its message says what it is
   * about, or the one before that where both lean.
   */
  private int from(List<Line> lines, int index) {
    if (!lines.get(index).asks()) {
      return index;
    }
    int words = lines.get(index).quote().words();
    for (int from = index - 1; from >= Math.max(0, index - MOST_BEFORE); from--) {
      var before = lines.get(from);
      words += before.quote().words();
      if (before.asks()
          || before.starts(Cue.THANKS)
          || !before.isFollowedBy(lines.get(from + 1))
          || words > (needsMore(lines.get(index)) ? MOST_WORDS : READ_AT_ONCE)) {
        return index;
      }
      if (fitness.of(before) > rules.fitStatement()) {
        return from;
      }
    }
    return index;
  }

  private static boolean needsMore(Line asked) {
    return Fitness.leans(asked)
        || Fitness.namesNothing(asked)
        || isUnnamed(asked)
        || asked.has(Cue.PRONOUN)
        || asked.quote().words() <= SOME_WORDS;
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
