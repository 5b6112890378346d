package ponte.community.map;

import java.util.Arrays;
import ponte.community.map.Surveying.Point;

/** Brings places to where most lie between -1 and 1, around the middle. */
final class Scaling {

  /** So many times the usual distance from the middle is the edge. */
  private static final double USUAL = 1.45;

  private Scaling() {}

  static Point[] scaled(double[] x, double[] y) {
    var middleX = Arrays.stream(x).average().orElse(0);
    var middleY = Arrays.stream(y).average().orElse(0);
    var squares = 0.0;
    for (var i = 0; i < x.length; i++) {
      squares += Math.pow(x[i] - middleX, 2) + Math.pow(y[i] - middleY, 2);
    }
    var scale = USUAL * Math.sqrt(squares / Math.max(1, x.length));
    var scaled = new Point[x.length];
    for (var i = 0; i < x.length; i++) {
      scaled[i] =
          scale == 0
              ? new Point(0, 0)
              : new Point((x[i] - middleX) / scale, (y[i] - middleY) / scale);
    }
    return scaled;
  }
}
