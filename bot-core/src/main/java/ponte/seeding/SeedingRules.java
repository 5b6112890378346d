package ponte.seeding;

import java.time.Duration;

/**
 * How discussions are proposed.
 *
 * @param proposals so many at once, 1 to 10
 * @param apart so long a channel is left in peace after a seed
 * @param outcome so long after it was posted it is told what became of it
 * @param rallies so long after one call for help the same person calls for the next
 */
public record SeedingRules(int proposals, Duration apart, Duration outcome, Duration rallies) {

  public static final SeedingRules DEFAULT =
      new SeedingRules(5, Duration.ofDays(7), Duration.ofDays(3), Duration.ofDays(1));

  public SeedingRules {
    if (proposals < 1 || proposals > 10) {
      throw new IllegalArgumentException("proposals is " + proposals + ", must be 1 to 10");
    }
  }
}
