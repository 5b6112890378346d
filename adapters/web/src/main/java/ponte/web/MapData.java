package ponte.web;

import java.util.List;
import java.util.stream.IntStream;
import ponte.community.map.MapSheet;
import ponte.community.map.Palette;
import ponte.store.Codec;

/**
 * What a page draws a map from: {@code nodes} as name, x, y, in-links and group, {@code edges} as
 * two places and a weight, and {@code groups}.
 */
public record MapData(List<List<Object>> nodes, List<List<Integer>> edges, List<Group> groups) {

  /** A group, and its colour in CSS. */
  public record Group(String name, int size, String css) {}

  /** The data of a map as JSON. */
  public static String of(MapSheet sheet) {
    var map = sheet.map();
    return Codec.write(
        new MapData(
            map.nodes().stream()
                .map(
                    node ->
                        List.<Object>of(
                            sheet.names().apply(node.person()),
                            rounded(node.x()),
                            rounded(node.y()),
                            node.inLinks(),
                            node.group()))
                .toList(),
            map.edges().stream()
                .map(edge -> List.of(edge.one(), edge.other(), edge.weight()))
                .toList(),
            IntStream.range(0, map.groups().size())
                .mapToObj(
                    place ->
                        new Group(
                            sheet.captions().name(place),
                            map.groups().get(place).size(),
                            Palette.css(Palette.of(place))))
                .toList()));
  }

  private static double rounded(double place) {
    return Math.round(place * 10_000) / 10_000.0;
  }
}
