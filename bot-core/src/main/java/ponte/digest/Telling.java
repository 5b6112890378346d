package ponte.digest;

import java.util.List;
import java.util.stream.IntStream;
import ponte.nlp.QuestionSign;

/**
 * What of a message is told where one sentence of it opens a talk: a question that leans goes with
 * what is right before it, one at the end of a long message with what that begins with.
 */
final class Telling {

  /** Enough that a question which loses it is no headline. */
  private static final double NAMES_NOTHING = 0.9;

  /** Who quotes somebody, or makes a list, announces it. */
  private static final double ANNOUNCED = 0.5;

  /** Of 23 questions so short, in the middle of a talk, readers understood 7. */
  private static final int FEW_WORDS = 8;

  /** So many sentences before a question may be shown with it. */
  private static final int MOST_BEFORE = 2;

  /** A question after so many sentences is the end of a story. */
  private static final int MANY_BEFORE = 2;

  /** A question that stands alone is told with more only as far as that is short. */
  private static final int READ_AT_ONCE = 30;

  /** Two sentences are read as one thought up to this length. */
  private static final int MOST_WORDS = 40;

  /** What stands before a question and says less than that only leads to it. */
  private static final int WORDS_OF_A_LEAD = 4;

  /** Who asks first and says so much after it leads up to nothing. */
  private static final int MANY_AFTER = 2;

  private final Fitness fitness;
  private final Beginning beginnings;
  private final double fitStatement;

  /**
   * @param fitStatement what stands before a question has to be fitter than that
   */
  Telling(Fitness fitness, double fitStatement) {
    this.fitness = fitness;
    this.beginnings = new Beginning(fitness, fitStatement);
    this.fitStatement = fitStatement;
  }

  /**
   * What would be told.
   *
   * @param from the first of the lines it is made of
   * @param sentences how many it is made of
   * @param leftOut how many words its message says before the last of them that are not told
   */
  record Told(Line line, int from, double fit, int sentences, int leftOut) {}

  /**
   * A sentence with all that its message says before it, where that is short; else with the one or
   * two before it that it needs, or one that tells what its author is about.
   */
  Told of(Talk talk, List<Line> lines, int index) {
    var line = lines.get(index);
    int beginning = Beginning.of(lines, index);
    if (beginning < index && beginnings.isReadWith(lines, beginning, index)) {
      return fromBeginning(talk, lines, beginning, index);
    }
    return line.asks() ? asked(talk, lines, index) : news(talk, lines, index);
  }

  private Told fromBeginning(Talk talk, List<Line> lines, int beginning, int index) {
    var line = lines.get(index);
    int to = line.asks() ? index : beginnings.end(lines, beginning, index);
    double fit =
        fitness.of(lines.get(beginning))
            - lost(talk, line)
            - (!line.asks() && isContrasted(lines, to) ? NAMES_NOTHING : 0);
    return new Told(Beginning.joined(lines, beginning, to), beginning, fit, to - beginning + 1, 0);
  }

  private static double lost(Talk talk, Line line) {
    return line.plain().endsWith(":") || isMusing(talk, line) ? NAMES_NOTHING : 0;
  }

  /** News are told from where their message begins, with what they go on with, or not at all. */
  private Told news(Talk talk, List<Line> lines, int index) {
    if (isContrasted(lines, index)) {
      return withContrast(talk, lines, index);
    }
    int before = Beginning.wordsBefore(lines, index);
    int end = beginnings.end(lines, index, index);
    double fit = fit(talk, lines, index) - (before > 0 ? NAMES_NOTHING : 0);
    return new Told(Beginning.joined(lines, index, end), index, fit, end - index + 1, before);
  }

  private Told asked(Talk talk, List<Line> lines, int index) {
    var line = lines.get(index);
    int from =
        Incomplete.isAlike(line) && situation(lines, index, index, line.quote().words()) < index
            ? index
            : from(lines, index);
    double lost = lost(talk, line);
    var whole = Beginning.joined(lines, from, index);
    int situation = situation(lines, from, index, whole.quote().words());
    if (situation < from) {
      var first = lines.get(situation);
      boolean next = situation + 1 == from && first.isFollowedBy(whole);
      var told = next ? first.then(whole) : first.upTo(whole);
      int leftOut =
          Beginning.wordsBefore(lines, situation)
              + Beginning.wordsBetween(lines, situation + 1, from);
      return new Told(told, situation, fitness.of(first) - lost, index - from + 2, leftOut);
    }
    int leftOut = Beginning.wordsBefore(lines, from);
    return from < index
        ? new Told(whole, from, fitness.of(lines.get(from)) - lost, index - from + 1, leftOut)
        : alone(talk, lines, index, leftOut);
  }

  /** A question asks the same without its "but". */
  private Told alone(Talk talk, List<Line> lines, int index, int leftOut) {
    var line = lines.get(index);
    if (leftOut == 0 && isForPeople(lines, index)) {
      return new Told(
          line.goingOn(lines.get(index + 1)), index, fit(talk, lines, index), 2, leftOut);
    }
    var shown = line.withoutContrast();
    double fit = fit(talk, lines, index) + fitness.of(shown) - fitness.of(line);
    return new Told(shown, index, fit, 1, leftOut);
  }

  /** "Is anyone using …? I'm trying to …": what it is about comes after. */
  private boolean isForPeople(List<Line> lines, int index) {
    var line = lines.get(index);
    if (!line.has(Cue.FOR_PEOPLE)
        || line.quote().words() > READ_AT_ONCE
        || index + 1 == lines.size()
        || !line.isFollowedBy(lines.get(index + 1))) {
      return false;
    }
    var next = lines.get(index + 1);
    return next.starts(Cue.OWN_STORY)
        && !next.asks()
        && !next.has(Cue.META)
        && !next.starts(Cue.OPINION)
        && line.quote().words() + next.quote().words() <= MOST_WORDS
        && fitness.besideWhatItMeans(next) > fitStatement;
  }

  /** Whether its author sets the next sentence against it. */
  private static boolean isContrasted(List<Line> lines, int index) {
    return index + 1 < lines.size()
        && lines.get(index + 1).isOfSameMessage(lines.get(index))
        && lines.get(index + 1).starts(Cue.CONTRAST);
  }

  /** What stands before a "but" only leads to it: told alone it leaves out what matters. */
  private Told withContrast(Talk talk, List<Line> lines, int index) {
    var line = lines.get(index);
    var next = lines.get(index + 1);
    boolean both =
        line.isFollowedBy(next)
            && line.quote().words() + next.quote().words() <= MOST_WORDS
            && fitness.besideWhatItMeans(next) > fitStatement;
    double fit = fit(talk, lines, index);
    int leftOut = Beginning.wordsBefore(lines, index);
    return both
        ? new Told(line.then(next), index, fit - (leftOut > 0 ? NAMES_NOTHING : 0), 2, leftOut)
        : new Told(line, index, fit - NAMES_NOTHING, 1, leftOut);
  }

  /**
   * Where a long message tells what its author is about: a short question at its end needs that,
   * and one that asks for any help. What else it begins with may be about anything. Where it shows
   * code or leads somewhere, "this" means that; "or …" goes on from what is asked before it.
   *
   * @param from where what is told with the question begins
   * @param words how many that has
   * @return the index of a line of the same message; {@code from} where there is none
   */
  private int situation(List<Line> lines, int from, int index, int words) {
    var asked = lines.get(index);
    boolean needsMore = Incomplete.needsMore(asked);
    if (!asked.asks()
        || Incomplete.isTalkAboutTalk(asked)
        || asked.starts(Cue.LEANING)
        || asked.sign() == QuestionSign.CUE
        || Incomplete.isAnsweredAtOnce(lines, index)
        || (from == index && Fitness.leans(asked) && Incomplete.showsMore(asked.message()))) {
      return from;
    }
    return IntStream.range(Beginning.start(lines, index), from)
        .filter(i -> needsMore || Incomplete.isAlike(asked) || index - i >= MANY_BEFORE)
        .filter(i -> tells(lines.get(i), words, MOST_WORDS))
        .findFirst()
        .orElse(from);
  }

  /** Whether it tells a situation, with so many words of a question after it. */
  private boolean tells(Line line, int words, int most) {
    return line.starts(Cue.SITUATION)
        && !line.asks()
        && !line.isListed()
        && !line.starts(Cue.THANKS)
        && line.quote().words() > WORDS_OF_A_LEAD
        && line.quote().words() + words < most
        && !line.has(Cue.BESIDE)
        && fitness.of(line) > fitStatement;
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
                || (!first && Incomplete.isUnnamed(line))
                || isAside(talk, lines, index)
                || Incomplete.isAnsweredAtOnce(lines, index));
    return fitness.of(line)
        - (lost || Incomplete.pointsAtMore(line.message()) ? NAMES_NOTHING : 0)
        - (!line.asks() && isAnnounced(lines, index) ? ANNOUNCED : 0);
  }

  /**
   * Whether a question is too short for the place it has, in its message or in its talk, or is none
   * there: "what was even funnier is …".
   */
  private static boolean isAside(Talk talk, List<Line> lines, int index) {
    var line = lines.get(index);
    boolean within = index > 0 && lines.get(index - 1).isOfSameMessage(line);
    boolean midway = isMidway(talk, line);
    int words = line.quote().words();
    boolean toRoom = line.has(Cue.TO_ROOM);
    if (leadsItsMessage(lines, index)) {
      return false;
    }
    return ((within || midway) && words <= FEW_WORDS)
        || ((within || midway) && words <= Incomplete.SOME_WORDS && !toRoom)
        || ((within || midway) && line.sign() == QuestionSign.CUE && !toRoom)
        || (within && Incomplete.isAboutCode(line) && !toRoom)
        || (isAnnounced(lines, index) && Incomplete.showsCode(line.message()) && !toRoom);
  }

  /** Whether its message begins with it and goes on: the rest tells what the question is about. */
  private static boolean leadsItsMessage(List<Line> lines, int index) {
    var line = lines.get(index);
    return line.sign() == QuestionSign.MARK
        && Beginning.start(lines, index) == index
        && index + MANY_AFTER < lines.size()
        && lines.get(index + MANY_AFTER).isOfSameMessage(line);
  }

  private static boolean isAnnounced(List<Line> lines, int index) {
    return lines.subList(0, index).stream()
        .anyMatch(line -> line.isOfSameMessage(lines.get(index)) && line.plain().endsWith(":"));
  }

  /** "I wonder whether …" in the middle of a flat talk is a remark of it. */
  private static boolean isMusing(Talk talk, Line line) {
    return line.sign() == QuestionSign.CUE && !line.has(Cue.TO_ROOM) && isMidway(talk, line);
  }

  private static boolean isMidway(Talk talk, Line line) {
    return !talk.isThread() && (talk.midway() || !talk.startsWith(line.message()));
  }

  /**
   * Where what a question needs begins: the sentence before it in its message says what it is
   * about, or the one before that where both lean.
   */
  private int from(List<Line> lines, int index) {
    if (!lines.get(index).asks()
        || Incomplete.isAnsweredAtOnce(lines, index)
        || Incomplete.isTalkAboutTalk(lines.get(index))) {
      return index;
    }
    int words = lines.get(index).quote().words();
    for (int from = index - 1; from >= Math.max(0, index - MOST_BEFORE); from--) {
      var before = lines.get(from);
      words += before.quote().words();
      if (before.asks()
          || before.starts(Cue.THANKS)
          || before.isListed()
          || !before.isFollowedBy(lines.get(from + 1))
          || words > (Incomplete.needsMore(lines.get(index)) ? MOST_WORDS : READ_AT_ONCE)) {
        return index;
      }
      if (fitness.of(before) > fitStatement) {
        return from;
      }
    }
    return index;
  }
}
