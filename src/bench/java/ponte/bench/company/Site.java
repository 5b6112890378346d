package ponte.bench.company;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.nudge.WorkingTime;

/**
 * Where people work, with the public holidays of its whole country from March to August 2026. They
 * are written out here so that what is watched is not looked up where the watched one looks it up.
 */
enum Site {
  ROME("Europe/Rome", 0.28, "04-05", "04-06", "04-25", "05-01", "06-02", "08-15"),
  LONDON("Europe/London", 0.14, "04-03", "05-04", "05-25"),
  BERLIN("Europe/Berlin", 0.12, "04-03", "04-06", "05-01", "05-14", "05-25"),
  NEW_YORK("America/New_York", 0.16, "05-25", "06-19"),
  LOS_ANGELES("America/Los_Angeles", 0.08, "05-25", "06-19"),
  SAO_PAULO("America/Sao_Paulo", 0.06, "04-03", "04-21", "05-01"),
  KOLKATA("Asia/Kolkata", 0.10, "08-15"),
  TOKYO("Asia/Tokyo", 0.06, "03-20", "04-29", "05-03", "05-04", "05-05", "05-06", "07-20", "08-11");

  private static final LocalTime FIRST = LocalTime.of(9, 0);
  private static final LocalTime LAST = LocalTime.of(18, 0);

  private final ZoneId zone;
  private final double share;
  private final Set<LocalDate> holidays;

  Site(String zone, double share, String... holidays) {
    this.zone = ZoneId.of(zone);
    this.share = share;
    this.holidays =
        Stream.of(holidays)
            .map(day -> LocalDate.parse("2026-" + day))
            .collect(Collectors.toUnmodifiableSet());
  }

  ZoneId zone() {
    return zone;
  }

  LocalDate day(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  /** One that so large a part of the company, from 0 to 1, comes to. */
  static Site at(double part) {
    var left = part;
    for (var site : values()) {
      left -= site.share;
      if (left < 0) {
        return site;
      }
    }
    return ROME;
  }

  boolean isWeekend(Instant moment) {
    var day = day(moment).getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }

  boolean isHoliday(Instant moment) {
    return holidays.contains(day(moment));
  }

  /** Whether it is evening, night or early morning. */
  boolean isNight(Instant moment) {
    var time = moment.atZone(zone).toLocalTime();
    return time.isBefore(FIRST) || !time.isBefore(LAST);
  }

  /** Its weekdays without its public holidays. */
  WorkingTime weekdays() {
    return WorkingTime.weekdays(zone, holidays::contains);
  }

  /** Whether people work there. */
  boolean works(Instant moment) {
    return !isNight(moment) && !isWeekend(moment) && !isHoliday(moment);
  }

  /** Working hours from a moment to another, in quarters of an hour. */
  double workingHours(Instant from, Instant until) {
    var quarters = 0;
    for (var at = from; at.isBefore(until); at = at.plusSeconds(900)) {
      quarters += isNight(at) || isWeekend(at) ? 0 : 1;
    }
    return quarters / 4.0;
  }
}
