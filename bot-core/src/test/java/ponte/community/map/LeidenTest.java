package ponte.community.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jgrapht.alg.clustering.UndirectedModularityMeasurer;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;

class LeidenTest {

  /** Zachary's karate club, "An information flow model for conflict and fission", 1977. */
  private static final int[][] KARATE = {
    {1, 2}, {1, 3}, {2, 3}, {1, 4}, {2, 4}, {3, 4}, {1, 5}, {1, 6}, {1, 7}, {5, 7}, {6, 7}, {1, 8},
    {2, 8}, {3, 8}, {4, 8}, {1, 9}, {3, 9}, {3, 10}, {1, 11}, {5, 11}, {6, 11}, {1, 12}, {1, 13},
    {4, 13}, {1, 14}, {2, 14}, {3, 14}, {4, 14}, {6, 17}, {7, 17}, {1, 18}, {2, 18}, {1, 20},
    {2, 20}, {1, 22}, {2, 22}, {24, 26}, {25, 26}, {3, 28}, {24, 28}, {25, 28}, {3, 29}, {24, 30},
    {27, 30}, {2, 31}, {9, 31}, {1, 32}, {25, 32}, {26, 32}, {29, 32}, {3, 33}, {9, 33}, {15, 33},
    {16, 33}, {19, 33}, {21, 33}, {23, 33}, {24, 33}, {30, 33}, {31, 33}, {32, 33}, {9, 34},
    {10, 34}, {14, 34}, {15, 34}, {16, 34}, {19, 34}, {20, 34}, {21, 34}, {23, 34}, {24, 34},
    {27, 34}, {28, 34}, {29, 34}, {30, 34}, {31, 34}, {32, 34}, {33, 34}
  };

  @Test
  void findsTheBestKnownGroupsOfAWellKnownClub() {
    var ties = ties(34, KARATE);

    var groups = Leiden.groups(ties);

    // The optimum, by Brandes et al., "On Modularity Clustering", 2008.
    assertThat(Leiden.modularity(ties, groups)).isCloseTo(0.41979, within(0.0005));
    assertThat(Arrays.stream(groups).distinct().count()).isEqualTo(4);
  }

  @Test
  void measuresModularityAsAnotherLibraryDoes() {
    var random = new Random(7);
    for (var round = 0; round < 20; round++) {
      var pairs = pairs(60, 200, random);
      var ties = ties(60, pairs);
      var groups = Leiden.groups(ties);

      assertThat(Leiden.modularity(ties, groups))
          .isCloseTo(
              new UndirectedModularityMeasurer<>(graph(60, pairs)).modularity(sets(groups)),
              within(1e-9));
    }
  }

  @Test
  void findsNoGroupThatFallsApart() {
    var random = new Random(8);
    for (var round = 0; round < 20; round++) {
      var pairs = pairs(80, 110, random);
      var groups = Leiden.groups(ties(80, pairs));

      assertThat(sets(groups))
          .allSatisfy(
              group ->
                  assertThat(
                          new ConnectivityInspector<>(new AsSubgraph<>(graph(80, pairs), group))
                              .isConnected())
                      .isTrue());
    }
  }

  @Test
  void tellsTwoTeamsApartThatOnePersonConnects() {
    var ties =
        ties(
            11,
            new int[][] {
              {1, 2}, {1, 3}, {1, 4}, {1, 5}, {2, 3}, {2, 4}, {3, 5}, {4, 5},
              {6, 7}, {6, 8}, {6, 9}, {6, 10}, {7, 8}, {7, 9}, {8, 10}, {9, 10},
              {5, 11}, {6, 11}, {10, 11}
            });

    var groups = Leiden.groups(ties);

    assertThat(Arrays.copyOfRange(groups, 0, 5)).containsOnly(groups[0]);
    assertThat(Arrays.copyOfRange(groups, 5, 11)).containsOnly(groups[5]);
    assertThat(groups[0]).isNotEqualTo(groups[5]);
  }

  @Test
  void givesTheSameGroupsForTheSameTies() {
    var ties = ties(200, pairs(200, 900, new Random(9)));

    assertThat(Leiden.groups(ties)).isEqualTo(Leiden.groups(ties));
  }

  @Test
  void leavesEverybodyAloneWhereNobodyTalks() {
    assertThat(Leiden.groups(ties(3, new int[][] {}))).containsExactly(0, 1, 2);
  }

  private static Ties ties(int nodes, int[][] pairs) {
    var weights = new double[pairs.length];
    Arrays.fill(weights, 1);
    return Ties.of(
        nodes,
        Arrays.stream(pairs).mapToInt(each -> each[0] - 1).toArray(),
        Arrays.stream(pairs).mapToInt(each -> each[1] - 1).toArray(),
        weights);
  }

  private static SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph(int nodes, int[][] pairs) {
    var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    IntStream.range(0, nodes).forEach(graph::addVertex);
    for (var pair : pairs) {
      graph.addEdge(pair[0] - 1, pair[1] - 1);
    }
    return graph;
  }

  private static int[][] pairs(int nodes, int count, Random random) {
    var pairs = new HashSet<List<Integer>>();
    while (pairs.size() < count) {
      var one = 1 + random.nextInt(nodes);
      var other = 1 + random.nextInt(nodes);
      if (one < other) {
        pairs.add(List.of(one, other));
      }
    }
    return pairs.stream()
        .map(each -> new int[] {each.getFirst(), each.getLast()})
        .toArray(int[][]::new);
  }

  private static List<Set<Integer>> sets(int[] groups) {
    return Arrays.stream(groups)
        .distinct()
        .mapToObj(
            group ->
                (Set<Integer>)
                    IntStream.range(0, groups.length)
                        .filter(node -> groups[node] == group)
                        .collect(HashSet<Integer>::new, Set::add, Set::addAll))
        .toList();
  }
}
