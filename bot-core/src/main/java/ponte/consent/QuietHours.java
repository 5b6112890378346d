package ponte.consent;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The times of the week at which somebody is not to be written to unasked.
 *
 * @param from the time of day at which the quiet begins; the same as {@code until}: at no time
 * @param until the time of day at which it ends, on the next day where it is before {@code from}
 * @param weekends whether Saturday and Sunday are quiet all day
 */
public record QuietHours(LocalTime from, LocalTime until, boolean weekends) {

  /** 18:00 to 09:00, and weekends. */
  public static final QuietHours DEFAULT =
      new QuietHours(LocalTime.of(18, 0), LocalTime.of(9, 0), true);

  public boolean contains(Instant moment, ZoneId zone) {
    return isQuiet(LocalDateTime.ofInstant(moment, zone));
  }

  /** The first moment from this one on that is not quiet. */
  public Instant end(Instant moment, ZoneId zone) {
    var local = LocalDateTime.ofInstant(moment, zone);
    if (!isQuiet(local)) {
      return moment;
    }
    // The quiet of the day ends at the same time every day, that of a weekend at midnight.
    var day = local.toLocalDate();
    while (true) {
      for (var time : new LocalTime[] {LocalTime.MIN, until}) {
        var candidate = day.atTime(time);
        if (candidate.isAfter(local) && !isQuiet(candidate)) {
          return candidate.atZone(zone).toInstant();
        }
      }
      day = day.plusDays(1);
    }
  }

  private boolean isQuiet(LocalDateTime local) {
    var day = local.getDayOfWeek();
    if (weekends && (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY)) {
      return true;
    }
    var time = local.toLocalTime();
    return from.isAfter(until)
        ? !time.isBefore(from) || time.isBefore(until)
        : !time.isBefore(from) && time.isBefore(until);
  }
}
