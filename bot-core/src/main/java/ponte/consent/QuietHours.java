package ponte.consent;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;

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

  /** Whether it is quiet when their clock shows this. */
  public boolean contains(LocalDateTime local) {
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
