package ponte.schedule;

import java.time.Duration;

/**
 * The numbers by which digests are posted.
 *
 * @param preview how long before its time its owner sees the first post of a schedule
 */
public record ScheduleRules(Duration preview) {

  public static final ScheduleRules DEFAULT = new ScheduleRules(Duration.ofHours(1));

  public ScheduleRules {
    if (preview.isNegative() || preview.isZero()) {
      throw new IllegalArgumentException("preview is " + preview + ", must be more than nothing");
    }
  }
}
