package ponte.command;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import ponte.command.Command.Period.Dates;

/** The first and the last day of a span of time, as a person names them. */
record Ends(Day from, Day until) {

  /** A span of that many days is more likely one whose ends were swapped. */
  private static final int SWAPPED = 300;

  /** A longer span that is not over is more likely meant as the last one that is. */
  private static final int UNDER_WAY = 31;

  /**
   * The ends where the last one is but the day of a month: of that of the first, or of the next.
   * Empty where that month has no such day.
   */
  static Optional<Ends> until(Day from, int day) {
    if (!(from instanceof Day.OfYear(var first))) {
      return Optional.of(new Ends(from, new Day.OfMonth(day)));
    }
    var month = day >= first.getDayOfMonth() ? first.getMonth() : first.getMonth().plus(1);
    return day <= month.maxLength()
        ? Optional.of(new Ends(from, new Day.OfYear(MonthDay.of(month, day))))
        : Optional.empty();
  }

  /**
   * What the days can mean: spans that lie in the past, the likeliest first. A year said once holds
   * for both days; where none is said, it is the latest in which the span is over. Days of a span
   * that has begun and is not over may mean this one or the last one.
   */
  List<Dates> spans(LocalDate today) {
    if (until instanceof Day.Full(var last)) {
      return List.of(ordered(from.beginningBy(last), last));
    }
    if (from instanceof Day.Full(var first)) {
      return List.of(ordered(first, until.firstFrom(first)));
    }
    var past = past(today);
    if (from instanceof Day.OfWeek || until instanceof Day.OfWeek) {
      return List.of(past);
    }
    var begun = from.lastBy(today);
    var end = until.firstFrom(begun);
    if (end.isAfter(today) && days(begun, end) <= UNDER_WAY) {
      return List.of(new Dates(begun, today), past);
    }
    return days(past.first(), past.last()) > SWAPPED
        ? List.of(new Ends(until, from).past(today), past)
        : List.of(past);
  }

  /**
   * The days that there are where one end is the 29th of February and the year that is meant has
   * none; empty where it has.
   */
  Optional<Ends> withoutLeapDay(LocalDate today) {
    var common = new Ends(from.after29February(), until.before29February());
    if (common.equals(this)) {
      return Optional.empty();
    }
    var meant = common.spans(today).getFirst();
    var beside = common.from().equals(from) ? meant.last() : meant.first();
    return beside.isLeapYear() ? Optional.empty() : Optional.of(common);
  }

  /** Whether the last day that was named lies before the first. */
  boolean areSwapped() {
    return from instanceof Day.Full(var first)
        && until instanceof Day.Full(var last)
        && last.isBefore(first);
  }

  /** Whether all of it is still to come. */
  boolean areAhead(LocalDate today) {
    return from instanceof Day.Full(var first)
        && first.isAfter(today)
        && until.firstFrom(first).isAfter(today);
  }

  private Dates past(LocalDate today) {
    var last = until.lastBy(today);
    return new Dates(from.beginningBy(last), last);
  }

  private static Dates ordered(LocalDate one, LocalDate other) {
    return other.isBefore(one) ? new Dates(other, one) : new Dates(one, other);
  }

  private static long days(LocalDate first, LocalDate last) {
    return ChronoUnit.DAYS.between(first, last);
  }
}
