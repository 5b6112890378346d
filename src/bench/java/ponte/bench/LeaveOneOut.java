package ponte.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import ponte.bench.Ablations.Changed;
import ponte.bench.Ablations.Part;
import ponte.bench.Trial.Split;
import ponte.bench.Trial.Way;
import ponte.expert.ExpertRules;

/**
 * Whether the numbers of the ranking hold for a workspace they were not chosen on: for each one
 * those are taken that are best on the train questions of all others, by the mean of their MRR.
 */
final class LeaveOneOut {

  private static final double[] JOINED = {0.15, 0.3};
  private static final double[] FADING = {0.6, 0.8};
  private static final double[] PACE = {0, 0.5};
  private static final double[] KNOWN = {0, 0.2, 0.4};

  /** How the names of its rankings begin. */
  static final String PREFIX = "taking part ";

  private LeaveOneOut() {}

  static List<PeopleRanking> choices(Function<Ablations.Named, PeopleRanking> routing) {
    var usual = Changed.of(ExpertRules.DEFAULT.routing());
    var choices = new ArrayList<PeopleRanking>();
    for (var joined : JOINED) {
      for (var fading : FADING) {
        for (var pace : PACE) {
          for (var known : KNOWN) {
            var name =
                String.format(
                    Locale.ROOT,
                    PREFIX + "%.2f, fading %.1f, pace %.1f, who knows %.1f",
                    joined,
                    fading,
                    pace,
                    known);
            var changed =
                usual
                    .with(name, Part.JOINED, joined)
                    .with(name, Part.FADING, fading)
                    .with(name, Part.PACE, pace)
                    .with(name, Part.KNOWN, known);
            choices.add(routing.apply(Ablations.routed(name, changed.rules())));
          }
        }
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
              mrr(left, Split.EVAL, Ponte.ROUTING)));
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
    return trial.of(Way.USUAL, split).getOrDefault(ranking, new Scores()).mrr();
  }
}
