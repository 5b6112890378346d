package ponte.community;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.BetweennessCentrality.OverflowStrategy;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.DefaultEdge;
import ponte.conversation.PersonId;

/**
 * Measures of a network.
 *
 * <p>A <em>link</em> goes from who turned to another to that other; a <em>tie</em> joins two of
 * whom either turned to the other, whichever way and however often. What is about links and weights
 * says so; all else is about ties. Where a definition divides by nothing, the measure is 0.
 */
public final class Measures {

  /** As Brin and Page had it. */
  private static final double DAMPING = 0.85;

  private static final int MOST_ROUNDS = 500;
  private static final double TOLERANCE = 1e-12;

  private final Network network;
  private final Graph<PersonId, DefaultEdge> ties;

  public Measures(Network network) {
    this.network = network;
    this.ties = network.ties();
  }

  /** How many pairs of people are joined. */
  public int ties() {
    return ties.edgeSet().size();
  }

  /** How often anybody turned to anybody. */
  public int weight() {
    return network.links().stream().mapToInt(Link::weight).sum();
  }

  /** The share of all links that there could be: links / n(n−1). Wasserman and Faust, 1994. */
  public double density() {
    double n = network.size();
    return share(network.links().size(), n * (n - 1));
  }

  /**
   * The share of links whose reverse is there, too. Wasserman and Faust, "Social Network Analysis",
   * Cambridge 1994.
   */
  public double reciprocity() {
    var pairs = new java.util.HashSet<List<PersonId>>();
    network.links().forEach(link -> pairs.add(List.of(link.from(), link.to())));
    var returned =
        pairs.stream().filter(pair -> pairs.contains(List.of(pair.get(1), pair.get(0)))).count();
    return share(returned, pairs.size());
  }

  /** By how many people somebody was turned to, for everybody. */
  public Map<PersonId, Integer> in() {
    return degrees(Link::to);
  }

  /** To how many people somebody turned, for everybody. */
  public Map<PersonId, Integer> out() {
    return degrees(Link::from);
  }

  private Map<PersonId, Integer> degrees(java.util.function.Function<Link, PersonId> end) {
    var degrees = new HashMap<PersonId, Integer>();
    network.people().forEach(person -> degrees.put(person, 0));
    network.links().forEach(link -> degrees.merge(end.apply(link), 1, Integer::sum));
    return degrees;
  }

  /** How many have no tie. */
  public int isolates() {
    return (int) ties.vertexSet().stream().filter(each -> ties.degreeOf(each) == 0).count();
  }

  /** The groups within which everybody is joined to everybody by some way, the largest first. */
  public List<Set<PersonId>> components() {
    return new ConnectivityInspector<>(ties)
        .connectedSets().stream()
            .sorted(
                Comparator.comparing((Set<PersonId> each) -> -each.size())
                    .thenComparing(each -> each.stream().sorted().findFirst().orElseThrow()))
            .toList();
  }

  /** How far people of the largest component are from each other. */
  public Paths paths() {
    return Paths.within(
        ties, components().stream().findFirst().map(List::copyOf).orElse(List.of()));
  }

  /**
   * The mean, over everybody, of the share of the pairs of somebody's contacts that are joined
   * themselves; 0 for who has fewer than two. Watts and Strogatz, "Collective dynamics of
   * 'small-world' networks", Nature 393, 1998.
   */
  public double clustering() {
    return network.people().isEmpty()
        ? 0
        : orNothing(
            new ClusteringCoefficient<>(ties)
                .getScores().values().stream().mapToDouble(each -> each).average().orElse(0));
  }

  /**
   * Of all triples of which one is joined to the two others, the share in which these are joined,
   * too. Newman, Watts and Strogatz, "Random graph models of social networks", PNAS 99, 2002.
   */
  public double transitivity() {
    return network.people().isEmpty()
        ? 0
        : orNothing(new ClusteringCoefficient<>(ties).getGlobalClusteringCoefficient());
  }

  /**
   * Pearson's correlation of the numbers of ties at both ends of a tie: below 0 where those with
   * many are joined to those with few. Newman, "Assortative mixing in networks", PRL 89, 2002.
   */
  public double assortativity() {
    double sum = 0;
    double squares = 0;
    double products = 0;
    double ends = 2.0 * ties();
    for (var tie : ties.edgeSet()) {
      double one = ties.degreeOf(ties.getEdgeSource(tie));
      double other = ties.degreeOf(ties.getEdgeTarget(tie));
      sum += one + other;
      squares += one * one + other * other;
      products += 2 * one * other;
    }
    if (ends == 0) {
      return 0;
    }
    double mean = sum / ends;
    return share(products / ends - mean * mean, squares / ends - mean * mean);
  }

  /**
   * Of the shortest ways between all pairs of others the share that lead over somebody, for
   * everybody, from 0 to 1. Freeman, "A set of measures of centrality based on betweenness",
   * Sociometry 40, 1977; computed as in Brandes 2001.
   */
  public Map<PersonId, Double> betweenness() {
    double n = network.size();
    var scores =
        new BetweennessCentrality<>(ties, false, OverflowStrategy.THROW_EXCEPTION_ON_OVERFLOW)
            .getScores();
    var shares = new HashMap<PersonId, Double>();
    scores.forEach((person, score) -> shares.put(person, share(2 * score, (n - 1) * (n - 2))));
    return shares;
  }

  /**
   * How deep in the network somebody is, for everybody: the largest k such that they are in a part
   * of it in which everybody has at least k ties. Seidman, "Network structure and minimum degree",
   * Social Networks 5, 1983.
   */
  public Map<PersonId, Integer> core() {
    return network.people().isEmpty() ? Map.of() : new Coreness<>(ties).getScores();
  }

  /**
   * How often somebody would be come to who follows links for ever, a heavier one more often, for
   * everybody; the sum is 1. Brin and Page, "The anatomy of a large-scale hypertextual web search
   * engine", 1998.
   */
  public Map<PersonId, Double> pageRank() {
    return network.people().isEmpty()
        ? Map.of()
        : new PageRank<>(network.directed(), DAMPING, MOST_ROUNDS, TOLERANCE).getScores();
  }

  /**
   * How unequally something is shared: 0 where everybody has as much, towards 1 where one has all.
   * Gini, "Variabilità e mutabilità", Bologna 1912; as the mean difference over twice the mean.
   *
   * @param amounts what each has, 0 or more
   */
  public static double gini(List<Integer> amounts) {
    var sorted = amounts.stream().sorted().toList();
    double sum = 0;
    double ranked = 0;
    for (int i = 0; i < sorted.size(); i++) {
      sum += sorted.get(i);
      ranked += (i + 1.0) * sorted.get(i);
    }
    double n = sorted.size();
    return sum == 0 ? 0 : 2 * ranked / (n * sum) - (n + 1) / n;
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static double orNothing(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
