package ponte.community;

import java.time.Duration;

/**
 * How it is told how the community holds together.
 *
 * @param back so far back what was said is counted, 28 days or more
 */
public record CommunityRules(Duration back) {

  /** A year, so that a season can be compared with the one before. */
  public static final CommunityRules DEFAULT = new CommunityRules(Duration.ofDays(366));

  public CommunityRules {
    if (back.toDays() < 28) {
      throw new IllegalArgumentException("back is " + back + ", must be 28 days or more");
    }
  }
}
