package ponte.nudge;

/**
 * When a kind of nudge counts as one that does not help.
 *
 * @param helpful the least share of nudges that people must have welcomed, 0 to 1; 0: no kind is
 *     ever slowed down
 */
public record EffectRules(double helpful) {

  /** One in ten. The number is ours: it has been tuned on nothing. */
  public static final EffectRules DEFAULT = new EffectRules(0.1);

  /** The most often that the number of a kind is halved. */
  static final int SLOWEST = 3;

  /** Complete weeks that are looked at together. */
  static final int WINDOW = 4;

  /** The quantile of the normal distribution for an interval of 95 %. */
  private static final double Z = 1.959964;

  public EffectRules {
    if (!(helpful >= 0 && helpful <= 1)) {
      throw new IllegalArgumentException("helpful is " + helpful + ", must be 0 to 1");
    }
  }

  /**
   * Whether so few were welcomed that chance does not explain it: the upper bound of Wilson's score
   * interval (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
   * JASA 22, 1927) lies below the share that is asked for. By the upper bound a kind of which
   * little is known is not blamed: of none welcomed, 35 must have been shown where one in ten is
   * asked for.
   */
  boolean isUnhelpful(int welcomed, int shown) {
    return shown > 0 && upper(Math.min(welcomed, shown), shown) < helpful;
  }

  private static double upper(double welcomed, double shown) {
    var share = welcomed / shown;
    var square = Z * Z;
    var spread = Z * Math.sqrt(share * (1 - share) / shown + square / (4 * shown * shown));
    return (share + square / (2 * shown) + spread) / (1 + square / shown);
  }
}
