package ponte.app.holidays;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.HashSet;
import java.util.Set;

/**
 * The public holidays of Japan that Jollyday leaves out: the equinoxes, the birthday of the present
 * emperor, and by the Act on National Holidays of 1948 the day after a holiday on a Sunday and a
 * day between two holidays.
 */
final class JapaneseHolidays {

  private JapaneseHolidays() {}

  /** All holidays of a year from 2020 to 2099. */
  static Set<LocalDate> completed(Set<LocalDate> known, Year in) {
    var year = in.getValue();
    var days = new HashSet<>(known);
    days.remove(LocalDate.of(year, Month.DECEMBER, 23));
    days.add(LocalDate.of(year, Month.FEBRUARY, 23));
    days.add(LocalDate.of(year, Month.MARCH, equinox(20.8431, year)));
    days.add(LocalDate.of(year, Month.SEPTEMBER, equinox(23.2488, year)));
    var named = Set.copyOf(days);
    for (var day : named) {
      if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
        var next = day.plusDays(1);
        while (named.contains(next)) {
          next = next.plusDays(1);
        }
        days.add(next);
      }
      if (named.contains(day.plusDays(2))) {
        days.add(day.plusDays(1));
      }
    }
    return Set.copyOf(days);
  }

  /** The usual approximation, right from 1980 to 2099. */
  private static int equinox(double in1980, int year) {
    var years = year - 1980;
    return (int) (in1980 + 0.242194 * years - Math.floorDiv(years, 4));
  }
}
