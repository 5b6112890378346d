package ponte.bench;

import java.util.Arrays;

/**
 * How likely, by its scores, each of the messages before one is, and that it opens a conversation;
 * and how likely what is right is of all that.
 */
final class LinkOdds {

  private static final double LEAST = 1e-30;

  private final double[] likely;
  private final boolean[] right;
  private final double ofAll;
  private final double ofRight;

  /**
   * @param scores of the messages before it and, last, of opening a conversation
   */
  LinkOdds(LinkExample example, double[] scores) {
    right = Arrays.copyOf(example.right(), scores.length);
    right[scores.length - 1] = example.opens();
    likely = new double[scores.length];
    var most = Arrays.stream(scores).max().orElseThrow();
    double all = 0;
    double good = 0;
    for (var i = 0; i < scores.length; i++) {
      // Alike on every machine.
      likely[i] = StrictMath.exp(scores[i] - most);
      all += likely[i];
      good += right[i] ? likely[i] : 0;
    }
    ofAll = all;
    ofRight = Math.max(LEAST, good);
  }

  /** The negative logarithm of the probability of what is right. */
  double loss() {
    return StrictMath.log(ofAll / ofRight);
  }

  /** By how much the loss grows with a score. */
  double slope(int index) {
    return likely[index] / ofAll - (right[index] ? likely[index] / ofRight : 0);
  }
}
