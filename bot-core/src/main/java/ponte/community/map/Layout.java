package ponte.community.map;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Gives nodes places so that those who are tied stand near each other: ForceAtlas2 of Jacomy,
 * Venturini, Heymann and Bastian, PLoS ONE 9(6), 2014, with its attraction by the logarithm, which
 * sets groups apart. The same start gives the same places, on however many processors.
 */
final class Layout {

  private static final int ROUNDS = 120;

  /** Who stands somewhere already needs fewer. */
  private static final int ROUNDS_AGAIN = 40;

  private static final int ROUNDS_OF_GROUPS = 400;

  private static final double GRAVITY = 0.3;

  /** Ties between groups draw less, so that groups can be told apart. */
  private static final double BETWEEN = 0.5;

  private static final double TOLERANCE = 1;

  private final Ties ties;
  private final double[] mass;
  private final double[] pull;
  private final double[] x;
  private final double[] y;
  private final double[] forceX;
  private final double[] forceY;
  private final double[] lastX;
  private final double[] lastY;
  private final double repulsion;
  private final double most;
  private double speed = 1;

  private Layout(
      Ties ties, double[] mass, double[] pull, double repulsion, double[] x, double[] y) {
    this.ties = ties;
    this.mass = mass;
    this.pull = pull;
    this.repulsion = repulsion;
    this.x = x;
    this.y = y;
    var nodes = ties.nodes();
    most = Math.sqrt(Arrays.stream(mass).sum()) / 10;
    forceX = new double[nodes];
    forceY = new double[nodes];
    lastX = new double[nodes];
    lastY = new double[nodes];
  }

  /**
   * Moves nodes from where they start to where they belong.
   *
   * @param groups the group of each node
   * @param again whether most of them stand where they belonged a while ago
   */
  static void place(Ties ties, int[] groups, double[] x, double[] y, boolean again) {
    var mass = new double[ties.nodes()];
    Arrays.fill(mass, 1);
    var pull = new double[ties.nodes() == 0 ? 0 : ties.end(ties.nodes() - 1)];
    for (var node = 0; node < ties.nodes(); node++) {
      var own = 0.0;
      for (var i = ties.first(node); i < ties.end(node); i++) {
        pull[i] =
            Math.log1p(ties.weight(i)) * (groups[ties.other(i)] == groups[node] ? 1 : BETWEEN);
        own += pull[i];
      }
      // However many ties somebody has, all of them together draw alike.
      for (var i = ties.first(node); i < ties.end(node); i++) {
        pull[i] /= Math.max(1, own);
      }
    }
    new Layout(ties, mass, pull, REPULSION, x, y).step(again ? ROUNDS_AGAIN : ROUNDS);
  }

  private static final double REPULSION = 1;

  /** The same for groups: who has more people takes more room. */
  static void placeGroups(Ties between, double[] sizes, double[] x, double[] y) {
    var pull = new double[between.nodes() == 0 ? 0 : between.end(between.nodes() - 1)];
    for (var group = 0; group < between.nodes(); group++) {
      for (var i = between.first(group); i < between.end(group); i++) {
        var most = Math.max(between.strength(group), between.strength(between.other(i)));
        pull[i] = sizes[group] * between.weight(i) / most;
      }
    }
    new Layout(between, sizes, pull, 1, x, y).step(ROUNDS_OF_GROUPS);
  }

  private void step(int rounds) {
    for (var round = 0; round < rounds; round++) {
      step();
    }
  }

  private void step() {
    var quarters = new Quarters();
    quarters.fill(x, y, mass);
    var threads = 2 * Runtime.getRuntime().availableProcessors();
    IntStream.range(0, threads)
        .parallel()
        .forEach(
            part -> {
              var push = new Quarters.Push();
              var end = (int) ((long) x.length * (part + 1) / threads);
              for (var node = (int) ((long) x.length * part / threads); node < end; node++) {
                force(node, quarters, push);
              }
            });
    move();
  }

  private void force(int node, Quarters quarters, Quarters.Push push) {
    quarters.push(x[node], y[node], repulsion * mass[node], push);
    var gravity = GRAVITY * mass[node];
    var sumX = push.x - gravity * x[node];
    var sumY = push.y - gravity * y[node];
    for (var i = ties.first(node); i < ties.end(node); i++) {
      var awayX = x[ties.other(i)] - x[node];
      var awayY = y[ties.other(i)] - y[node];
      sumX += pull[i] * awayX;
      sumY += pull[i] * awayY;
    }
    forceX[node] = sumX;
    forceY[node] = sumY;
  }

  /** Who swings to and fro is slowed down, as the paper has it. */
  private void move() {
    var swinging = 0.0;
    var traction = 0.0;
    for (var node = 0; node < x.length; node++) {
      swinging += mass[node] * swing(node);
      traction +=
          mass[node] * Math.hypot(forceX[node] + lastX[node], forceY[node] + lastY[node]) / 2;
    }
    if (swinging > 0) {
      speed = Math.min(TOLERANCE * traction / swinging, 1.5 * speed);
    }
    for (var node = 0; node < x.length; node++) {
      var own = speed / (1 + speed * Math.sqrt(mass[node] * swing(node)));
      var force = Math.hypot(forceX[node], forceY[node]);
      if (force > 0) {
        own = Math.min(own, most / force);
      }
      x[node] += own * forceX[node];
      y[node] += own * forceY[node];
      lastX[node] = forceX[node];
      lastY[node] = forceY[node];
    }
  }

  private double swing(int node) {
    return Math.hypot(forceX[node] - lastX[node], forceY[node] - lastY[node]);
  }
}
