package ponte.community.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ponte.community.Network;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * Who talks with whom in public channels, drawn. Nobody is in it who is in no group of some.
 *
 * @param nodes those to whom most turn first
 * @param edges the strongest first, each once, whoever turned to whom
 * @param groups the largest first
 * @param sides what bridges join
 * @param bridges between which of them people talk, the most first
 * @param isolated how many wrote, and nobody turned to them nor they to anybody
 * @param undrawn how many talk with a few alone, in groups too small to be drawn
 */
public record PeopleMap(
    List<Node> nodes,
    List<Edge> edges,
    List<Group> groups,
    Sides sides,
    List<Bridge> bridges,
    int isolated,
    int undrawn) {

  public PeopleMap {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    groups = List.copyOf(groups);
    bridges = List.copyOf(bridges);
  }

  /**
   * The map of a network of which no word is read: groups have no names.
   *
   * @param fewest groups of fewer are not drawn
   */
  public static PeopleMap of(Network network, int fewest) {
    return new Surveying(fewest)
        .of(
            network,
            Map.of(),
            members ->
                members.stream().map(own -> new Group(List.of(), List.of(), own.size())).toList(),
            _ -> Optional.empty());
  }

  /** How much more the people of a network talk within groups than by chance. */
  public static double modularity(Network network) {
    var ties = Ties.of(network);
    return Leiden.modularity(ties, Leiden.groups(ties));
  }

  /**
   * Somebody.
   *
   * @param x to the right; most stand between -1 and 1
   * @param y downwards, likewise
   * @param inLinks how often others replied to them, mentioned and thanked them
   * @param group the place of their group
   * @param outward how often they talked with people of other groups
   */
  public record Node(PersonId person, double x, double y, int inLinks, int group, int outward) {}

  /** How often two people turned to each other; by their places. */
  public record Edge(int one, int other, int weight) {}

  /**
   * People who talk more with each other than with others.
   *
   * @param words what sets their talk apart, the most telling first; may be empty
   * @param channels where most of it is, the most first
   */
  public record Group(List<String> words, List<ChannelId> channels, int size) {
    public Group {
      words = List.copyOf(words);
      channels = List.copyOf(channels);
    }
  }

  /**
   * What bridges join: the teams that profiles name, else the groups.
   *
   * @param names what the teams are called; none: they are the groups
   */
  public record Sides(Kind kind, List<String> names) {

    /** Where they come from. */
    public enum Kind {
      GROUPS,
      DEPARTMENTS,
      TITLES
    }

    static final Sides GROUPS = new Sides(Kind.GROUPS, List.of());

    public Sides {
      names = List.copyOf(names);
    }
  }

  /**
   * What ties two sides together.
   *
   * @param one the place of a group or team
   * @param other that of another, later one
   * @param ties how often people of one turned to people of the other
   * @param people the places of those who talked most across, the most first
   */
  public record Bridge(int one, int other, int ties, List<Integer> people) {
    public Bridge {
      people = List.copyOf(people);
    }
  }
}
