package ponte.community.map;

import java.util.List;

/**
 * Colours that people tell apart who see colours differently: those of Okabe and Ito, "Color
 * Universal Design", 2008, without the black and the yellow, which text and a light ground leave no
 * room for. From the seventh group on all share a grey: their numbers tell them apart.
 */
public final class Palette {

  private static final List<Integer> COLOURS =
      List.of(0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xE69F00);

  public static final int OTHERS = 0x9AA3AD;

  private Palette() {}

  /** The colour of a group by its place, as red, green and blue. */
  public static int of(int group) {
    return group < COLOURS.size() ? COLOURS.get(group) : OTHERS;
  }

  /** The same as CSS writes it. */
  public static String css(int colour) {
    return "#%06X".formatted(colour);
  }
}
