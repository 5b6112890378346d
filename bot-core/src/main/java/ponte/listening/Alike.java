package ponte.listening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Groups of questions that are alike: around the one with most like it all that are, then around
 * the next of those that are left (star clustering; Aslam, Pelekhov and Rus, "The Star Clustering
 * Algorithm", Journal of Graph Algorithms and Applications 8(1), 2004). Each is alike to the middle
 * of its group, so that groups do not grow into chains.
 *
 * <p>How alike two are is the cosine of their terms by rarity; what is asked counts twice as much
 * as what is told around it.
 */
final class Alike {

  private static final double ASKED = 2;

  /** A longer story counts up to here. */
  private static final int MOST_TERMS = 60;

  /** What more than this share of questions has makes none alike. */
  private static final double COMMON = 0.05;

  private static final int FEW = 20;

  /** So many terms they must share at least. */
  private static final int SHARED = 2;

  private final List<Inquiry> inquiries;
  private final List<Map<Integer, Double>> vectors = new ArrayList<>();
  private final Map<Integer, List<Integer>> having = new HashMap<>();

  Alike(List<Inquiry> inquiries) {
    this.inquiries = inquiries;
    for (int i = 0; i < inquiries.size(); i++) {
      for (var term : weights(inquiries.get(i)).keySet()) {
        having.computeIfAbsent(term, _ -> new ArrayList<>()).add(i);
      }
    }
    inquiries.forEach(each -> vectors.add(unit(weights(each))));
  }

  private static Map<Integer, Double> weights(Inquiry inquiry) {
    var weights = new HashMap<Integer, Double>();
    for (var term : inquiry.spoken().terms()) {
      weights.put(term, ASKED);
    }
    for (var term : inquiry.told()) {
      if (weights.size() == MOST_TERMS) {
        break;
      }
      weights.putIfAbsent(term, 1.0);
    }
    return weights;
  }

  private Map<Integer, Double> unit(Map<Integer, Double> weights) {
    var vector = new HashMap<Integer, Double>();
    double squares = 0;
    for (var each : weights.entrySet()) {
      double rarity =
          Math.log((1.0 + inquiries.size()) / having.getOrDefault(each.getKey(), List.of()).size());
      double weight = each.getValue() * Math.max(0, rarity);
      vector.put(each.getKey(), weight);
      squares += weight * weight;
    }
    double length = squares == 0 ? 1 : Math.sqrt(squares);
    vector.replaceAll((_, weight) -> weight / length);
    return vector;
  }

  /** The questions like one, by their places, with how alike they are. */
  private Map<Integer, Double> like(int one, double likeness) {
    var sums = new HashMap<Integer, Double>();
    var shared = new HashMap<Integer, Integer>();
    vectors
        .get(one)
        .forEach(
            (term, weight) -> {
              var others = having.getOrDefault(term, List.of());
              if (others.size() <= Math.max(FEW, COMMON * inquiries.size())) {
                for (var other : others) {
                  sums.merge(
                      other, weight * vectors.get(other).getOrDefault(term, 0.0), Double::sum);
                  shared.merge(other, 1, Integer::sum);
                }
              }
            });
    sums.values().removeIf(sum -> sum < likeness);
    sums.keySet().removeIf(other -> other != one && shared.getOrDefault(other, 0) < SHARED);
    return sums;
  }

  /**
   * The groups, the largest first; in each the one in its middle first, then those most like it.
   *
   * @param likeness so alike each must be to the one in the middle, 0 to 1
   */
  List<List<Inquiry>> groups(double likeness) {
    var like = new ArrayList<Map<Integer, Double>>();
    for (int i = 0; i < inquiries.size(); i++) {
      like.add(like(i, likeness));
    }
    var order = new ArrayList<Integer>();
    for (int i = 0; i < inquiries.size(); i++) {
      order.add(i);
    }
    order.sort(
        Comparator.comparingInt((Integer each) -> -people(like.get(each)))
            .thenComparing(Comparator.naturalOrder()));
    var taken = new HashSet<Integer>();
    var groups = new ArrayList<List<Inquiry>>();
    for (var middle : order) {
      if (taken.contains(middle)) {
        continue;
      }
      var members =
          like.get(middle).entrySet().stream()
              .filter(each -> !taken.contains(each.getKey()) && !each.getKey().equals(middle))
              .sorted(
                  Comparator.comparingDouble((Map.Entry<Integer, Double> each) -> -each.getValue())
                      .thenComparing(Map.Entry::getKey))
              .map(Map.Entry::getKey)
              .toList();
      taken.add(middle);
      taken.addAll(members);
      var group = new ArrayList<Inquiry>();
      group.add(inquiries.get(middle));
      members.forEach(each -> group.add(inquiries.get(each)));
      groups.add(group);
    }
    groups.sort(Comparator.comparingInt(group -> -people(group)));
    return groups;
  }

  private int people(Map<Integer, Double> like) {
    return people(like.keySet().stream().map(inquiries::get).toList());
  }

  static int people(List<Inquiry> group) {
    return (int) group.stream().map(each -> each.spoken().person()).distinct().count();
  }
}
