package ponte.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The 95 % interval of a mean, by the percentiles of 10,000 resamples (Efron and Tibshirani, "An
 * Introduction to the Bootstrap", 1993); always the same ones.
 */
record Bootstrap(double low, double high) {

  private static final int RESAMPLES = 10_000;
  private static final long SEED = 1;

  static Bootstrap of(List<Double> values) {
    if (values.isEmpty()) {
      return new Bootstrap(0, 0);
    }
    var all = values.stream().mapToDouble(Double::doubleValue).toArray();
    var random = new Random(SEED);
    var means = new double[RESAMPLES];
    for (var i = 0; i < RESAMPLES; i++) {
      var sum = 0.0;
      for (var j = 0; j < all.length; j++) {
        sum += all[random.nextInt(all.length)];
      }
      means[i] = sum / all.length;
    }
    Arrays.sort(means);
    return new Bootstrap(means[(int) (0.025 * RESAMPLES)], means[(int) (0.975 * RESAMPLES)]);
  }
}
