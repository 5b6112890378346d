package ponte.digest;

import java.util.List;
import java.util.regex.Pattern;

/** Whether what somebody said is taken back, or said not to be so, soon after it. */
final class Contradictions {

  /** Who spoke too soon says so within so many turns. */
  private static final int TAKEN_BACK_WITHIN_TURNS = 3;

  private static final int CONTRADICTED_WITHIN_TURNS = 2;

  /** Further on in a message it is about something else. */
  private static final int SENTENCES = 2;

  /** "@ada no, …" */
  private static final Pattern NAMES = Pattern.compile("^(?:@\\S+[,:]?\\s*)+|^\\W+");

  private final List<Line> lines;

  Contradictions(List<Line> lines) {
    this.lines = lines;
  }

  boolean meet(Line said) {
    return lines.stream()
        .filter(line -> line.message().at().isAfter(said.message().at()))
        .filter(line -> !line.isOfSameMessage(said))
        .anyMatch(
            line ->
                line.author().equals(said.author())
                    ? takesBack(line, said)
                    : contradicts(line, said));
  }

  private static boolean takesBack(Line line, Line said) {
    return line.turn() <= said.turn() + TAKEN_BACK_WITHIN_TURNS
        && (line.has(Cue.TAKEN_BACK) || starts(Cue.CONCEDED, line) || isPutRight(line, said));
  }

  /** Whether it tells something else after "sorry", and not to somebody else. */
  private static boolean isPutRight(Line line, Line said) {
    var to = line.message().text().mentions();
    return !line.asks()
        && starts(Cue.SORRY, line)
        && (to.isEmpty() || to.equals(said.message().text().mentions()));
  }

  private boolean contradicts(Line line, Line said) {
    if (line.turn() <= said.turn()
        || line.turn() > said.turn() + CONTRADICTED_WITHIN_TURNS
        || !Outcomes.mayBeTo(said.author(), line)) {
      return false;
    }
    boolean next = line.turn() == said.turn() + 1;
    return (line.has(Cue.CONTRADICTION) && isAmongTheFirst(line))
        || (next && !said.starts(Cue.YES_NO) && starts(Cue.CONTRADICTION_FIRST, line));
  }

  private boolean isAmongTheFirst(Line line) {
    return lines.stream().filter(line::isOfSameMessage).limit(SENTENCES).anyMatch(line::equals);
  }

  /** Whether the message of a line starts so; fillers are cut from the line itself. */
  static boolean starts(Cue cue, Line line) {
    return Cues.anyStarts(
        cue, NAMES.matcher(line.message().text().searchable().strip()).replaceFirst(""));
  }
}
