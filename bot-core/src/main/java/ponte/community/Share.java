package ponte.community;

/**
 * How many of how many.
 *
 * @param part 0 to {@code whole}
 */
public record Share(int part, int whole) {

  /** Of nothing. */
  public static final Share NONE = new Share(0, 0);

  /** The quantile of the normal distribution for an interval of 95 %. */
  private static final double Z = 1.959964;

  /** Which way something went. */
  public enum Turn {
    DOWN,
    SAME,
    UP
  }

  public Share {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException("part is " + part + ", must be 0 to " + whole);
    }
  }

  /** Whether it is of enough to be told, and to be compared. */
  public boolean isTold() {
    return whole >= Networks.FEWEST;
  }

  /** From 0 to 1; 0 where there is nothing to share. */
  public double value() {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /**
   * Which way it went since another time, where chance does not explain it: the test of two
   * proportions with their common one (Fleiss, Levin and Paik, "Statistical Methods for Rates and
   * Proportions", 2003), both ways, at 95 %. Of too few to be told it is the same.
   */
  public Turn since(Share before) {
    if (!isTold() || !before.isTold()) {
      return Turn.SAME;
    }
    double common = (double) (part + before.part) / (whole + before.whole);
    double spread = Math.sqrt(common * (1 - common) * (1.0 / whole + 1.0 / before.whole));
    return turn(value() - before.value(), spread);
  }

  /** Which way a difference goes, where its standard error does not explain it. */
  static Turn turn(double difference, double error) {
    return Math.abs(difference) <= Z * error ? Turn.SAME : difference > 0 ? Turn.UP : Turn.DOWN;
  }
}
