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
    return ofMeans(List.of(values));
  }

  /** Of the mean of the means of several samples, each resampled by itself. */
  static Bootstrap ofMeans(List<List<Double>> samples) {
    var random = new Random(SEED);
    var means = new double[RESAMPLES];
    for (var sample : samples) {
      var all = sample.stream().mapToDouble(Double::doubleValue).toArray();
      for (var i = 0; i < RESAMPLES && all.length > 0; i++) {
        var sum = 0.0;
        for (var j = 0; j < all.length; j++) {
          sum += all[random.nextInt(all.length)];
        }
        means[i] += sum / all.length / samples.size();
      }
    }
    Arrays.sort(means);
    return new Bootstrap(means[(int) (0.025 * RESAMPLES)], means[(int) (0.975 * RESAMPLES)]);
  }
}
