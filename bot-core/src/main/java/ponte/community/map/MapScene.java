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
  private static final int BRIDGE = 0xA7B1BB;
  private static final double EDGE = 24;

  private final PeopleMap map;
  private final Function<PersonId, String> names;
  private final Captions captions;
  private final Size size;

  /**
   * How large it is, and how much of it there is.
   *
   * @param lines most lines that are drawn, the strongest
   * @param people most people who are named, those to whom most turn
   */
  private record Size(
      int width, int height, int title, int groups, int names, int lines, int people) {}

  private static final Size PHONE = new Size(1024, 1024, 34, 32, 26, 700, 8);
  private static final Size FILE = new Size(2400, 2400, 44, 36, 18, 20_000, 400);

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
    var legend = captions.legend();
    var top = EDGE + 1.6 * size.title;
    var bottom = size.height - EDGE - 1.35 * size.names * legend.size();
    var room = new Room(map.nodes(), EDGE + 20, top + 20, size.width - EDGE - 20, bottom - 20);
    var words = new ArrayList<Words>();
    words.add(line(captions.title(), EDGE + size.title, size.title, true));
    for (var i = 0; i < legend.size(); i++) {
      words.add(line(legend.get(i), bottom + 1.35 * size.names * (i + 1), size.names, false));
    }
    words.addAll(labels(room, new Placing(EDGE, top, size.width - EDGE, bottom)));
    return new Scene(
        size.width, size.height, captions.alternative(), lines(room), discs(room), words);
  }

  private Words line(String text, double y, int letters, boolean bold) {
    var shown = text;
    while (Letters.length(shown, letters, bold) > size.width - 2 * EDGE && shown.length() > 2) {
      shown = Cut.shortened(text, shown.length() - 2);
    }
    var length = Letters.length(shown, letters, bold);
    return new Words(shown, EDGE, y, length, letters, bold, INK);
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
    for (var group = 0; group < map.groups().size(); group++) {
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
