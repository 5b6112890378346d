package ponte.community.map;

import java.util.List;

/**
 * A picture in lines, discs and words, from the back to the front; x to the right, y downwards.
 *
 * @param title what it shows, for those who cannot see it
 */
record Scene(
    int width, int height, String title, List<Line> lines, List<Disc> discs, List<Words> words) {

  Scene {
    lines = List.copyOf(lines);
    discs = List.copyOf(discs);
    words = List.copyOf(words);
  }

  /** The same with the first lines alone. */
  Scene withLines(int limit) {
    return new Scene(width, height, title, lines.subList(0, limit), discs, words);
  }

  record Line(double x1, double y1, double x2, double y2, int colour, double width) {}

  /**
   * @param about what it stands for; may be empty
   */
  record Disc(double x, double y, double radius, int colour, String about) {}

  /**
   * A line of words.
   *
   * @param x where it begins
   * @param y the line it stands on
   * @param length how long it is
   * @param size how high its letters are
   */
  record Words(String text, double x, double y, double length, int size, boolean bold, int colour) {

    /** Whether two stand in each other's way. */
    boolean overlaps(Words other) {
      return x < other.x + other.length
          && other.x < x + length
          && top() < other.bottom()
          && other.top() < bottom();
    }

    double top() {
      return y - 0.85 * size;
    }

    double bottom() {
      return y + 0.3 * size;
    }
  }
}
