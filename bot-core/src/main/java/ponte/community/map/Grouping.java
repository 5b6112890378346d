package ponte.community.map;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The groups that are drawn: those that {@link Leiden} finds. One of too few joins the one it is
 * most tied to; who is tied to none stays out.
 */
final class Grouping {

  private final Ties ties;
  private final int fewest;
  private final int[] groups;

  Grouping(Ties ties, int fewest) {
    this.ties = ties;
    this.fewest = fewest;
    this.groups = Leiden.groups(ties);
  }

  /** The group of each node, the largest first; -1: in none that is drawn. */
  int[] groups() {
    var smallest = smallest();
    while (smallest >= 0) {
      join(smallest, neighbour(smallest));
      smallest = smallest();
    }
    return numbered();
  }

  private int[] sizes() {
    var sizes = new int[ties.nodes()];
    for (var group : groups) {
      if (group >= 0) {
        sizes[group]++;
      }
    }
    return sizes;
  }

  /** The smallest group that is too small; of several the last; -1: there is none. */
  private int smallest() {
    var sizes = sizes();
    var found = -1;
    for (var group = 0; group < sizes.length; group++) {
      if (sizes[group] > 0
          && sizes[group] < fewest
          && (found < 0 || sizes[group] <= sizes[found])) {
        found = group;
      }
    }
    return found;
  }

  private int neighbour(int group) {
    var weights = new double[ties.nodes()];
    for (var node = 0; node < groups.length; node++) {
      for (var i = ties.first(node); groups[node] == group && i < ties.end(node); i++) {
        var other = groups[ties.other(i)];
        if (other >= 0 && other != group) {
          weights[other] += ties.weight(i);
        }
      }
    }
    var best = -1;
    for (var other = 0; other < weights.length; other++) {
      if (weights[other] > (best < 0 ? 0 : weights[best])) {
        best = other;
      }
    }
    return best;
  }

  private void join(int group, int into) {
    for (var node = 0; node < groups.length; node++) {
      if (groups[node] == group) {
        groups[node] = into;
      }
    }
  }

  private int[] numbered() {
    var sizes = sizes();
    var order =
        IntStream.range(0, sizes.length)
            .filter(group -> sizes[group] > 0)
            .boxed()
            .sorted(Comparator.comparingInt((Integer group) -> -sizes[group]))
            .toList();
    var places = new int[sizes.length];
    for (var place = 0; place < order.size(); place++) {
      places[order.get(place)] = place;
    }
    return Arrays.stream(groups).map(group -> group < 0 ? -1 : places[group]).toArray();
  }
}
