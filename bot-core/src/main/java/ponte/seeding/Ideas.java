package ponte.seeding;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ponte.command.Sowing;
import ponte.command.Sowing.Shape;

/** Reads what people want to begin from how they typed it. */
final class Ideas {

  /** Answers stand behind the question: "which day? Monday / Tuesday". */
  private static final Pattern BETWEEN = Pattern.compile("\\s+/\\s+|\\s*[;|\\n]\\s*");

  private Ideas() {}

  static Draft draft(Sowing.Idea idea) {
    var text = idea.text().strip();
    int asked = text.indexOf('?');
    var behind = asked < 0 ? "" : text.substring(asked + 1).strip();
    return idea.shape() == Shape.POLL && !behind.isEmpty()
        ? new Draft(
            Shape.POLL, text.substring(0, asked + 1), options(behind), false, null, List.of())
        : new Draft(idea.shape(), text, List.of(), false, null, List.of());
  }

  /** The answers to choose from, each once and short enough for a button. */
  static List<String> options(String text) {
    return Stream.of(BETWEEN.split(text))
        .map(String::strip)
        .filter(option -> !option.isEmpty())
        .map(
            option ->
                option.length() <= Draft.LONGEST_OPTION
                    ? option
                    : option.substring(0, Draft.LONGEST_OPTION - 1) + "…")
        .distinct()
        .limit(Draft.MOST_OPTIONS)
        .toList();
  }

  /** Whoever agreed to answer agreed to this text and no other. */
  static Draft rewritten(Draft before, Sowing.Write write) {
    return new Draft(
        write.shape(),
        write.prompt(),
        write.shape() == Shape.POLL ? write.options() : List.of(),
        write.secret(),
        write.shape() == before.shape() && write.prompt().equals(before.prompt())
            ? before.host()
            : null,
        before.invited());
  }
}
