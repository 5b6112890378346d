package ponte.community.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import ponte.community.map.PeopleMap.Node;
import ponte.community.map.Scene.Disc;
import ponte.community.map.Scene.Line;
import ponte.community.map.Scene.Words;
import ponte.conversation.PersonId;
import ponte.reply.Cut;

/** Draws a map: for a phone, where words must be large, or for a file, with everybody named. */
final class MapScene {

  private static final int INK = 0x1B2733;
  private static final int THREAD = 0xD3D9DF;
  private static final int BRIDGE = 0xB4BEC8;
  private static final double EDGE = 24;

  private final PeopleMap map;
  private final Function<PersonId, String> names;
  private final Captions captions;
  private final Size size;

  /**
   * How large it is, and how much of it there is.
   *
   * @param groups how high the letters of groups are
   * @param named most groups that are named, the largest
   * @param lines most lines that are drawn, the strongest
   * @param people most people who are named, those to whom most turn
   */
  private record Size(
      int width, int height, int title, int groups, int named, int names, int lines, int people) {}

  private static final Size PHONE = new Size(1024, 1024, 34, 32, 12, 26, 500, 8);
  private static final Size FILE = new Size(2400, 2400, 44, 36, 60, 18, 20_000, 400);

  private MapScene(PeopleMap map, Function<PersonId, String> names, Captions captions, Size size) {
    this.map = map;
    this.names = names;
    this.captions = captions;
    this.size = size;
  }

  static Scene forPhone(PeopleMap map, Function<PersonId, String> names, Captions captions) {
    return new MapScene(map, names, captions, PHONE).drawn();
  }

  static Scene forFile(PeopleMap map, Function<PersonId, String> names, Captions captions) {
    return new MapScene(map, names, captions, FILE).drawn();
  }

  private Scene drawn() {
    var title = broken(captions.title(), size.title, true);
    var legend =
        captions.legend().stream()
            .flatMap(line -> broken(line, size.names, false).stream())
            .toList();
    var top = EDGE + 1.25 * size.title * title.size() + 0.35 * size.title;
    var bottom = size.height - EDGE - 1.3 * size.names * legend.size();
    var room = new Room(map.nodes(), EDGE + 20, top + 20, size.width - EDGE - 20, bottom - 20);
    var words = new ArrayList<Words>();
    for (var i = 0; i < title.size(); i++) {
      words.add(line(title.get(i), EDGE + size.title * (1 + 1.25 * i), size.title, true));
    }
    for (var i = 0; i < legend.size(); i++) {
      words.add(line(legend.get(i), bottom + 1.3 * size.names * (i + 1), size.names, false));
    }
    words.addAll(labels(room, new Placing(EDGE, top, size.width - EDGE, bottom)));
    return new Scene(
        size.width, size.height, captions.alternative(), lines(room), discs(room), words);
  }

  /** A text in as many lines as it needs. */
  private List<String> broken(String text, int letters, boolean bold) {
    var lines = new ArrayList<String>();
    var line = "";
    for (var word : text.split(" ")) {
      var longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && Letters.length(longer, letters, bold) > size.width - 2 * EDGE) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  private static Words line(String text, double y, int letters, boolean bold) {
    return new Words(text, EDGE, y, Letters.length(text, letters, bold), letters, bold, INK);
  }

  private List<Line> lines(Room room) {
    var within = new ArrayList<Line>();
    var between = new ArrayList<Line>();
    map.edges().stream()
        .limit(size.lines)
        .forEach(
            edge -> {
              var one = map.nodes().get(edge.one());
              var other = map.nodes().get(edge.other());
              var isBridge = one.group() != other.group();
              (isBridge ? between : within)
                  .add(
                      new Line(
                          room.x(one),
                          room.y(one),
                          room.x(other),
                          room.y(other),
                          isBridge ? BRIDGE : THREAD,
                          Math.min(5, 1 + Math.log1p(edge.weight()) / 2)));
            });
    within.addAll(between);
    return within;
  }

  private List<Disc> discs(Room room) {
    return map.nodes().reversed().stream()
        .map(
            node ->
                new Disc(
                    room.x(node),
                    room.y(node),
                    radius(node),
                    Palette.of(node.group()),
                    names.apply(node.person()) + ", " + node.inLinks()))
        .toList();
  }

  /** The area grows with how often others turned to them. */
  private double radius(Node node) {
    var least = Math.clamp(0.1 * size.width / Math.sqrt(map.nodes().size()), 2.5, 12);
    var most = Math.max(1, map.nodes().getFirst().inLinks());
    return least + 0.022 * size.width * Math.sqrt((double) node.inLinks() / most);
  }

  private List<Words> labels(Room room, Placing placing) {
    for (var group = 0; group < Math.min(size.named, map.groups().size()); group++) {
      var middle = room.middle(group);
      var text = captions.group(group);
      placing.around(text, middle.x(), middle.y(), size.groups, true, INK);
    }
    map.nodes().stream()
        .limit(size.people)
        .forEach(
            node ->
                placing.beside(
                    Cut.shortened(names.apply(node.person()), 22),
                    room.x(node),
                    room.y(node),
                    radius(node),
                    size.names,
                    INK));
    return placing.placed();
  }
}
