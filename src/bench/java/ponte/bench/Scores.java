package ponte.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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

  /** The mean reciprocal rank of the first right name. */
  double mrr() {
    return mean(reciprocalRanks);
  }

  static String header() {
    return String.format(
        Locale.ROOT,
        "%-32s %6s  %-13s %6s %6s %6s %6s  %s",
        "ranking",
        "MRR@10",
        "95 %",
        "Hit@1",
        "Hit@3",
        "Hit@5",
        "MAP@10",
        "first one's MRR less this one's");
  }

  /**
   * @param first scores of the same questions to compare with
   */
  String line(String name, Scores first) {
    var own = Bootstrap.of(reciprocalRanks);
    return String.format(
        Locale.ROOT,
        "%-32s %6.3f  %.3f to %.3f %6.3f %6.3f %6.3f %6.3f  %s",
        name,
        mrr(),
        own.low(),
        own.high(),
        hit(1),
        hit(3),
        hit(5),
        mean(averagePrecisions),
        first == this ? "" : difference(first));
  }

  /** With the interval of the differences question by question. */
  private String difference(Scores first) {
    var differences = less(first);
    var interval = Bootstrap.of(differences);
    return String.format(
        Locale.ROOT, "%+.3f (%+.3f to %+.3f)", mean(differences), interval.low(), interval.high());
  }

  /**
   * Every ranking's MRR, the mean over workspaces of equal weight, and the first one's less it.
   *
   * @param workspaces the scores of each ranking in each of them
   */
  static List<String> together(List<Map<String, Scores>> workspaces) {
    var first = workspaces.getFirst().keySet().iterator().next();
    return workspaces.getFirst().keySet().stream()
        .map(name -> together(name, first, workspaces))
        .toList();
  }

  private static String together(String name, String first, List<Map<String, Scores>> workspaces) {
    var own = new ArrayList<Double>();
    var differences = new ArrayList<List<Double>>();
    for (var workspace : workspaces) {
      var scores = workspace.getOrDefault(name, new Scores());
      own.add(scores.mrr());
      differences.add(scores.less(workspace.getOrDefault(first, new Scores())));
    }
    var interval = Bootstrap.ofMeans(differences);
    return String.format(
        Locale.ROOT,
        "%-32s %6.3f  %s",
        name,
        mean(own),
        name.equals(first)
            ? ""
            : String.format(
                Locale.ROOT,
                "%+.3f (%+.3f to %+.3f)",
                mean(differences.stream().map(Scores::mean).toList()),
                interval.low(),
                interval.high()));
  }

  /** What the first one has more, question by question. */
  private List<Double> less(Scores first) {
    return IntStream.range(0, count())
        .mapToObj(i -> first.reciprocalRanks.get(i) - reciprocalRanks.get(i))
        .toList();
  }

  private double hit(int names) {
    return (double) reciprocalRanks.stream().filter(rank -> rank >= 1.0 / names).count()
        / Math.max(1, count());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
