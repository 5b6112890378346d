package ponte.community;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.conversation.PersonId;

/** Networks of real workspaces that another library measured, beside the repository. */
class OracleTest {

  private static final Path DATA = Path.of("../../shared/data/network");
  private static final Offset<Double> ROUNDED = Offset.offset(2e-9);

  /** One line of a table, by the names of its columns. */
  private record Row(Map<String, String> cells) {

    String get(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }
  }

  private static List<Row> table(String name) throws IOException {
    var lines = Files.readAllLines(DATA.resolve(name));
    var head = lines.getFirst().split("\t");
    var rows = new ArrayList<Row>();
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split("\t");
      var row = new HashMap<String, String>();
      for (int i = 0; i < head.length; i++) {
        row.put(head[i], cells[i]);
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  /** The figures of one network: flat numbers in an object of its own. */
  private static Map<String, Double> figures(String name) throws IOException {
    var all = Files.readString(DATA.resolve("figures.json"));
    var start = all.indexOf("\"" + name + "\"");
    var own = all.substring(start + name.length() + 2, all.indexOf('}', start));
    var figures = new HashMap<String, Double>();
    Pattern.compile("\"(\\w+)\": (-?[0-9.e-]+)")
        .matcher(own)
        .results()
        .forEach(found -> figures.put(found.group(1), Double.valueOf(found.group(2))));
    return figures;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "racket-2019.mentions", "racket-2019.replies", "elmlang-2019.mentions",
        "elmlang-2019.replies", "ncar.mentions", "ncar.replies"
      })
  void agreesWithAnotherLibrary(String name) throws IOException {
    assumeTrue(Files.exists(DATA), "no shared data beside the repository");
    var nodes = table(name + ".nodes.tsv");
    var messages = new HashMap<PersonId, Integer>();
    for (var node : nodes) {
      if (!node.get("messages").equals("0")) {
        messages.put(Chat.person(node.get("user")), Integer.valueOf(node.get("messages")));
      }
    }
    var links = new ArrayList<Link>();
    for (var edge : table(name + ".edges.tsv")) {
      links.add(
          new Link(
              Chat.person(edge.get("from")),
              Chat.person(edge.get("to")),
              Integer.parseInt(edge.get("weight")),
              0,
              0));
    }
    var network =
        new Network(
            nodes.stream().map(node -> Chat.person(node.get("user"))).collect(toSet()),
            messages,
            links);

    var measures = new Measures(network);

    var figures = figures(name);
    var ours = new HashMap<String, Double>();
    ours.put("nodes", (double) network.size());
    ours.put("edges", (double) network.links().size());
    ours.put("ties", (double) measures.ties());
    ours.put("weight", (double) measures.weight());
    ours.put("density", measures.density());
    ours.put("reciprocity", measures.reciprocity());
    ours.put("isolates", (double) measures.isolates());
    ours.put("components", (double) measures.components().size());
    ours.put("largest_component", (double) measures.components().getFirst().size());
    ours.put("diameter_of_largest", (double) measures.paths().longest());
    ours.put("average_path_of_largest", measures.paths().average());
    ours.put("average_clustering", measures.clustering());
    ours.put("transitivity", measures.transitivity());
    ours.put("degree_assortativity", measures.assortativity());
    ours.put(
        "max_core",
        (double) measures.core().values().stream().mapToInt(each -> each).max().orElse(0));
    ours.put("gini_of_messages", Measures.gini(List.copyOf(messages.values())));
    assertThat(ours).containsOnlyKeys(figures.keySet());
    figures.forEach((key, value) -> assertThat(ours.get(key)).as(key).isCloseTo(value, ROUNDED));

    var in = measures.in();
    var out = measures.out();
    var core = measures.core();
    var betweenness = measures.betweenness();
    var pageRank = measures.pageRank();
    for (var node : nodes) {
      var person = Chat.person(node.get("user"));
      assertThat(in).containsEntry(person, Integer.valueOf(node.get("in")));
      assertThat(out).containsEntry(person, Integer.valueOf(node.get("out")));
      assertThat(core).containsEntry(person, Integer.valueOf(node.get("core")));
      assertThat(betweenness.get(person))
          .as("betweenness of %s", person)
          .isCloseTo(Double.parseDouble(node.get("betweenness")), ROUNDED);
      assertThat(pageRank.get(person))
          .as("page rank of %s", person)
          .isCloseTo(Double.parseDouble(node.get("pagerank")), ROUNDED);
    }
  }
}
