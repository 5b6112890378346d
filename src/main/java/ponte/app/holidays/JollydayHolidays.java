package ponte.app.holidays;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import ponte.nudge.Holidays;

/**
 * Public holidays as Jollyday has them, those of whole countries alone: of those of a region it is
 * not known who lives there.
 */
public final class JollydayHolidays implements Holidays {

  private final Map<InYear, Set<LocalDate>> known = new ConcurrentHashMap<>();

  private record InYear(String country, Year year) {}

  @Override
  public boolean have(LocalDate day, String country) {
    return known
        .computeIfAbsent(new InYear(country, Year.from(day)), JollydayHolidays::days)
        .contains(day);
  }

  private static Set<LocalDate> days(InYear in) {
    if (!HolidayManager.getSupportedCalendarCodes().contains(in.country())) {
      return Set.of();
    }
    var days =
        HolidayManager.getInstance(ManagerParameters.create(in.country()))
            .getHolidays(in.year())
            .stream()
            .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
            .map(Holiday::getDate)
            .collect(Collectors.toUnmodifiableSet());
    return in.country().equals("JP") ? JapaneseHolidays.completed(days, in.year()) : days;
  }
}
