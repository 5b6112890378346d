package ponte.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import ponte.bench.Trial.Split;
import ponte.expert.ExpertRules;

/**
 * Whether the numbers of the ranking hold for a workspace they were not chosen on: for each one
 * those are taken that are best on the train questions of all others, by the mean of their MRR.
 */
final class LeaveOneOut {

  private static final int[] HALF_LIFE_DAYS = {30, 90, 180, 360};
  private static final double[] ELSEWHERE = {0.2, 0.4, 0.7, 1};

  /** How the names of its rankings begin. */
  static final String PREFIX = "half-life ";

  private LeaveOneOut() {}

  static List<PeopleRanking> choices(Function<Ablations.Named, PeopleRanking> ponte) {
    var votes = ExpertRules.DEFAULT.votes();
    var choices = new ArrayList<PeopleRanking>();
    for (var days : HALF_LIFE_DAYS) {
      for (var elsewhere : ELSEWHERE) {
        var name = String.format(Locale.ROOT, PREFIX + "%d d, elsewhere %.1f", days, elsewhere);
        choices.add(
            ponte.apply(
                Ablations.named(name, Ablations.with(votes, elsewhere, Duration.ofDays(days)))));
      }
    }
    return choices;
  }

  /** What is chosen for each, and how that does on its eval questions. */
  static List<String> lines(List<Trial> trials, List<String> names, List<String> choices) {
    var lines = new ArrayList<String>();
    for (var i = 0; i < trials.size(); i++) {
      var others = new ArrayList<>(trials);
      var left = others.remove(i);
      var best = choices.getFirst();
      for (var choice : choices) {
        if (trainMrr(others, choice) > trainMrr(others, best)) {
          best = choice;
        }
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "%-20s chosen on the others: %s (train %.3f); here eval %.3f, the defaults %.3f",
              names.get(i),
              best,
              trainMrr(others, best),
              mrr(left, Split.EVAL, best),
              mrr(left, Split.EVAL, "Ponte")));
    }
    return lines;
  }

  private static double trainMrr(List<Trial> trials, String ranking) {
    return trials.stream()
        .mapToDouble(trial -> mrr(trial, Split.TRAIN, ranking))
        .average()
        .orElse(0);
  }

  private static double mrr(Trial trial, Split split, String ranking) {
    return trial.of(split).getOrDefault(ranking, new Scores()).mrr();
  }
}
