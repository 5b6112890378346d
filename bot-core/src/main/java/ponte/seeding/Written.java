package ponte.seeding;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ponte.command.Sowing;
import ponte.command.Sowing.Shape;
import ponte.reply.Texts;

/** What a seed that somebody writes another way must keep to, whether a form sent it or not. */
final class Written {

  /** So many weeks may lie between two of a series; 0: it is none. */
  static final List<Integer> SERIES = List.of(0, 1, 2, 4);

  private Written() {}

  /** What may be wrong with it. */
  enum Problem {
    PROMPT,
    SHAPE,
    OPTIONS,
    DAY,
    WEEKS
  }

  /**
   * What is wrong with it.
   *
   * @param before as what it was to be posted until now
   * @param today the day it is in its channel
   */
  static Set<Problem> problems(Sowing.Write write, Shape before, LocalDate today) {
    var problems = EnumSet.noneOf(Problem.class);
    if (write.prompt().isBlank() || write.prompt().length() > Draft.LONGEST_PROMPT) {
      problems.add(Problem.PROMPT);
    }
    // Anybody may call for help and nobody approves it: nothing else may be made of it, or into it.
    if ((write.shape() == Shape.RALLY) != (before == Shape.RALLY)) {
      problems.add(Problem.SHAPE);
    }
    if (write.shape() == Shape.POLL && !areOptions(write.options())) {
      problems.add(Problem.OPTIONS);
    }
    if (write.day().isBefore(today)) {
      problems.add(Problem.DAY);
    }
    var series = write.shape() == Shape.DISCUSSION || write.shape() == Shape.POLL;
    if (!SERIES.contains(write.weeks()) || (write.weeks() > 0 && !series)) {
      problems.add(Problem.WEEKS);
    }
    return problems;
  }

  private static boolean areOptions(List<String> options) {
    return options.size() >= Draft.FEWEST_OPTIONS
        && options.size() <= Draft.MOST_OPTIONS
        && options.stream().distinct().count() == options.size()
        && options.stream()
            .allMatch(each -> !each.isBlank() && each.length() <= Draft.LONGEST_OPTION);
  }

  static String says(Problem problem, Texts texts) {
    return switch (problem) {
      case PROMPT -> texts.say("form.seed.prompt.long", Draft.LONGEST_PROMPT);
      case SHAPE -> texts.say("form.seed.shape.stays");
      case OPTIONS -> texts.say("form.seed.options.few", Draft.FEWEST_OPTIONS, Draft.MOST_OPTIONS);
      case DAY -> texts.say("form.pause.past");
      case WEEKS -> texts.say("form.seed.weeks.none");
    };
  }
}
