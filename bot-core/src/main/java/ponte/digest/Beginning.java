package ponte.digest;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a message begins with: it says what the rest is about, and is told with a sentence of it as
 * far as both are short.
 */
final class Beginning {

  /** So many words are read at once. */
  private static final int MOST_WORDS = 45;

  /** Who says no more than that only leads to what follows. */
  private static final int WORDS_OF_A_LEAD = 3;

  /** Greetings and the like have no more words. */
  private static final int WORDS_OF_A_GREETING = 5;

  private final Fitness fitness;
  private final double fitStatement;

  /**
   * @param fitStatement what begins a message has to be fitter than that
   */
  Beginning(Fitness fitness, double fitStatement) {
    this.fitness = fitness;
    this.fitStatement = fitStatement;
  }

  /** The first line of the message of a line, or where its author comes back from an aside. */
  static int start(List<Line> lines, int index) {
    int start = index;
    while (start > 0
        && lines.get(start - 1).isOfSameMessage(lines.get(index))
        && !Asides.comesBack(lines.get(start))) {
      start--;
    }
    return start;
  }

  /** Where its message begins to say something: not with thanks, nor with a call for attention. */
  static int of(List<Line> lines, int index) {
    return IntStream.range(start(lines, index), index)
        .filter(i -> !isLead(lines.get(i)))
        .findFirst()
        .orElse(index);
  }

  /** How many words a message says before a line of it, without those that only lead to it. */
  static int wordsBefore(List<Line> lines, int index) {
    return wordsBetween(lines, start(lines, index), index);
  }

  /** Whether so many words, said before and not told, are more than who greets says. */
  static boolean isLeftOut(int words) {
    return words > WORDS_OF_A_GREETING;
  }

  /** How many words are said between two lines of a message, the first included. */
  static int wordsBetween(List<Line> lines, int from, int until) {
    return lines.subList(from, until).stream()
        .filter(line -> !isLead(line))
        .mapToInt(line -> line.quote().words())
        .sum();
  }

  static Line joined(List<Line> lines, int from, int to) {
    return lines.subList(from + 1, to + 1).stream().reduce(lines.get(from), Line::then);
  }

  /** A line with all that its message says before it, where that is short. */
  static Line toldWith(List<Line> lines, int index) {
    int from = of(lines, index);
    return goOn(lines, from, index) && isShort(lines, from, index)
        ? joined(lines, from, index)
        : lines.get(index);
  }

  private static boolean isLead(Line line) {
    return line.starts(Cue.THANKS)
        || line.has(Cue.META)
        || !line.quote().letters()
        || (!line.asks() && line.quote().words() <= WORDS_OF_A_LEAD);
  }

  /** Whether all from a line to another is short, and can stand alone. */
  boolean isReadWith(List<Line> lines, int from, int to) {
    return fitness.of(lines.get(from)) > fitStatement
        && !lines.get(to).starts(Cue.LEANING)
        && !Incomplete.isAnsweredAtOnce(lines, to)
        && goOn(lines, from, to)
        && isShort(lines, from, to);
  }

  /** Where what is told of news ends: they are seldom in the first sentence alone. */
  int end(List<Line> lines, int from, int index) {
    int end = index;
    while (end + 1 < lines.size()
        && goOn(lines, end, end + 1)
        && isShort(lines, from, end + 1)
        && isNewsToo(lines.get(end + 1))) {
      end++;
    }
    return end;
  }

  private boolean isNewsToo(Line next) {
    return !next.asks()
        && next.quote().letters()
        && !next.quote().mentions()
        && !next.has(Cue.META)
        && !next.has(Cue.BESIDE)
        && !next.starts(Cue.THANKS)
        && fitness.besideWhatItMeans(next) > fitStatement;
  }

  private static boolean goOn(List<Line> lines, int from, int to) {
    return IntStream.range(from, to)
        .allMatch(
            i ->
                lines.get(i).isFollowedBy(lines.get(i + 1))
                    && !lines.get(i).isListed()
                    && !lines.get(i + 1).isListed());
  }

  /** Whether it can be shown without being cut. */
  private static boolean isShort(List<Line> lines, int from, int to) {
    int words = lines.subList(from, to + 1).stream().mapToInt(line -> line.quote().words()).sum();
    return words <= MOST_WORDS && !Clip.cuts(MOST_WORDS, joined(lines, from, to).quote().text());
  }
}
