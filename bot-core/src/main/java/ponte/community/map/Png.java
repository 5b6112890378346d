package ponte.community.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a scene in dots, on a light ground. */
final class Png {

  private static final Color HALO = new Color(255, 255, 255, 225);

  private Png() {}

  static byte[] of(Scene scene) {
    var image = new BufferedImage(scene.width(), scene.height(), BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, scene.width(), scene.height());
    draw(scene, graphics);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a picture into memory", e);
    }
    return bytes.toByteArray();
  }

  private static void draw(Scene scene, Graphics2D graphics) {
    for (var line : scene.lines()) {
      graphics.setColor(new Color(line.colour()));
      graphics.setStroke(new BasicStroke((float) line.width()));
      graphics.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
    }
    graphics.setStroke(new BasicStroke(1.5f));
    for (var disc : scene.discs()) {
      var left = disc.x() - disc.radius();
      var top = disc.y() - disc.radius();
      var shape = new Ellipse2D.Double(left, top, 2 * disc.radius(), 2 * disc.radius());
      graphics.setColor(new Color(disc.colour()));
      graphics.fill(shape);
      graphics.setColor(Color.WHITE);
      graphics.draw(shape);
    }
    for (var words : scene.words()) {
      var font = Letters.font(words.size(), words.bold());
      var outline =
          font.createGlyphVector(graphics.getFontRenderContext(), words.text())
              .getOutline((float) words.x(), (float) words.y());
      graphics.setColor(HALO);
      graphics.setStroke(
          new BasicStroke(words.size() / 5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(outline);
      graphics.setColor(new Color(words.colour()));
      graphics.fill(outline);
    }
  }
}
