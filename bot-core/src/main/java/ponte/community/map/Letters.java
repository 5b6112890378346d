package ponte.community.map;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** The letters of pictures. */
final class Letters {

  private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

  private Letters() {}

  static Font font(int size, boolean bold) {
    return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size);
  }

  static double length(String text, int size, boolean bold) {
    return font(size, bold).getStringBounds(text, SMOOTH).getWidth();
  }
}
