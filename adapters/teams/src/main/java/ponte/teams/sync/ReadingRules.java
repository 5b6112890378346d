package ponte.teams.sync;

import java.time.Duration;

/**
 * How far back a channel is read, and how often what changed in it.
 *
 * @param back how old a thread may be in which nothing was said since; with a year, what shows
 *     knowledge is there: older evidence has faded
 * @param catchUp from one round to the next, at least a minute
 */
public record ReadingRules(Duration back, Duration catchUp) {

  public static final ReadingRules DEFAULT =
      new ReadingRules(Duration.ofDays(365), Duration.ofHours(1));

  public ReadingRules {
    if (back.isNegative() || catchUp.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("back is " + back + ", catch-up is " + catchUp);
    }
  }
}
