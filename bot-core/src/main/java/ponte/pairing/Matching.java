package ponte.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.util.SupplierUtil;
import org.jspecify.annotations.Nullable;

/**
 * Who meets whom, as good for all as it can be: of all ways to bring people together in twos the
 * one in which most people meet somebody whose turn it is, and of those the one with the greatest
 * sum of {@link Fit}; a maximum weight matching of a general graph (Edmonds, "Paths, Trees, and
 * Flowers", 1965) by Kolmogorov's Blossom V ("Blossom V: a new implementation of a minimum cost
 * perfect matching algorithm", Mathematical Programming Computation 2009), as JGraphT has it.
 *
 * <p>That somebody is in comes before how well anybody fits. It never costs others their turn more
 * than it must: the sets of people who can all be matched are a matroid, so the greatest sum of
 * worths is also the greatest number of people.
 *
 * <p>Who is left over joins two who meet, where all three may; each two are joined by one at most.
 */
public final class Matching {

  private Matching() {}

  /**
   * Those who meet.
   *
   * @param people two or three; of those who learn or are new the one comes first
   * @param weight how well they fit; of three, the sum for the two that were first
   */
  public record Team(List<Candidate> people, Round.Kind kind, int weight) {
    public Team {
      people = List.copyOf(people);
    }
  }

  /** Who meets whom, and who meets nobody though they should. */
  public record Matched(List<Team> teams, List<Candidate> left) {
    public Matched {
      teams = List.copyOf(teams);
      left = List.copyOf(left);
    }
  }

  /**
   * Brings people together. The same people in the same order with the same seed are brought
   * together alike.
   *
   * @param seed for those who are looked at by chance where there are many people
   */
  public static Matched of(List<Candidate> people, long seed) {
    var teams = new ArrayList<Team>();
    var paired = new boolean[people.size()];
    pair(people, IntStream.range(0, people.size()).toArray(), seed, paired, teams);
    var left = left(people, paired);
    if (people.size() > Nearby.FEW && left.length > 1) {
      // Who found nobody among those they looked at may find one among the others who did not.
      pair(people, left, seed + 1, paired, teams);
    }
    var rest = new ArrayList<Candidate>();
    var joined = new boolean[teams.size()];
    for (var each : left(people, paired)) {
      if (!join(people.get(each), teams, joined)) {
        rest.add(people.get(each));
      }
    }
    return new Matched(teams, rest);
  }

  private static int[] left(List<Candidate> people, boolean[] paired) {
    return IntStream.range(0, people.size())
        .filter(each -> !paired[each] && people.get(each).part().worth() > 0)
        .toArray();
  }

  /** Two who may meet. */
  private record Edge(int one, int other, Fit.Match match) {}

  private static void pair(
      List<Candidate> people, int[] among, long seed, boolean[] paired, List<Team> teams) {
    var some = Arrays.stream(among).mapToObj(people::get).toList();
    for (var edge : best(some, edges(some, seed))) {
      var one = some.get(edge.one());
      var other = some.get(edge.other());
      paired[among[edge.one()]] = true;
      paired[among[edge.other()]] = true;
      var kind = edge.match().kind();
      teams.add(
          new Team(
              Fit.isFirst(one, other, kind) ? List.of(one, other) : List.of(other, one),
              kind,
              edge.match().weight()));
    }
  }

  private static List<Edge> edges(List<Candidate> people, long seed) {
    var nearby = new Nearby(people, new SplittableRandom(seed));
    var edges = new ArrayList<Edge>();
    var known = new HashSet<Long>();
    for (var i = 0; i < people.size(); i++) {
      for (var neighbour : nearby.of(i)) {
        var j = neighbour.place();
        var isWorthIt = people.get(i).part().worth() + people.get(j).part().worth() > 0;
        if (isWorthIt && known.add((long) Math.min(i, j) * people.size() + Math.max(i, j))) {
          edges.add(new Edge(i, j, neighbour.match()));
        }
      }
    }
    return edges;
  }

  /**
   * The best edges, by a perfect matching of the graph and a copy of it, in which everybody is
   * joined with their copy: who is matched with it is alone. To be alone costs more than all fits
   * together, the more the more it matters, and so the great numbers stand where they are seldom
   * needed: on every edge they make the same matching a hundred times as slow. All weights are
   * whole numbers, which a double holds exactly, as it does the halves that are made of them.
   */
  private static List<Edge> best(List<Candidate> people, List<Edge> edges) {
    if (edges.isEmpty()) {
      return List.of();
    }
    var count = people.size();
    var graph =
        new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(
            SupplierUtil.createIntegerSupplier(), SupplierUtil.createDefaultWeightedEdgeSupplier());
    for (var i = 0; i < 2 * count; i++) {
      graph.addVertex(i);
    }
    var edgeOf = new HashMap<DefaultWeightedEdge, Edge>();
    for (var edge : edges) {
      var weight = edge.match().weight();
      edgeOf.put(joined(graph, edge.one(), edge.other(), weight), edge);
      joined(graph, count + edge.one(), count + edge.other(), weight);
    }
    for (var i = 0; i < count; i++) {
      var worth = people.get(i).part().worth();
      joined(graph, i, count + i, -2.0 * Fit.MOST * (count + 1) * worth);
    }
    return new KolmogorovWeightedPerfectMatching<>(graph, ObjectiveSense.MAXIMIZE)
        .getMatching().getEdges().stream()
            .flatMap(drawn -> Optional.ofNullable(edgeOf.get(drawn)).stream())
            .sorted(Comparator.comparingInt(Edge::one).thenComparingInt(Edge::other))
            .toList();
  }

  private static DefaultWeightedEdge joined(
      SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph, int one, int other, double weight) {
    var edge = graph.addEdge(one, other);
    graph.setEdgeWeight(edge, weight);
    return edge;
  }

  /** Lets somebody join the two with whom they fit best; false: there are none. */
  private static boolean join(Candidate candidate, List<Team> teams, boolean[] joined) {
    var best = -1;
    var most = 0;
    for (var i = 0; i < teams.size(); i++) {
      var weight = joined[i] ? null : weight(candidate, teams.get(i));
      if (weight != null && weight > most) {
        best = i;
        most = weight;
      }
    }
    if (best < 0) {
      return false;
    }
    var two = teams.get(best);
    var three = new ArrayList<>(two.people());
    three.add(candidate);
    teams.set(best, new Team(three, two.kind(), two.weight()));
    joined[best] = true;
    return true;
  }

  /** How well somebody fits with two who meet; null: they cannot join them. */
  private static @Nullable Integer weight(Candidate candidate, Team team) {
    var one = team.people().getFirst();
    var other = team.people().getLast();
    var withOne = Fit.of(candidate, one);
    var withOther = Fit.of(candidate, other);
    var fits =
        isOrdinary(team.kind())
            && withOne.isPresent()
            && withOther.isPresent()
            && withOne.get().kind().equals(team.kind())
            && withOther.get().kind().equals(team.kind())
            && one.free().with(other.free()).common(candidate.free()) > 0
            && speakAlike(one, other, candidate)
            && meetInOnePlace(one, other, candidate);
    return fits ? Integer.valueOf(withOne.get().weight() + withOther.get().weight()) : null;
  }

  private static boolean isOrdinary(Round.Kind kind) {
    return switch (kind) {
      case Round.Kind.Company _, Round.Kind.InChannel _ -> true;
      case Round.Kind.Buddy _, Round.Kind.Mentoring _ -> false;
    };
  }

  /** Three need one language that all of them have. */
  private static boolean speakAlike(Candidate... three) {
    return Arrays.stream(ponte.nlp.Language.values())
        .anyMatch(
            language ->
                Arrays.stream(three)
                    .allMatch(
                        each -> each.languages().isEmpty() || each.languages().contains(language)));
  }

  /** Three talk in one place, or all by mail. */
  private static boolean meetInOnePlace(Candidate... three) {
    return Arrays.stream(three).allMatch(each -> each.reach().byMail())
        || three[0].reach().accounts().stream()
            .anyMatch(
                account ->
                    Arrays.stream(three)
                        .allMatch(
                            each ->
                                each.reach().accounts().stream()
                                    .anyMatch(
                                        other -> other.workspace().equals(account.workspace()))));
  }
}
