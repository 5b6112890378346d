package ponte.community.map;

import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * Finds groups whose members are tied to each other more than chance would have it: the Leiden
 * algorithm of Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected
 * communities", Scientific Reports 9, 2019, for the modularity of Newman, in the implementation of
 * its authors. The same ties give the same groups.
 */
final class Leiden {

  /** Begins in several orders, and keeps what is best. */
  private static final int STARTS = 4;

  /** Until nothing gets better. */
  private static final int ITERATIONS = 0;

  private Leiden() {}

  /** The group of each node: numbers from 0 on, the largest group first. */
  static int[] groups(Ties ties) {
    var network = network(ties);
    var twice = 2 * network.getTotalEdgeWeight();
    var best = new Clustering(ties.nodes());
    for (var seed = 1; twice > 0 && seed <= STARTS; seed++) {
      var found = new Clustering(ties.nodes());
      new LeidenAlgorithm(
              1 / twice, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed))
          .improveClustering(network, found);
      if (modularity(ties, found.getClusters()) > modularity(ties, best.getClusters())) {
        best = found;
      }
    }
    best.orderClustersByNNodes();
    return best.getClusters();
  }

  /** Nodes that weigh what their ties do make of the algorithm's own measure the modularity. */
  private static Network network(Ties ties) {
    var count = 0;
    for (var node = 0; node < ties.nodes(); node++) {
      for (var i = ties.first(node); i < ties.end(node); i++) {
        count += ties.other(i) > node ? 1 : 0;
      }
    }
    var from = new int[count];
    var to = new int[count];
    var weight = new double[count];
    var next = 0;
    for (var node = 0; node < ties.nodes(); node++) {
      for (var i = ties.first(node); i < ties.end(node); i++) {
        if (ties.other(i) > node) {
          from[next] = node;
          to[next] = ties.other(i);
          weight[next++] = ties.weight(i);
        }
      }
    }
    return new Network(
        ties.nodes(),
        true,
        new LargeIntArray[] {new LargeIntArray(from), new LargeIntArray(to)},
        new LargeDoubleArray(weight),
        false,
        false);
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
}
