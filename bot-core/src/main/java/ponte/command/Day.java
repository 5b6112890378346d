package ponte.command;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** A day as a person names it. */
sealed interface Day {

  /**
   * The last such day that is not after {@code latest}; the day itself where it is one of a kind.
   */
  LocalDate lastBy(LocalDate latest);

  /**
   * The last such day on which what goes on until {@code latest} can have begun. Nobody says the
   * name of a weekday of that very day.
   */
  default LocalDate beginningBy(LocalDate latest) {
    return lastBy(latest);
  }

  /** The first such day that is not before {@code earliest}; the day itself where it is one. */
  LocalDate firstFrom(LocalDate earliest);

  /** The first of March where it is the 29th of February of any year. */
  default Day after29February() {
    return this;
  }

  /** The 28th of February where it is the 29th of any year. */
  default Day before29February() {
    return this;
  }

  /** A day with its year. */
  record Full(LocalDate date) implements Day {
    @Override
    public LocalDate lastBy(LocalDate latest) {
      return date;
    }

    @Override
    public LocalDate firstFrom(LocalDate earliest) {
      return date;
    }
  }

  /** A day of any year. */
  record OfYear(MonthDay day) implements Day {

    private static final MonthDay LEAP = MonthDay.of(2, 29);

    @Override
    public Day after29February() {
      return day.equals(LEAP) ? new OfYear(MonthDay.of(3, 1)) : this;
    }

    @Override
    public Day before29February() {
      return day.equals(LEAP) ? new OfYear(MonthDay.of(2, 28)) : this;
    }

    @Override
    public LocalDate lastBy(LocalDate latest) {
      var year = latest.getYear();
      while (!day.isValidYear(year) || day.atYear(year).isAfter(latest)) {
        year--;
      }
      return day.atYear(year);
    }

    @Override
    public LocalDate firstFrom(LocalDate earliest) {
      var year = earliest.getYear();
      while (!day.isValidYear(year) || day.atYear(year).isBefore(earliest)) {
        year++;
      }
      return day.atYear(year);
    }
  }

  /** A day of any month that has it. */
  record OfMonth(int day) implements Day {
    public OfMonth {
      if (day < 1 || day > 31) {
        throw new IllegalArgumentException("day is " + day + ", must be 1 to 31");
      }
    }

    @Override
    public LocalDate lastBy(LocalDate latest) {
      var month = YearMonth.from(latest);
      while (!month.isValidDay(day) || month.atDay(day).isAfter(latest)) {
        month = month.minusMonths(1);
      }
      return month.atDay(day);
    }

    @Override
    public LocalDate firstFrom(LocalDate earliest) {
      var month = YearMonth.from(earliest);
      while (!month.isValidDay(day) || month.atDay(day).isBefore(earliest)) {
        month = month.plusMonths(1);
      }
      return month.atDay(day);
    }
  }

  /**
   * A day of any week.
   *
   * @param past whether it is said to be the last one, so that it is over
   */
  record OfWeek(DayOfWeek day, boolean past) implements Day {
    @Override
    public LocalDate lastBy(LocalDate latest) {
      return past ? beginningBy(latest) : latest.with(TemporalAdjusters.previousOrSame(day));
    }

    @Override
    public LocalDate beginningBy(LocalDate latest) {
      return latest.with(TemporalAdjusters.previous(day));
    }

    @Override
    public LocalDate firstFrom(LocalDate earliest) {
      return earliest.with(TemporalAdjusters.nextOrSame(day));
    }
  }
}
