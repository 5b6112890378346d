package ponte.community.map;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ponte.community.DeclaredTeams;
import ponte.community.Network;
import ponte.community.map.PeopleMap.Bridge;
import ponte.community.map.PeopleMap.Node;
import ponte.community.map.PeopleMap.Sides;
import ponte.conversation.PersonId;

/** Finds who joins teams where profiles name them, and groups where they do not. */
final class Bridging {

  private static final int BRIDGES = 20;
  private static final int ON_A_BRIDGE = 3;
  private static final int NONE = -1;

  private final Sides sides;
  private final int[] side;
  private final Map<PersonId, Integer> numbers;

  private Bridging(Sides sides, int[] side, Map<PersonId, Integer> numbers) {
    this.sides = sides;
    this.side = side;
    this.numbers = numbers;
  }

  /** With one team alone there is nothing to join: then groups are. */
  static Bridging of(List<Node> nodes, Optional<DeclaredTeams> declared) {
    var teams = declared.filter(each -> each.names().size() > 1);
    var side =
        nodes.stream()
            .mapToInt(
                node ->
                    teams
                        .map(each -> each.of().getOrDefault(node.person(), NONE))
                        .orElse(node.group()))
            .toArray();
    return new Bridging(
        teams.map(each -> new Sides(kind(each), each.names())).orElse(Sides.GROUPS),
        side,
        numbers(nodes));
  }

  private static Sides.Kind kind(DeclaredTeams teams) {
    return switch (teams.source()) {
      case DEPARTMENT -> Sides.Kind.DEPARTMENTS;
      case TITLE -> Sides.Kind.TITLES;
    };
  }

  /** The place of each person. */
  static Map<PersonId, Integer> numbers(List<Node> nodes) {
    var numbers = new HashMap<PersonId, Integer>();
    nodes.forEach(node -> numbers.put(node.person(), numbers.size()));
    return numbers;
  }

  Sides sides() {
    return sides;
  }

  /** Those over which most goes first. */
  List<Bridge> bridges(Network network) {
    var ties = new HashMap<Two, Integer>();
    var across = new HashMap<Two, Map<Integer, Integer>>();
    for (var link : network.links()) {
      int from = number(link.from());
      int to = number(link.to());
      if (side[from] != NONE && side[to] != NONE && side[from] != side[to]) {
        var two = Two.of(side[from], side[to]);
        ties.merge(two, link.weight(), Integer::sum);
        var counts = across.computeIfAbsent(two, _ -> new HashMap<>());
        counts.merge(from, link.weight(), Integer::sum);
        counts.merge(to, link.weight(), Integer::sum);
      }
    }
    return ties.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Two, Integer> each) -> -each.getValue())
                .thenComparingInt(each -> each.getKey().one())
                .thenComparingInt(each -> each.getKey().other()))
        .limit(BRIDGES)
        .map(
            each ->
                new Bridge(
                    each.getKey().one(),
                    each.getKey().other(),
                    each.getValue(),
                    most(across.getOrDefault(each.getKey(), Map.of()))))
        .toList();
  }

  private int number(PersonId person) {
    return Objects.requireNonNull(numbers.get(person));
  }

  private static List<Integer> most(Map<Integer, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Integer, Integer> each) -> -each.getValue())
                .thenComparingInt(Map.Entry::getKey))
        .limit(ON_A_BRIDGE)
        .map(Map.Entry::getKey)
        .toList();
  }
}
