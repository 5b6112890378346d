package ponte.archive;

import java.time.Instant;

/** Moments as one number, for archives that sort by it: nanoseconds since 1970. */
public final class EpochNanos {

  private static final long BILLION = 1_000_000_000;

  private EpochNanos() {}

  /** Times before 1677 and after 2262 are taken for the first and the last of these. */
  public static long of(Instant instant) {
    if (instant.getEpochSecond() >= Long.MAX_VALUE / BILLION) {
      return Long.MAX_VALUE;
    }
    if (instant.getEpochSecond() <= Long.MIN_VALUE / BILLION) {
      return Long.MIN_VALUE;
    }
    return instant.getEpochSecond() * BILLION + instant.getNano();
  }

  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, BILLION), Math.floorMod(nanos, BILLION));
  }
}
