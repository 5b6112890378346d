package ponte.community.map;

import java.time.Duration;

/**
 * How maps are made.
 *
 * @param back how far a map looks back where nobody says
 * @param fewest groups of fewer people are not drawn, 5 or more
 */
public record MapRules(Duration back, int fewest) {

  public static final MapRules DEFAULT = new MapRules(Duration.ofDays(90), 5);

  public MapRules {
    if (back.isNegative() || back.isZero()) {
      throw new IllegalArgumentException("back is " + back + ", must be above 0");
    }
    if (fewest < 5) {
      throw new IllegalArgumentException("fewest is " + fewest + ", must be 5 or more");
    }
  }
}
