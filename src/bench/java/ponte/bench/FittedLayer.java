package ponte.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A hidden layer of the network of links while it is fitted: units x / (1 + |x|), and beside them a
 * direct weight of each input. The first input always holds.
 */
final class FittedLayer {

  private final int units;
  private final List<Weights> in = new ArrayList<>();
  private final Weights out;

  FittedLayer(int units) {
    this.units = units;
    out = new Weights(units, units);
  }

  /**
   * Draws the weights of the units, which are to add up to about the same whatever their number.
   */
  FittedLayer drawOut(Random random) {
    draw(out, random, 0.5 / Math.sqrt(units));
    return this;
  }

  /** An input of the hidden units and beside them. */
  FittedLayer input(Random random, double spread) {
    return input(units + 1, random, spread);
  }

  /** An input of the hidden units alone. */
  FittedLayer hiddenInput(Random random, double spread) {
    return input(units, random, spread);
  }

  /** An input that counts for nothing. */
  FittedLayer noInput() {
    in.add(new Weights(units + 1, 0));
    return this;
  }

  private FittedLayer input(int free, Random random, double spread) {
    var weights = new Weights(units + 1, free);
    draw(weights, random, spread);
    in.add(weights);
    return this;
  }

  private void draw(Weights weights, Random random, double spread) {
    for (var unit = 0; unit < units; unit++) {
      weights.values()[unit] = (float) (spread * random.nextGaussian());
    }
  }

  int units() {
    return units;
  }

  /** The weights of an input to each unit, and its direct one. */
  float[] in(int input) {
    return in.get(input).values();
  }

  float[] out() {
    return out.values();
  }

  /** Adds inputs, from one on, to what the units and the direct weights have summed up. */
  void add(float[] sums, int first, float[] inputs) {
    for (var i = 0; i < inputs.length; i++) {
      var value = inputs[i];
      if (value != 0) {
        var weights = in.get(first + i).values();
        for (var unit = 0; unit < sums.length; unit++) {
          sums[unit] += value * weights[unit];
        }
      }
    }
  }

  float score(float[] sums) {
    var score = sums[units];
    for (var unit = 0; unit < units; unit++) {
      score += out.values()[unit] * (sums[unit] / (1 + Math.abs(sums[unit])));
    }
    return score;
  }

  /**
   * Learns by how much a score was too high.
   *
   * @param sums of which the score came; they become their gradient
   */
  void learnScore(float[] sums, float excess) {
    var active = new float[units];
    for (var unit = 0; unit < units; unit++) {
      var slope = 1 / (1 + Math.abs(sums[unit]));
      active[unit] = sums[unit] * slope;
      sums[unit] = excess * out.values()[unit] * slope * slope;
    }
    sums[units] = excess;
    out.learn(excess, active);
  }

  /** Learns the weights of inputs, from one on, of the gradient of the sums. */
  void learn(float[] gradient, int first, float[] inputs) {
    for (var i = 0; i < inputs.length; i++) {
      in.get(first + i).learn(inputs[i], gradient);
    }
  }

  void move(int step, float rate) {
    Stream.concat(in.stream(), Stream.of(out)).forEach(weights -> weights.move(step, rate));
  }
}
