package ponte.community;

/**
 * What shape a community has by who helps whom.
 *
 * @param helpers how many people would have answered if all answers had come from equally busy
 *     ones: the inverse of Simpson's index of concentration (Hill, "Diversity and evenness: a
 *     unifying notation and its consequences", Ecology 54, 1973)
 * @param people how many wrote
 * @param apart how much people keep to their own team, 1: to it alone, 0: as chance would have it,
 *     below 0: less (Newman, "Mixing patterns in networks", Physical Review E 67, 2003); not a
 *     number where fewer than two teams are known
 */
public record Shape(Kind kind, double helpers, int people, double apart) {

  /** Fewer than so many are a hub, however small the community is. */
  private static final double HUB = 5;

  /** A hub is as many of a large community. The number is ours, as the next one is. */
  private static final double HUB_OF_ALL = 0.05;

  /** Nearer to mixing as chance would have it than to each team by itself. */
  private static final double MIXED = 0.5;

  /** How a community is built. */
  public enum Kind {
    /** A few answer nearly everything. */
    CENTRALISED,
    /** Many answer, each team its own. */
    DISTRIBUTED,
    /** Many answer, across teams. */
    TRANSVERSAL
  }

  static Shape of(double helpers, int people, double apart) {
    return new Shape(kind(helpers, people, apart), helpers, people, apart);
  }

  private static Kind kind(double helpers, int people, double apart) {
    if (helpers < Math.max(HUB, HUB_OF_ALL * people)) {
      return Kind.CENTRALISED;
    }
    return apart < MIXED ? Kind.TRANSVERSAL : Kind.DISTRIBUTED;
  }

  /** Whether teams are known, so that it can be said whether they mix. */
  public boolean knowsTeams() {
    return !Double.isNaN(apart);
  }
}
