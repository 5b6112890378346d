package ponte.community;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.graph.SimpleGraph;
import ponte.conversation.PersonId;

/**
 * Who turned to whom among the people of some channels in a span of time. A colleague with several
 * accounts is one person, by the first of them.
 *
 * @param people those who wrote or were turned to, in order of id
 * @param messages how many each of those who wrote did write
 * @param links in order of from, then of to; at most one from one to another
 */
public record Network(List<PersonId> people, Map<PersonId, Integer> messages, List<Link> links) {

  private static final Comparator<Link> ORDER =
      Comparator.comparing(Link::from).thenComparing(Link::to);

  /** Nobody. */
  public static final Network NOBODY = new Network(Set.of(), Map.of(), List.of());

  public Network {
    people = List.copyOf(people);
    messages = Map.copyOf(messages);
    links = List.copyOf(links);
  }

  /**
   * @param others people without a message or a link
   */
  public Network(Set<PersonId> others, Map<PersonId, Integer> messages, List<Link> links) {
    this(
        Stream.of(
                others.stream(),
                messages.keySet().stream(),
                links.stream().map(Link::from),
                links.stream().map(Link::to))
            .flatMap(each -> each)
            .distinct()
            .sorted()
            .toList(),
        messages,
        links.stream().sorted(ORDER).toList());
  }

  public int size() {
    return people.size();
  }

  /** The same with links of these kinds alone, and those whom no other kind brought in. */
  public Network only(Set<Link.Kind> kinds) {
    return new Network(
        Set.of(),
        messages,
        links.stream()
            .filter(link -> kinds.stream().anyMatch(kind -> link.count(kind) > 0))
            .map(
                link ->
                    new Link(
                        link.from(),
                        link.to(),
                        kinds.contains(Link.Kind.REPLY) ? link.replies() : 0,
                        kinds.contains(Link.Kind.MENTION) ? link.mentions() : 0,
                        kinds.contains(Link.Kind.THANKS) ? link.thanks() : 0))
            .toList());
  }

  /** Those of them of whom this holds, and the links among them. */
  public Network among(Predicate<PersonId> some) {
    var kept = new TreeMap<PersonId, Integer>();
    messages.forEach(
        (person, count) -> {
          if (some.test(person)) {
            kept.put(person, count);
          }
        });
    return new Network(
        people.stream().filter(some).toList(),
        kept,
        links.stream().filter(link -> some.test(link.from()) && some.test(link.to())).toList());
  }

  /** Everybody, with an edge from each who turned to another; its weight is that of the link. */
  public Graph<PersonId, DefaultWeightedEdge> directed() {
    var graph =
        new SimpleDirectedWeightedGraph<PersonId, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    people.forEach(graph::addVertex);
    for (var link : links) {
      graph.setEdgeWeight(graph.addEdge(link.from(), link.to()), link.weight());
    }
    return graph;
  }

  /** Everybody, with a tie between two of whom either turned to the other. */
  public Graph<PersonId, DefaultEdge> ties() {
    var graph = new SimpleGraph<PersonId, DefaultEdge>(DefaultEdge.class);
    people.forEach(graph::addVertex);
    for (var link : links) {
      if (!graph.containsEdge(link.from(), link.to())) {
        graph.addEdge(link.from(), link.to());
      }
    }
    return graph;
  }
}
