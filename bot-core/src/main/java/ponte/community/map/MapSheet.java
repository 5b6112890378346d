package ponte.community.map;

import java.util.function.Function;
import ponte.conversation.PersonId;

/**
 * A map with its words, to be shown or taken along.
 *
 * @param names what people are called
 */
public record MapSheet(PeopleMap map, Captions captions, Function<PersonId, String> names) {

  /** A picture for a phone: 1024 dots a side, in PNG. */
  public byte[] png() {
    return Png.of(MapScene.forPhone(map, names, captions));
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
