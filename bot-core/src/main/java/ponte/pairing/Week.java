package ponte.pairing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import ponte.command.Acquaintance.Cadence;

/**
 * A week, by the day on which colleagues are introduced in it.
 *
 * <p>Weeks are counted alike everywhere, so that whoever is introduced less often meets those who
 * are introduced more often: every month is in every two weeks, and that in every week.
 */
record Week(LocalDate day) {

  /** Where a day begins first. */
  private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

  private static final int DAYS = 7;

  /** The first week whose round is after a moment. */
  static Week after(Instant moment, DayOfWeek on, LocalTime at) {
    var day = moment.atOffset(FIRST).toLocalDate().minusDays(1);
    while (day.getDayOfWeek() != on || !new Week(day).round(at).isAfter(moment)) {
      day = day.plusDays(1);
    }
    return new Week(day);
  }

  /** What names its round. */
  String id() {
    return day.toString();
  }

  Week next() {
    return new Week(day.plusDays(DAYS));
  }

  /** When it is decided who meets whom: when the time comes where the day begins first. */
  Instant round(LocalTime at) {
    return day.atTime(at).toInstant(FIRST);
  }

  /** When the time comes on somebody's clock; where it is left out, when the clock moves on. */
  Instant on(ZoneId clock, LocalTime at) {
    return day.atTime(at).atZone(clock).toInstant();
  }

  /** Whether those are introduced in it who are so often. */
  boolean isOf(Cadence cadence) {
    return switch (cadence) {
      case WEEKLY -> true;
      case EVERY_TWO_WEEKS -> isEven();
      case MONTHLY -> isEven() && day.getDayOfMonth() <= 2 * DAYS;
    };
  }

  private boolean isEven() {
    var monday = day.minusDays(day.getDayOfWeek().ordinal()).toEpochDay();
    // The first Monday there is comes four days after the first day.
    return Math.floorDiv(monday - 4, DAYS) % 2 == 0;
  }
}
