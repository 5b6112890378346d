package ponte.community.map;

import java.util.Arrays;

/**
 * Points in quarters of quarters, each with its mass and centre: what is far away pushes as if it
 * were one. After Barnes and Hut, "A hierarchical O(N log N) force-calculation algorithm", Nature
 * 324, 1986.
 */
final class Quarters {

  /** Points that lie nearer than this fraction of the whole are one. */
  private static final int DEEPEST = 24;

  /** A quarter is far away where its width is less than this many times the distance. */
  private static final double FAR = 1.2;

  private int[] child = new int[256];
  private double[] mass = new double[64];
  private double[] centreX = new double[64];
  private double[] centreY = new double[64];
  private double[] width = new double[64];
  private int size;

  /** Takes the place of what was there before. */
  void fill(double[] x, double[] y, double[] weights) {
    size = 0;
    var left = Arrays.stream(x).min().orElse(0);
    var top = Arrays.stream(y).min().orElse(0);
    var side =
        Math.max(Arrays.stream(x).max().orElse(0) - left, Arrays.stream(y).max().orElse(0) - top);
    var root = cell(Math.max(side, 1e-9));
    for (var i = 0; i < x.length; i++) {
      add(root, left, top, x[i], y[i], weights[i]);
    }
    for (var cell = 0; cell < size; cell++) {
      centreX[cell] /= mass[cell];
      centreY[cell] /= mass[cell];
    }
  }

  private int cell(double side) {
    if (size == mass.length) {
      child = Arrays.copyOf(child, 8 * size);
      mass = Arrays.copyOf(mass, 2 * size);
      centreX = Arrays.copyOf(centreX, 2 * size);
      centreY = Arrays.copyOf(centreY, 2 * size);
      width = Arrays.copyOf(width, 2 * size);
    }
    Arrays.fill(child, 4 * size, 4 * size + 4, -1);
    mass[size] = 0;
    centreX[size] = 0;
    centreY[size] = 0;
    width[size] = side;
    return size++;
  }

  /** Down to a cell in which nothing was yet; what was alone in one goes further down, too. */
  private void add(int root, double left, double top, double x, double y, double weight) {
    var cell = root;
    var cellLeft = left;
    var cellTop = top;
    for (var depth = 0; ; depth++) {
      var isEmpty = mass[cell] == 0;
      if (!isEmpty && isLeaf(cell) && depth < DEEPEST) {
        var half = width[cell] / 2;
        var inner =
            quarter(
                centreX[cell] / mass[cell], centreY[cell] / mass[cell], cellLeft, cellTop, half);
        var moved = cell(half);
        child[4 * cell + inner] = moved;
        mass[moved] = mass[cell];
        centreX[moved] = centreX[cell];
        centreY[moved] = centreY[cell];
      }
      mass[cell] += weight;
      centreX[cell] += weight * x;
      centreY[cell] += weight * y;
      if (isEmpty || depth == DEEPEST) {
        return;
      }
      var half = width[cell] / 2;
      var quarter = quarter(x, y, cellLeft, cellTop, half);
      cellLeft += (quarter & 1) == 1 ? half : 0;
      cellTop += (quarter & 2) == 2 ? half : 0;
      if (child[4 * cell + quarter] < 0) {
        var made = cell(half);
        child[4 * cell + quarter] = made;
      }
      cell = child[4 * cell + quarter];
    }
  }

  private static int quarter(double x, double y, double left, double top, double half) {
    return (x >= left + half ? 1 : 0) + (y >= top + half ? 2 : 0);
  }

  private boolean isLeaf(int cell) {
    return child[4 * cell] < 0
        && child[4 * cell + 1] < 0
        && child[4 * cell + 2] < 0
        && child[4 * cell + 3] < 0;
  }

  /** What a push comes to. */
  static final class Push {
    private final int[] waiting = new int[4 * DEEPEST + 8];
    double x;
    double y;
  }

  /** Pushes a point away from all others, the more the nearer and the heavier they are. */
  void push(double x, double y, double weight, Push push) {
    push.x = 0;
    push.y = 0;
    var waiting = push.waiting;
    var left = 0;
    waiting[left++] = 0;
    while (left > 0) {
      var cell = waiting[--left];
      var awayX = x - centreX[cell];
      var awayY = y - centreY[cell];
      var square = awayX * awayX + awayY * awayY;
      var isLeaf = isLeaf(cell);
      if (isLeaf || width[cell] * width[cell] < FAR * FAR * square) {
        if (square > 0) {
          push.x += weight * mass[cell] * awayX / square;
          push.y += weight * mass[cell] * awayY / square;
        }
      } else {
        for (var i = 4 * cell; i < 4 * cell + 4; i++) {
          if (child[i] >= 0) {
            waiting[left++] = child[i];
          }
        }
      }
    }
  }
}
