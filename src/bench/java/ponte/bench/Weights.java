package ponte.bench;

/**
 * Weights that are fitted by Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization",
 * ICLR 2015) with a decay of their own (Loshchilov and Hutter, "Decoupled Weight Decay
 * Regularization", ICLR 2019).
 */
final class Weights {

  private static final float OF_MEAN = 0.9f;
  private static final float OF_SQUARE = 0.999f;
  private static final float LEAST = 1e-8f;
  private static final float DECAY = 3e-4f;

  private final float[] values;
  private final float[] gradient;
  private final float[] mean;
  private final float[] square;
  private final int free;

  /**
   * @param free how many of them, the first, are fitted; the others stay 0
   */
  Weights(int count, int free) {
    values = new float[count];
    gradient = new float[count];
    mean = new float[count];
    square = new float[count];
    this.free = free;
  }

  float[] values() {
    return values;
  }

  /** Adds to their gradient that of something they are multiplied with. */
  void learn(float factor, float[] of) {
    if (factor != 0) {
      for (var i = 0; i < free; i++) {
        gradient[i] += factor * of[i];
      }
    }
  }

  /**
   * Moves them against their gradient, which is then 0.
   *
   * @param step 1 for the first
   */
  void move(int step, float rate) {
    var forMean = (float) (1 - StrictMath.pow(OF_MEAN, step));
    var forSquare = (float) (1 - StrictMath.pow(OF_SQUARE, step));
    for (var i = 0; i < free; i++) {
      mean[i] = OF_MEAN * mean[i] + (1 - OF_MEAN) * gradient[i];
      square[i] = OF_SQUARE * square[i] + (1 - OF_SQUARE) * gradient[i] * gradient[i];
      var length = (float) Math.sqrt(square[i] / forSquare) + LEAST;
      values[i] -= rate * (mean[i] / forMean / length + DECAY * values[i]);
      gradient[i] = 0;
    }
  }
}
