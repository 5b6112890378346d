package ponte.digest;

import java.time.Duration;
import java.util.List;

/** What the author of a reply says beside it, and what would not be told with it. */
final class Withheld {

  private static final Duration AT_ONCE = Duration.ofMinutes(2);

  /** Who says no more than that has said nothing else with it. */
  private static final int WORDS_OF_AGREEMENT = 3;

  private final List<Line> lines;

  /**
   * @param lines those of the whole talk
   */
  Withheld(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * Whether its author said something before it in the same message, other than "sorry" or "that is
   * right".
   */
  boolean isAmid(int index) {
    return index > 0
        && lines.get(index - 1).isOfSameMessage(lines.get(index))
        && !isApology(index - 1)
        && (!isMereAgreement(lines.get(index - 1)) || isAmid(index - 1));
  }

  /** Whether it says no more than "right" or "that's true", which answers nothing. */
  static boolean isMereAgreement(Line line) {
    return line.quote().words() <= WORDS_OF_AGREEMENT
        && Cues.anyStarts(Cue.AGREEING, line.plain())
        && !Cues.anyStarts(Cue.YES_NO, line.plain());
  }

  /** Whether a line begins its message, and that begins with "sorry". */
  boolean isApology(int index) {
    var line = lines.get(index);
    return (index == 0 || !lines.get(index - 1).isOfSameMessage(line)) && putsRight(line);
  }

  /**
   * Whether the message of a line begins with "sorry": it stands for what its author said before.
   */
  static boolean putsRight(Line line) {
    return Contradictions.starts(Cue.SORRY, line);
  }

  /**
   * Whether the rest of its message says that its author does not know, or announces it for a case:
   * "assuming this is a package: …".
   */
  boolean isHedged(int index) {
    var line = lines.get(index);
    for (int i = index - 1; i >= 0 && lines.get(i).isOfSameMessage(line); i--) {
      if (lines.get(i).has(Cue.DOUBT)
          || lines.get(i).starts(Cue.NO_ANSWER)
          || isCase(lines.get(i))) {
        return true;
      }
    }
    return lines.stream()
        .skip(index + 1L)
        .takeWhile(line::isOfSameMessage)
        .anyMatch(after -> after.has(Cue.DOUBT));
  }

  /** Whether it only goes on from what its message agrees with first. */
  boolean isOfAgreement(int from) {
    return from > 0
        && lines.get(from - 1).isOfSameMessage(lines.get(from))
        && lines.stream()
            .filter(lines.get(from)::isOfSameMessage)
            .findFirst()
            .filter(first -> first.quote().words() > WORDS_OF_AGREEMENT)
            .filter(first -> Contradictions.starts(Cue.AGREEING, first))
            .isPresent();
  }

  private static boolean isCase(Line line) {
    return line.plain().endsWith(":") && line.starts(Cue.SUBORDINATE);
  }

  /** Whether its author says right after it where it does not hold: "at least not for …". */
  boolean isLimited(int index) {
    if (index + 1 == lines.size()) {
      return false;
    }
    var line = lines.get(index);
    var next = lines.get(index + 1);
    return next.turn() == line.turn()
        && !next.message().at().isAfter(line.message().at().plus(AT_ONCE))
        && next.starts(Cue.LIMITING);
  }
}
