package ponte.listening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of questions that are alike: around the one with most like it all that are, then around
 * the next of those that are left (star clustering; Aslam, Pelekhov and Rus, "The Star Clustering
 * Algorithm", Journal of Graph Algorithms and Applications 8(1), 2004). Each is alike to the middle
 * of its group, so that groups do not grow into chains.
 *
 * <p>How alike two are is the cosine of their terms by rarity; what is asked counts twice as much
 * as what is told around it. Only those are held against each other that share a rare term, and
 * which are alike is found twice, to be counted and to be grouped, instead of kept.
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

  /** For each question its terms by number, and their weights. */
  private final int[][] terms;

  private final double[][] weights;

  /** For each rare term the questions that have it, and its weight in each; for others nothing. */
  private final int[][] having;

  private final double[][] worth;

  /** How alike each is to the one that is looked at, and how many terms they share. */
  private final double[] sums;

  private final int[] shared;

  Alike(List<Inquiry> inquiries) {
    this.inquiries = inquiries;
    int size = inquiries.size();
    this.terms = new int[size][];
    this.weights = new double[size][];
    this.sums = new double[size];
    this.shared = new int[size];
    var numbers = new HashMap<Integer, Integer>();
    for (int i = 0; i < size; i++) {
      var own = weights(inquiries.get(i));
      terms[i] =
          own.keySet().stream()
              .mapToInt(term -> numbers.computeIfAbsent(term, _ -> numbers.size()))
              .toArray();
      weights[i] = own.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
    var times = new int[numbers.size()];
    for (var own : terms) {
      for (int term : own) {
        times[term]++;
      }
    }
    for (int i = 0; i < size; i++) {
      toUnit(i, times);
    }
    this.having = new int[times.length][];
    this.worth = new double[times.length][];
    index(times);
  }

  private static Map<Integer, Double> weights(Inquiry inquiry) {
    var weights = new LinkedHashMap<Integer, Double>();
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

  private void toUnit(int one, int[] times) {
    var vector = weights[one];
    double squares = 0;
    for (int i = 0; i < vector.length; i++) {
      double rarity = Math.log((1.0 + inquiries.size()) / times[terms[one][i]]);
      vector[i] *= Math.max(0, rarity);
      squares += vector[i] * vector[i];
    }
    double length = squares == 0 ? 1 : Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
  }

  private void index(int[] times) {
    double most = Math.max(FEW, COMMON * inquiries.size());
    for (int term = 0; term < times.length; term++) {
      having[term] = new int[times[term] <= most ? times[term] : 0];
      worth[term] = new double[having[term].length];
    }
    var filled = new int[times.length];
    for (int one = 0; one < terms.length; one++) {
      for (int i = 0; i < terms[one].length; i++) {
        int term = terms[one][i];
        if (having[term].length > 0) {
          having[term][filled[term]] = one;
          worth[term][filled[term]++] = weights[one][i];
        }
      }
    }
  }

  /** A question that is like another. */
  private record Like(int question, double likeness) {}

  /** The questions like one, itself among them if it is not made of common words alone. */
  private List<Like> like(int one, double likeness) {
    var touched = new int[16];
    int count = 0;
    for (int i = 0; i < terms[one].length; i++) {
      var others = having[terms[one][i]];
      var values = worth[terms[one][i]];
      for (int j = 0; j < others.length; j++) {
        int other = others[j];
        if (shared[other]++ == 0) {
          if (count == touched.length) {
            touched = Arrays.copyOf(touched, 2 * count);
          }
          touched[count++] = other;
        }
        sums[other] += weights[one][i] * values[j];
      }
    }
    var like = new ArrayList<Like>();
    for (int i = 0; i < count; i++) {
      int other = touched[i];
      if (sums[other] >= likeness && (other == one || shared[other] >= SHARED)) {
        like.add(new Like(other, sums[other]));
      }
      sums[other] = 0;
      shared[other] = 0;
    }
    return like;
  }

  /**
   * The groups, the largest first; in each the one in its middle first, then those most like it.
   *
   * @param likeness so alike each must be to the one in the middle, 0 to 1
   */
  List<List<Inquiry>> groups(double likeness) {
    var people = new int[inquiries.size()];
    var order = new ArrayList<Integer>();
    for (int i = 0; i < people.length; i++) {
      people[i] =
          (int)
              like(i, likeness).stream()
                  .map(each -> inquiries.get(each.question()).spoken().person())
                  .distinct()
                  .count();
      order.add(i);
    }
    order.sort(
        Comparator.comparingInt((Integer each) -> -people[each])
            .thenComparing(Comparator.naturalOrder()));
    var taken = new boolean[people.length];
    var groups = new ArrayList<List<Inquiry>>();
    for (int middle : order) {
      if (!taken[middle]) {
        groups.add(around(middle, likeness, taken));
      }
    }
    groups.sort(Comparator.comparingInt(group -> -people(group)));
    return groups;
  }

  /** The group around one of those that are in no other yet. */
  private List<Inquiry> around(int middle, double likeness, boolean[] taken) {
    var group = new ArrayList<Inquiry>();
    group.add(inquiries.get(middle));
    taken[middle] = true;
    like(middle, likeness).stream()
        .filter(each -> !taken[each.question()])
        .sorted(
            Comparator.comparingDouble((Like each) -> -each.likeness())
                .thenComparing(Like::question))
        .forEachOrdered(
            each -> {
              taken[each.question()] = true;
              group.add(inquiries.get(each.question()));
            });
    return group;
  }

  static int people(List<Inquiry> group) {
    return (int) group.stream().map(each -> each.spoken().person()).distinct().count();
  }
}
