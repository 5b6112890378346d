package ponte.digest;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells what an author put aside: who goes on with "anyway, …" comes to what they are about only
 * then.
 */
final class Asides {

  /** So many letters of a sentence are enough to find it in its message. */
  private static final int LETTERS = 16;

  private static final Pattern SENTENCE_END = Pattern.compile("[.?!…)\\n]\\s*");

  private Asides() {}

  /** Whether its author comes back to something after a line, before anybody else speaks. */
  static boolean isPutAside(Talk talk, List<Line> lines, int index) {
    var line = lines.get(index);
    var turn = talk.turns().get(line.turn()).messages();
    return turn.stream()
            .filter(message -> message.at().isAfter(line.message().at()))
            .anyMatch(
                message -> Cues.anyStarts(Cue.BACK_TO_IT, message.text().searchable().strip()))
        || lines.subList(index + 1, lines.size()).stream()
            .takeWhile(line::isOfSameMessage)
            .anyMatch(Asides::comesBack);
  }

  /** Whether a line is told after "anyway", which is cut from it. */
  static boolean comesBack(Line line) {
    var all = line.message().text().searchable();
    var plain = line.plain();
    int at =
        all.toLowerCase(Locale.ROOT)
            .indexOf(
                plain.substring(0, Math.min(LETTERS, plain.length())).toLowerCase(Locale.ROOT));
    return at > 0
        && SENTENCE_END
            .matcher(all.substring(0, at))
            .results()
            .reduce((_, later) -> later)
            .filter(
                end -> Cues.in(line.language()).starts(Cue.BACK_TO_IT, all.substring(end.end())))
            .isPresent();
  }
}
