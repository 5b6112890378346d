package ponte.community.map;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.graphml.GraphMLExporter;
import ponte.conversation.PersonId;

/** Writes a map as GraphML. */
final class GraphMl {

  private final PeopleMap map;
  private final Function<PersonId, String> names;
  private final Captions captions;

  private GraphMl(PeopleMap map, Function<PersonId, String> names, Captions captions) {
    this.map = map;
    this.names = names;
    this.captions = captions;
  }

  static String of(PeopleMap map, Function<PersonId, String> names, Captions captions) {
    return new GraphMl(map, names, captions).written();
  }

  private String written() {
    var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    for (var place = 0; place < map.nodes().size(); place++) {
      graph.addVertex(place);
    }
    for (var edge : map.edges()) {
      graph.setEdgeWeight(graph.addEdge(edge.one(), edge.other()), edge.weight());
    }
    var exporter = new GraphMLExporter<Integer, DefaultWeightedEdge>(place -> "p" + place);
    exporter.setExportEdgeWeights(true);
    exporter.setVertexAttributeProvider(this::attributes);
    register(exporter, "name", AttributeType.STRING);
    register(exporter, "group", AttributeType.INT);
    register(exporter, "groupName", AttributeType.STRING);
    register(exporter, "inLinks", AttributeType.INT);
    register(exporter, "x", AttributeType.DOUBLE);
    register(exporter, "y", AttributeType.DOUBLE);
    var written = new StringWriter();
    exporter.exportGraph(graph, written);
    return written.toString();
  }

  private static void register(
      GraphMLExporter<Integer, DefaultWeightedEdge> exporter, String name, AttributeType type) {
    exporter.registerAttribute(name, GraphMLExporter.AttributeCategory.NODE, type);
  }

  private Map<String, Attribute> attributes(Integer place) {
    var node = map.nodes().get(place);
    var attributes = new LinkedHashMap<String, Attribute>();
    attributes.put("name", DefaultAttribute.createAttribute(names.apply(node.person())));
    attributes.put("group", DefaultAttribute.createAttribute(node.group() + 1));
    attributes.put("groupName", DefaultAttribute.createAttribute(captions.name(node.group())));
    attributes.put("inLinks", DefaultAttribute.createAttribute(node.inLinks()));
    attributes.put("x", DefaultAttribute.createAttribute(node.x()));
    attributes.put("y", DefaultAttribute.createAttribute(node.y()));
    return attributes;
  }
}
