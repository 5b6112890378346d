package ponte.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ponte.conversation.PersonId;
import ponte.expert.Experts.Ranked;

/** How well rankings met those who answered. */
final class Scores {

  private final List<Double> reciprocalRanks = new ArrayList<>();
  private final List<Double> averagePrecisions = new ArrayList<>();

  void add(List<Ranked> ranking, Set<PersonId> answerers) {
    var met = 0;
    var precisions = 0.0;
    var first = 0;
    for (var i = 0; i < Math.min(ranking.size(), PeopleRanking.NAMES); i++) {
      if (answerers.contains(ranking.get(i).person())) {
        met++;
        precisions += (double) met / (i + 1);
        first = first == 0 ? i + 1 : first;
      }
    }
    reciprocalRanks.add(first == 0 ? 0.0 : 1.0 / first);
    averagePrecisions.add(precisions / Math.min(answerers.size(), PeopleRanking.NAMES));
  }

  int count() {
    return reciprocalRanks.size();
  }

  static String header() {
    return String.format(
        Locale.ROOT,
        "%-20s %6s %6s %6s %6s %6s %6s",
        "ranking",
        "MRR@10",
        "±",
        "Hit@1",
        "Hit@3",
        "Hit@5",
        "MAP@10");
  }

  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%-20s %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f",
        name,
        mean(reciprocalRanks),
        halfWidth(reciprocalRanks),
        hit(1),
        hit(3),
        hit(5),
        mean(averagePrecisions));
  }

  private double hit(int names) {
    return (double) reciprocalRanks.stream().filter(rank -> rank >= 1.0 / names).count()
        / Math.max(1, count());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** Of the 95 % interval around the mean. */
  private static double halfWidth(List<Double> values) {
    var mean = mean(values);
    var squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    return values.size() < 2 ? 0 : 1.96 * Math.sqrt(squares / (values.size() - 1) / values.size());
  }
}
