package ponte.community.map;

import java.util.function.Function;
import ponte.conversation.PersonId;

/**
 * A map with its words, to be shown or taken along.
 *
 * @param names what people are called
 */
public record MapSheet(PeopleMap map, Captions captions, Function<PersonId, String> names) {

  /** The most bytes of a picture in a chat. */
  public static final int MOST_BYTES = 500_000;

  /** A picture for a phone: 1024 dots a side, in PNG, with as many lines as there is room for. */
  public byte[] png() {
    return png(MOST_BYTES);
  }

  byte[] png(int mostBytes) {
    var scene = MapScene.forPhone(map, names, captions);
    var png = Png.of(scene);
    while (png.length > mostBytes && !scene.lines().isEmpty()) {
      scene = scene.withLines(scene.lines().size() / 2);
      png = Png.of(scene);
    }
    return png;
  }

  /** A picture that is sharp at any size, with everybody's name at hand. */
  public String svg() {
    return Svg.of(MapScene.forFile(map, names, captions));
  }

  /** What programs that draw and measure networks read. */
  public String graphml() {
    return GraphMl.of(map, names, captions);
  }
}
