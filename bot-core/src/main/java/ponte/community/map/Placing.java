package ponte.community.map;

import java.util.ArrayList;
import java.util.List;
import ponte.community.map.Scene.Words;

/**
 * Puts words beside what they name, so that none stands on others; what has no room is left out.
 */
final class Placing {

  private final double left;
  private final double top;
  private final double right;
  private final double bottom;
  private final List<Words> placed = new ArrayList<>();

  /** The words stand between these edges. */
  Placing(double left, double top, double right, double bottom) {
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
  }

  /** Words in the middle of a place, or as near above or below it as there is room. */
  void around(String text, double x, double y, int size, boolean bold, int colour) {
    var length = Letters.length(text, size, bold);
    var start = Math.clamp(x - length / 2, left, Math.max(left, right - length));
    for (var step = 0; step < 9; step++) {
      var away = (step % 2 == 0 ? 1 : -1) * ((step + 1) / 2) * 1.2 * size;
      if (add(new Words(text, start, y + size * 0.3 + away, length, size, bold, colour))) {
        return;
      }
    }
  }

  /** Words beside a disc: on the right, on the left, above or below. */
  void beside(String text, double x, double y, double radius, int size, int colour) {
    var length = Letters.length(text, size, false);
    var middle = y + size * 0.3;
    var gap = radius + 4;
    var places =
        List.of(
            new Words(text, x + gap, middle, length, size, false, colour),
            new Words(text, x - gap - length, middle, length, size, false, colour),
            new Words(text, x - length / 2, y - gap - 4, length, size, false, colour),
            new Words(text, x - length / 2, y + gap + size, length, size, false, colour));
    for (var place : places) {
      if (add(place)) {
        return;
      }
    }
  }

  private boolean add(Words words) {
    var fits =
        words.x() >= left
            && words.x() + words.length() <= right
            && words.top() >= top
            && words.bottom() <= bottom
            && placed.stream().noneMatch(words::overlaps);
    if (fits) {
      placed.add(words);
    }
    return fits;
  }

  List<Words> placed() {
    return List.copyOf(placed);
  }
}
