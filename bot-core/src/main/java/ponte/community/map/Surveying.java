package ponte.community.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import ponte.community.DeclaredTeams;
import ponte.community.Network;
import ponte.community.map.PeopleMap.Edge;
import ponte.community.map.PeopleMap.Group;
import ponte.community.map.PeopleMap.Node;
import ponte.conversation.PersonId;

/** Makes a map of a network: finds the groups and gives everybody in one a place. */
final class Surveying {

  /** Groups of fewer are not drawn. */
  private final int fewest;

  Surveying(int fewest) {
    this.fewest = fewest;
  }

  /** A point of the map. */
  record Point(double x, double y) {}

  /**
   * @param last where people stood on the last map
   * @param names tells what sets the talk of each group apart; by who is in it
   * @param teams the teams that the profiles of people name, if they do
   */
  PeopleMap of(
      Network network,
      Map<PersonId, Point> last,
      Function<List<List<PersonId>>, List<Group>> names,
      Function<List<PersonId>, Optional<DeclaredTeams>> teams) {
    var ties = Ties.of(network);
    var groups = new Grouping(ties, fewest).groups();
    var drawn = IntStream.range(0, network.size()).filter(node -> groups[node] >= 0).toArray();
    var isolated =
        (int) IntStream.range(0, network.size()).filter(i -> ties.first(i) == ties.end(i)).count();
    var people = Arrays.stream(drawn).mapToObj(network.people()::get).toList();
    var members = members(people, drawn, groups);
    var within = network.among(person -> Collections.binarySearch(people, person) >= 0);
    var own = Arrays.stream(drawn).map(node -> groups[node]).toArray();
    var places = places(Ties.of(within), own, people, last);
    var nodes = nodes(within, own, places);
    var named = names.apply(members);
    var bridging = Bridging.of(nodes, teams.apply(people));
    return new PeopleMap(
        nodes,
        edges(within, nodes),
        named,
        bridging.sides(),
        bridging.bridges(within),
        isolated,
        network.size() - isolated - drawn.length);
  }

  private static List<List<PersonId>> members(List<PersonId> people, int[] drawn, int[] groups) {
    var members = new ArrayList<List<PersonId>>();
    for (var i = 0; i < drawn.length; i++) {
      while (members.size() <= groups[drawn[i]]) {
        members.add(new ArrayList<>());
      }
      members.get(groups[drawn[i]]).add(people.get(i));
    }
    return members;
  }

  private static Point[] places(
      Ties ties, int[] groups, List<PersonId> people, Map<PersonId, Point> last) {
    var start = new Starting(ties, groups, people, last);
    var from = start.places();
    var x = Arrays.stream(from).mapToDouble(Point::x).toArray();
    var y = Arrays.stream(from).mapToDouble(Point::y).toArray();
    Layout.place(ties, groups, x, y, start.again());
    return Scaling.scaled(x, y);
  }

  private static List<Node> nodes(Network network, int[] groups, Point[] places) {
    var in = new HashMap<PersonId, Integer>();
    var outward = new HashMap<PersonId, Integer>();
    var groupOf = new HashMap<PersonId, Integer>();
    for (var i = 0; i < groups.length; i++) {
      groupOf.put(network.people().get(i), groups[i]);
    }
    for (var link : network.links()) {
      in.merge(link.to(), link.weight(), Integer::sum);
      if (!known(groupOf, link.from()).equals(known(groupOf, link.to()))) {
        outward.merge(link.from(), link.weight(), Integer::sum);
        outward.merge(link.to(), link.weight(), Integer::sum);
      }
    }
    return IntStream.range(0, groups.length)
        .mapToObj(
            i -> {
              var person = network.people().get(i);
              return new Node(
                  person,
                  places[i].x(),
                  places[i].y(),
                  in.getOrDefault(person, 0),
                  groups[i],
                  outward.getOrDefault(person, 0));
            })
        .sorted(Comparator.comparingInt((Node node) -> -node.inLinks()).thenComparing(Node::person))
        .toList();
  }

  private static <K, V> V known(Map<K, V> all, K key) {
    return Objects.requireNonNull(all.get(key));
  }

  private static List<Edge> edges(Network network, List<Node> nodes) {
    var numbers = Bridging.numbers(nodes);
    var weights = new HashMap<Two, Integer>();
    for (var link : network.links()) {
      var two = Two.of(known(numbers, link.from()), known(numbers, link.to()));
      weights.merge(two, link.weight(), Integer::sum);
    }
    return weights.entrySet().stream()
        .map(each -> new Edge(each.getKey().one(), each.getKey().other(), each.getValue()))
        .sorted(
            Comparator.comparingInt((Edge edge) -> -edge.weight())
                .thenComparingInt(Edge::one)
                .thenComparingInt(Edge::other))
        .toList();
  }
}
