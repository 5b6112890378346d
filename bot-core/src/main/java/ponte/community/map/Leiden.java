package ponte.community.map;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Finds groups whose members are tied to each other more than chance would have it: the Leiden
 * algorithm of Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected
 * communities", Scientific Reports 9, 2019, for the modularity of Newman. Where the paper draws one
 * of the groups that a node may be refined into by chance, this takes the best one.
 *
 * <p>The same ties give the same groups.
 */
final class Leiden {

  /** Begins in several orders, and keeps what is best. */
  private static final int STARTS = 4;

  /** What is gained must be more than what rounding makes. */
  private static final double LEAST_GAIN = 1e-10;

  private final RandomGenerator chance;
  private final double twice;

  private Leiden(double twice, long seed) {
    this.twice = twice;
    this.chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The group of each node: numbers from 0 on, the largest group first; ties by lowest node. */
  static int[] groups(Ties ties) {
    var twice = 0.0;
    for (var node = 0; node < ties.nodes(); node++) {
      twice += ties.strength(node);
    }
    var best = each(ties.nodes());
    for (var seed = 1; twice > 0 && seed <= STARTS; seed++) {
      var found = new Leiden(twice, seed).find(ties);
      if (seed == 1 || modularity(ties, found) > modularity(ties, best) + LEAST_GAIN) {
        best = found;
      }
    }
    return bySize(best);
  }

  /**
   * The modularity of a partition: the share of ties within groups, less what would be there by
   * chance.
   */
  static double modularity(Ties ties, int[] groups) {
    var within = 0.0;
    var twice = 0.0;
    var strengths = new double[ties.nodes()];
    for (var node = 0; node < ties.nodes(); node++) {
      twice += ties.strength(node);
      strengths[groups[node]] += ties.strength(node);
      within += 2 * ties.self(node);
      for (var i = ties.first(node); i < ties.end(node); i++) {
        within += groups[ties.other(i)] == groups[node] ? ties.weight(i) : 0;
      }
    }
    var expected = 0.0;
    for (var strength : strengths) {
      expected += strength * strength;
    }
    return twice == 0 ? 0 : within / twice - expected / (twice * twice);
  }

  private int[] find(Ties ties) {
    var graph = ties;
    var groups = each(ties.nodes());
    var nodeOf = each(ties.nodes());
    while (true) {
      move(graph, groups);
      var refined = refine(graph, groups);
      var merged = numbered(refined);
      if (merged == graph.nodes()) {
        return through(nodeOf, groups);
      }
      var above = new int[merged];
      for (var node = 0; node < graph.nodes(); node++) {
        above[refined[node]] = groups[node];
      }
      numbered(above);
      graph = aggregate(graph, refined, merged);
      nodeOf = through(nodeOf, refined);
      groups = above;
    }
  }

  /** Moves nodes to better groups as long as there is anything to gain; visits those concerned. */
  private void move(Ties ties, int[] groups) {
    var nodes = ties.nodes();
    var strengths = new double[nodes];
    var sizes = new int[nodes];
    for (var node = 0; node < nodes; node++) {
      strengths[groups[node]] += ties.strength(node);
      sizes[groups[node]]++;
    }
    var empty = new ArrayDeque<Integer>();
    for (var group = nodes - 1; group >= 0; group--) {
      if (sizes[group] == 0) {
        empty.push(group);
      }
    }
    var waiting = new boolean[nodes];
    Arrays.fill(waiting, true);
    var queue = new ArrayDeque<Integer>(nodes);
    for (var node : shuffled(nodes)) {
      queue.add(node);
    }
    var near = new Near(nodes);
    while (!queue.isEmpty()) {
      int node = queue.remove();
      waiting[node] = false;
      var old = groups[node];
      var strength = ties.strength(node);
      strengths[old] -= strength;
      if (--sizes[old] == 0) {
        empty.push(old);
      }
      near.of(ties, node, groups);
      var best = old;
      var most = near.weight(old) - strength * strengths[old] / twice;
      for (var i = 0; i < near.size(); i++) {
        var group = near.group(i);
        var gain = near.weight(group) - strength * strengths[group] / twice;
        if (gain > most + LEAST_GAIN) {
          best = group;
          most = gain;
        }
      }
      if (most < -LEAST_GAIN) {
        best = empty.peek();
      }
      if (sizes[best]++ == 0) {
        empty.remove(best);
      }
      strengths[best] += strength;
      groups[node] = best;
      if (best != old) {
        for (var i = ties.first(node); i < ties.end(node); i++) {
          var other = ties.other(i);
          if (groups[other] != best && !waiting[other]) {
            waiting[other] = true;
            queue.add(other);
          }
        }
      }
    }
  }

  /** Parts of the groups whose members are well tied: what is to be merged into one node. */
  private int[] refine(Ties ties, int[] groups) {
    var nodes = ties.nodes();
    var refined = each(nodes);
    var strengths = new double[nodes];
    var all = new double[nodes];
    var outward = new double[nodes];
    var alone = new boolean[nodes];
    Arrays.fill(alone, true);
    for (var node = 0; node < nodes; node++) {
      strengths[node] = ties.strength(node);
      all[groups[node]] += strengths[node];
      for (var i = ties.first(node); i < ties.end(node); i++) {
        outward[node] += groups[ties.other(i)] == groups[node] ? ties.weight(i) : 0;
      }
    }
    var near = new Near(nodes);
    for (var node : shuffled(nodes)) {
      var strength = ties.strength(node);
      var group = all[groups[node]];
      if (!alone[node] || outward[node] < strength * (group - strength) / twice) {
        continue;
      }
      near.within(ties, node, refined, groups);
      var best = node;
      var most = LEAST_GAIN;
      for (var i = 0; i < near.size(); i++) {
        var part = near.group(i);
        var wellTied = outward[part] >= strengths[part] * (group - strengths[part]) / twice;
        var gain = near.weight(part) - strength * strengths[part] / twice;
        if (part != node && wellTied && gain > most) {
          best = part;
          most = gain;
        }
      }
      if (best != node) {
        refined[node] = best;
        alone[best] = false;
        strengths[best] += strength;
        strengths[node] = 0;
        outward[best] += outward[node] - 2 * near.weight(best);
      }
    }
    return refined;
  }

  private static Ties aggregate(Ties ties, int[] parts, int merged) {
    var size = 0;
    for (var node = 0; node < ties.nodes(); node++) {
      size += ties.end(node) - ties.first(node);
    }
    var from = new int[size / 2 + ties.nodes()];
    var to = new int[from.length];
    var weight = new double[from.length];
    var next = 0;
    for (var node = 0; node < ties.nodes(); node++) {
      from[next] = parts[node];
      to[next] = parts[node];
      weight[next++] = ties.self(node);
      for (var i = ties.first(node); i < ties.end(node); i++) {
        if (ties.other(i) > node) {
          from[next] = parts[node];
          to[next] = parts[ties.other(i)];
          weight[next++] = ties.weight(i);
        }
      }
    }
    return Ties.of(merged, from, to, weight);
  }

  /** How strongly one node is tied to the groups around it. */
  private static final class Near {
    private final double[] weights;
    private final int[] groups;
    private int size;

    Near(int nodes) {
      weights = new double[nodes];
      groups = new int[nodes];
    }

    void of(Ties ties, int node, int[] groupOf) {
      clear();
      for (var i = ties.first(node); i < ties.end(node); i++) {
        add(groupOf[ties.other(i)], ties.weight(i));
      }
    }

    void within(Ties ties, int node, int[] partOf, int[] groupOf) {
      clear();
      for (var i = ties.first(node); i < ties.end(node); i++) {
        if (groupOf[ties.other(i)] == groupOf[node]) {
          add(partOf[ties.other(i)], ties.weight(i));
        }
      }
    }

    private void clear() {
      while (size > 0) {
        weights[groups[--size]] = 0;
      }
    }

    private void add(int group, double weight) {
      if (weights[group] == 0) {
        groups[size++] = group;
      }
      weights[group] += weight;
    }

    int size() {
      return size;
    }

    int group(int index) {
      return groups[index];
    }

    double weight(int group) {
      return weights[group];
    }
  }

  private int[] shuffled(int nodes) {
    var order = each(nodes);
    for (var i = nodes - 1; i > 0; i--) {
      var j = chance.nextInt(i + 1);
      var kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  private static int[] each(int nodes) {
    var each = new int[nodes];
    for (var node = 0; node < nodes; node++) {
      each[node] = node;
    }
    return each;
  }

  private static int[] through(int[] first, int[] then) {
    var through = new int[first.length];
    for (var i = 0; i < first.length; i++) {
      through[i] = then[first[i]];
    }
    return through;
  }

  /** Numbers groups anew, from 0 on, in order of their first nodes; says how many there are. */
  private static int numbered(int[] groups) {
    var numbers = new int[Arrays.stream(groups).max().orElse(-1) + 1];
    Arrays.fill(numbers, -1);
    var next = 0;
    for (var i = 0; i < groups.length; i++) {
      if (numbers[groups[i]] < 0) {
        numbers[groups[i]] = next++;
      }
      groups[i] = numbers[groups[i]];
    }
    return next;
  }

  private static int[] bySize(int[] groups) {
    var count = numbered(groups);
    var sizes = new int[count];
    for (var group : groups) {
      sizes[group]++;
    }
    var order =
        IntStream.range(0, count)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(group -> -sizes[group])
                    .thenComparing(group -> group))
            .toList();
    var places = new int[count];
    for (var place = 0; place < count; place++) {
      places[order.get(place)] = place;
    }
    return through(groups, places);
  }
}
