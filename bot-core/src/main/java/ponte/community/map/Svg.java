package ponte.community.map;

import java.util.Locale;
import org.apache.commons.text.StringEscapeUtils;

/** Writes a scene as SVG: sharp at any size, with a name on each disc. */
final class Svg {

  private Svg() {}

  static String of(Scene scene) {
    var svg = new StringBuilder(200 * (scene.lines().size() + scene.discs().size()));
    add(
        svg,
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img">
        <title>%s</title>
        <rect width="100%%" height="100%%" fill="#FFFFFF"/>
        <g stroke-linecap="round">
        """,
        scene.width(),
        scene.height(),
        escaped(scene.title()));
    for (var line : scene.lines()) {
      add(
          svg,
          "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\""
              + " stroke-width=\"%.1f\"/>\n",
          line.x1(),
          line.y1(),
          line.x2(),
          line.y2(),
          Palette.css(line.colour()),
          line.width());
    }
    svg.append("</g>\n<g stroke=\"#FFFFFF\" stroke-width=\"1.5\">\n");
    for (var disc : scene.discs()) {
      add(
          svg,
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"><title>%s</title></circle>\n",
          disc.x(),
          disc.y(),
          disc.radius(),
          Palette.css(disc.colour()),
          escaped(disc.about()));
    }
    svg.append(
        "</g>\n<g font-family=\"sans-serif\" paint-order=\"stroke\" stroke=\"#FFFFFF\""
            + " stroke-linejoin=\"round\">\n");
    for (var words : scene.words()) {
      add(
          svg,
          "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" font-weight=\"%s\" fill=\"%s\""
              + " stroke-width=\"%.1f\">%s</text>\n",
          words.x(),
          words.y(),
          words.size(),
          words.bold() ? "bold" : "normal",
          Palette.css(words.colour()),
          words.size() / 5.0,
          escaped(words.text()));
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static void add(StringBuilder svg, String form, Object... values) {
    svg.append(String.format(Locale.ROOT, form, values));
  }

  private static String escaped(String text) {
    return StringEscapeUtils.escapeXml11(text);
  }
}
