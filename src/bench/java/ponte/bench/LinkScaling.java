package ponte.bench;

import java.util.List;
import ponte.archive.LinkInputs;

/**
 * Inputs of the network of links brought to a like size, so that a rate of learning does for all.
 *
 * @param means what is taken off each: the circumstances first, then the clues
 * @param sizes what each is then divided by
 */
record LinkScaling(float[] means, float[] sizes) {

  static final int CIRCUMSTANCES = LinkInputs.circumstances().size();
  static final int CLUES = LinkInputs.clues().size();

  /** One candidate in so many is looked at. */
  private static final int EVERY = 97;

  /** What is nearly always the same is not blown up. */
  private static final double LEAST_OF_CIRCUMSTANCE = 0.1;

  private static final double LEAST_OF_CLUE = 0.25;

  static LinkScaling of(List<LinkExample> examples) {
    var circumstances = circumstances(examples);
    var clues = clues(examples);
    return new LinkScaling(
        join(circumstances.means, clues.means), join(circumstances.sizes, clues.sizes));
  }

  private static LinkScaling circumstances(List<LinkExample> examples) {
    var sums = new Sums(CIRCUMSTANCES);
    for (var example : examples) {
      sums.count++;
      for (var i = 0; i < CIRCUMSTANCES; i++) {
        sums.add(i, example.inputs().circumstance(i));
      }
    }
    var means = new float[CIRCUMSTANCES];
    var sizes = new float[CIRCUMSTANCES];
    for (var i = 0; i < CIRCUMSTANCES; i++) {
      means[i] = (float) sums.mean(i);
      var variance = sums.square(i) - sums.mean(i) * sums.mean(i);
      sizes[i] = (float) Math.max(LEAST_OF_CIRCUMSTANCE, Math.sqrt(Math.max(0, variance)));
    }
    return new LinkScaling(means, sizes);
  }

  /** Clues that mostly are 0 stay 0 there. */
  private static LinkScaling clues(List<LinkExample> examples) {
    var sums = new Sums(CLUES);
    var seen = 0;
    for (var example : examples) {
      for (var candidate = 0; candidate < example.inputs().candidates(); candidate++) {
        if (seen++ % EVERY == 0) {
          sums.count++;
          for (var i = 0; i < CLUES; i++) {
            sums.add(i, example.inputs().clue(candidate, i));
          }
        }
      }
    }
    var means = new float[CLUES];
    var sizes = new float[CLUES];
    for (var i = 0; i < CLUES; i++) {
      means[i] = sums.isMostlyZero(i) ? 0 : (float) sums.mean(i);
      sizes[i] = (float) Math.max(LEAST_OF_CLUE, Math.sqrt(sums.square(i)));
    }
    return new LinkScaling(means, sizes);
  }

  private static float[] join(float[] first, float[] second) {
    var all = new float[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static final class Sums {

    private final double[] sums;
    private final double[] squares;
    private final int[] zeros;
    private int count;

    private Sums(int inputs) {
      sums = new double[inputs];
      squares = new double[inputs];
      zeros = new int[inputs];
    }

    private void add(int input, float value) {
      sums[input] += value;
      squares[input] += (double) value * value;
      zeros[input] += value == 0 ? 1 : 0;
    }

    private double mean(int input) {
      return sums[input] / Math.max(1, count);
    }

    private double square(int input) {
      return squares[input] / Math.max(1, count);
    }

    private boolean isMostlyZero(int input) {
      return 2 * zeros[input] > count;
    }
  }

  float[] circumstances(LinkInputs inputs) {
    var scaled = new float[CIRCUMSTANCES];
    for (var i = 0; i < scaled.length; i++) {
      scaled[i] = (inputs.circumstance(i) - means[i]) / sizes[i];
    }
    return scaled;
  }

  float[] clues(LinkInputs inputs, int candidate) {
    var scaled = new float[CLUES];
    for (var i = 0; i < scaled.length; i++) {
      var input = CIRCUMSTANCES + i;
      scaled[i] = (inputs.clue(candidate, i) - means[input]) / sizes[input];
    }
    return scaled;
  }

  /** Weights for inputs as they are, of those for scaled ones. Row 0 is of what always holds. */
  float[][] unscaled(FittedLayer layer, int inputs) {
    var rows = new float[1 + inputs][];
    rows[0] = layer.in(0).clone();
    for (var i = 0; i < inputs; i++) {
      rows[1 + i] = layer.in(1 + i).clone();
      for (var unit = 0; unit < rows[0].length; unit++) {
        rows[1 + i][unit] /= sizes[i];
        rows[0][unit] -= means[i] * rows[1 + i][unit];
      }
    }
    return rows;
  }
}
