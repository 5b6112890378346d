package ponte.schedule;

import java.time.Duration;

/**
 * The numbers by which digests are posted.
 *
 * @param preview how long before its time its owner sees the first post of a schedule
 * @param mostPrivate how many digests may come to one person alone
 */
public record ScheduleRules(Duration preview, int mostPrivate) {

  public static final ScheduleRules DEFAULT = new ScheduleRules(Duration.ofHours(1), 10);

  public ScheduleRules {
    if (preview.isNegative() || preview.isZero()) {
      throw new IllegalArgumentException("preview is " + preview + ", must be more than nothing");
    }
    if (mostPrivate < 1) {
      throw new IllegalArgumentException("mostPrivate is " + mostPrivate + ", must be 1 or more");
    }
  }
}
