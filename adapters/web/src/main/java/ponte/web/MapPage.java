package ponte.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.community.map.MapSheet;
import ponte.community.map.Palette;
import ponte.community.map.PeopleMap;
import ponte.conversation.Channel;

/**
 * The map of people.
 *
 * @param sheet null: too few people would be on it
 * @param channels those that it can be of
 * @param query of what it is
 */
public record MapPage(
    Reader reader, @Nullable MapSheet sheet, List<Channel> channels, Query query) {

  private static final int IN_TABLE = 1000;
  private static final int MOST_WITH = 6;

  /** How far back it can look, in days. */
  public static final List<Integer> DAYS = List.of(7, 30, 90, 180, 366);

  public MapPage {
    channels = List.copyOf(channels);
  }

  /**
   * What was asked for.
   *
   * @param channel its id as written; empty: all
   * @param topic empty: whatever it is about
   */
  public record Query(String channel, String topic, int days) {

    /** The same as the rest of an address. */
    public String address() {
      return "?channel=" + encoded(channel) + "&topic=" + encoded(topic) + "&days=" + days;
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /** A line of the legend. */
  public record Group(int number, String name, int size, String css) {}

  /**
   * Somebody in the table.
   *
   * @param with those to whom their ties are strongest
   */
  public record Row(String name, String group, int inLinks, int outward, String with) {}

  /** Teams, or groups, that talk with each other. */
  public record Bridge(String one, String other, int ties, String people) {}

  public List<Group> groups() {
    return sheet == null
        ? List.of()
        : IntStream.range(0, sheet.map().groups().size())
            .mapToObj(
                place ->
                    new Group(
                        place + 1,
                        sheet.captions().name(place),
                        sheet.map().groups().get(place).size(),
                        Palette.css(Palette.of(place))))
            .toList();
  }

  /** Those to whom most turn. */
  public List<Row> rows() {
    if (sheet == null) {
      return List.of();
    }
    var nodes = sheet.map().nodes();
    var with = Stream.generate(() -> new ArrayList<String>()).limit(nodes.size()).toList();
    // The strongest come first.
    for (var edge : sheet.map().edges()) {
      add(with.get(edge.one()), nodes.get(edge.other()), sheet);
      add(with.get(edge.other()), nodes.get(edge.one()), sheet);
    }
    return IntStream.range(0, Math.min(IN_TABLE, nodes.size()))
        .mapToObj(
            place ->
                new Row(
                    sheet.names().apply(nodes.get(place).person()),
                    sheet.captions().group(nodes.get(place).group()),
                    nodes.get(place).inLinks(),
                    nodes.get(place).outward(),
                    String.join(", ", with.get(place))))
        .toList();
  }

  private static void add(List<String> with, PeopleMap.Node node, MapSheet sheet) {
    if (with.size() < MOST_WITH) {
      with.add(sheet.names().apply(node.person()));
    }
  }

  /** How many are on the map and not in the table. */
  public int untold() {
    return sheet == null ? 0 : Math.max(0, sheet.map().nodes().size() - IN_TABLE);
  }

  public List<Bridge> bridges() {
    if (sheet == null) {
      return List.of();
    }
    var nodes = sheet.map().nodes();
    var bridges = new ArrayList<Bridge>();
    for (var bridge : sheet.map().bridges()) {
      var people = bridge.people().stream().map(nodes::get).map(PeopleMap.Node::person).toList();
      bridges.add(
          new Bridge(
              sheet.captions().side(bridge.one()),
              sheet.captions().side(bridge.other()),
              bridge.ties(),
              String.join(", ", people.stream().map(sheet.names()).toList())));
    }
    return bridges;
  }
}
