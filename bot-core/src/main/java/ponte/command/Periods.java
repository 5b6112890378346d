package ponte.command;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Period;
import ponte.command.Understanding.NoDay;
import ponte.nlp.Language;

/** Spans of time as people of one language say them. */
final class Periods {

  private static final int LONGEST = 3660;

  /** How many days people mean who say a few. */
  private static final int FEW = 3;

  private static final int SOON_MONTHS = 3;

  private final Language language;
  private final Phrasebook book;
  private final Days days;

  Periods(Language language) {
    this.language = language;
    this.book = Phrasebook.of(language);
    this.days = new Days(language);
  }

  /**
   * What a text can mean as a span of time.
   *
   * @param periods none: it is no span of time; several: it can be read in several ways
   * @param sure whether it means the one period it was read as
   * @param noDay a day in it that the periods are without; null: none
   */
  record Reading(List<Period> periods, boolean sure, @Nullable NoDay noDay) {

    static final Reading NONE = new Reading(List.of(), false);

    Reading(List<Period> periods, boolean sure) {
      this(periods, sure, null);
    }

    Reading {
      periods = List.copyOf(periods);
    }

    static Reading of(Period period) {
      return new Reading(List.of(period), true);
    }
  }

  Reading of(String folded, LocalDate today) {
    var text = days.inNumbers(folded);
    return calendar(text, today)
        .or(() -> counted(text))
        .map(Reading::of)
        .or(() -> between(text, today))
        .or(() -> since(text, today))
        .or(() -> on(text, today))
        .orElse(Reading.NONE);
  }

  private Optional<Period> calendar(String text, LocalDate today) {
    var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var first = today.withDayOfMonth(1);
    if (says("period-today", text)) {
      return Optional.of(new Period.Dates(today, today));
    }
    if (says("period-yesterday", text)) {
      return Optional.of(new Period.Dates(today.minusDays(1), today.minusDays(1)));
    }
    if (says("period-past-day", text)) {
      return Optional.of(new Period.LastDays(1));
    }
    if (says("period-this-week", text)) {
      return Optional.of(new Period.Dates(monday, today));
    }
    if (says("period-past-week", text)) {
      return Optional.of(new Period.LastDays(7));
    }
    if (says("period-last-week", text)) {
      return Optional.of(new Period.Dates(monday.minusWeeks(1), monday.minusDays(1)));
    }
    if (says("period-this-month", text)) {
      return Optional.of(new Period.Dates(first, today));
    }
    if (says("period-past-month", text)) {
      return Optional.of(new Period.LastDays(30));
    }
    if (says("period-since-last-week", text)) {
      return Optional.of(new Period.Dates(monday.minusWeeks(1), today));
    }
    if (says("period-since-last-month", text)) {
      return Optional.of(new Period.Dates(first.minusMonths(1), today));
    }
    if (says("period-weekend", text)) {
      var saturday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
      return Optional.of(new Period.Dates(saturday, earlier(saturday.plusDays(1), today)));
    }
    if (says("period-few-days", text)) {
      return Optional.of(new Period.LastDays(FEW));
    }
    if (says("period-last-month", text)) {
      return Optional.of(new Period.Dates(first.minusMonths(1), first.minusDays(1)));
    }
    return Optional.empty();
  }

  private Optional<Period> counted(String text) {
    return counted("period-hours", text, hours -> (hours + 23) / 24)
        .or(() -> counted("period-days", text, number -> number))
        .or(() -> counted("period-weeks", text, weeks -> 7 * weeks))
        .or(() -> counted("period-months", text, months -> 30 * months));
  }

  private Optional<Period> counted(String section, String text, Function<Integer, Integer> toDays) {
    for (var match : matches(section, text)) {
      var number = Numbers.of(match.group("number"), book);
      if (number.isPresent()) {
        var count = toDays.apply(number.getAsInt());
        if (count >= 1 && count <= LONGEST) {
          return Optional.of(new Period.LastDays(count));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Reading> between(String text, LocalDate today) {
    for (var match : matches("period-between", text)) {
      var found = new LinkedHashSet<Period>();
      var swapped = false;
      for (var order : days.orders().toList()) {
        var ends = ends(match, order, today).filter(each -> !each.areAhead(today));
        var without = ends.flatMap(each -> each.withoutLeapDay(today));
        if (without.isPresent()) {
          var isFirst = ends.map(Ends::until).equals(without.map(Ends::until));
          return without.map(
              each -> notThatYear(each.spans(today), match.group(isFirst ? "date" : "until")));
        }
        ends.stream().flatMap(each -> each.spans(today).stream()).forEach(found::add);
        swapped |= ends.map(Ends::areSwapped).orElse(false);
      }
      if (!found.isEmpty()) {
        return Optional.of(new Reading(List.copyOf(found), found.size() == 1 && !swapped));
      }
    }
    return Optional.empty();
  }

  /** The days at both ends; where one is but a number, its month is the other's. */
  private Optional<Ends> ends(Matcher match, Days.Order order, LocalDate today) {
    var from = days.day(match.group("date"), order, today);
    var until = days.day(match.group("until"), order, today);
    var fromNumber = days.ofMonth(match.group("date"));
    var untilNumber = days.ofMonth(match.group("until"));
    if (fromNumber.isPresent() && isOfMonth(fromNumber.getAsInt())) {
      from = Optional.of(new Day.OfMonth(fromNumber.getAsInt()));
    }
    if (from.isPresent() && untilNumber.isPresent() && isOfMonth(untilNumber.getAsInt())) {
      return Ends.until(from.get(), untilNumber.getAsInt());
    }
    return from.isPresent() && until.isPresent()
        ? Optional.of(new Ends(from.get(), until.get()))
        : Optional.empty();
  }

  private static boolean isOfMonth(int day) {
    return day >= 1 && day <= 31;
  }

  private Optional<Reading> since(String text, LocalDate today) {
    return sinceLeapDay(text, today)
        .or(
            () ->
                dated(
                    "period-since",
                    text,
                    today,
                    day -> !isSoon(day, today),
                    first -> new Period.Dates(first, today)))
        .or(() -> monthSince(text, today))
        .or(
            () ->
                matches("period-since-day", text).stream()
                    .map(match -> Integer.parseInt(match.group("day")))
                    .filter(Periods::isOfMonth)
                    .map(day -> new Day.OfMonth(day).lastBy(today))
                    .map(first -> Reading.of(new Period.Dates(first, today)))
                    .findFirst());
  }

  /** Where the year that is meant has no 29th of February: from the next day on. */
  private Optional<Reading> sinceLeapDay(String text, LocalDate today) {
    return matches("period-since", text).stream()
        .map(match -> match.group("date"))
        .flatMap(
            said ->
                days
                    .day(said, Days.Order.DAY_FIRST, today)
                    .map(from -> new Ends(from, new Day.Full(today)))
                    .flatMap(ends -> ends.withoutLeapDay(today))
                    .map(ends -> notThatYear(ends.spans(today), said))
                    .stream())
        .findFirst();
  }

  /** Since a month; not where the next one of that name is soon to come. */
  private Optional<Reading> monthSince(String text, LocalDate today) {
    return matches("period-since", text).stream()
            .anyMatch(match -> isSoon(match.group("date"), today))
        ? Optional.empty()
        : month("period-since", text, today, _ -> today);
  }

  /** Whoever says a day that comes this soon has mistaken it, and does not mean last year's. */
  private static boolean isSoon(Day day, LocalDate today) {
    return day instanceof Day.OfYear && day.lastBy(today.plusMonths(SOON_MONTHS)).isAfter(today);
  }

  private boolean isSoon(String month, LocalDate today) {
    return days.month(month, today.plusMonths(SOON_MONTHS)).stream()
        .anyMatch(first -> first.isAfter(today));
  }

  private static Reading notThatYear(List<? extends Period> periods, String day) {
    return new Reading(List.copyOf(periods), false, new NoDay(day, NoDay.Reason.NOT_THAT_YEAR));
  }

  private Optional<Reading> on(String text, LocalDate today) {
    return dated("period-on", text, today, _ -> true, day -> new Period.Dates(day, day))
        .or(() -> month("period-on", text, today, first -> first.plusMonths(1).minusDays(1)));
  }

  /** From the first day of the last such month; it ends today at the latest. */
  private Optional<Reading> month(
      String section, String text, LocalDate today, UnaryOperator<LocalDate> last) {
    return matches(section, text).stream()
        .flatMap(match -> days.month(match.group("date"), today).stream())
        .filter(first -> !first.isAfter(today))
        .findFirst()
        .map(first -> new Period.Dates(first, earlier(last.apply(first), today)))
        .map(Reading::of);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private Optional<Reading> dated(
      String section,
      String text,
      LocalDate today,
      Predicate<Day> meant,
      Function<LocalDate, Period> period) {
    for (var match : matches(section, text)) {
      var found = new LinkedHashSet<Period>();
      for (var order : days.orders().toList()) {
        days.day(match.group("date"), order, today)
            .filter(meant)
            .map(day -> day.beginningBy(today))
            .filter(day -> !day.isAfter(today))
            .map(period)
            .ifPresent(found::add);
      }
      if (!found.isEmpty()) {
        return Optional.of(new Reading(List.copyOf(found), found.size() == 1));
      }
    }
    return Optional.empty();
  }

  /** The day in a text for which it is no span of time that is past; empty where it names none. */
  Optional<NoDay> noDay(String folded, LocalDate today) {
    var text = days.inNumbers(folded);
    var named =
        Stream.of("period-between", "period-since", "period-on")
            .flatMap(section -> matches(section, text).stream())
            .flatMap(
                match ->
                    Stream.of("date", "until")
                        .filter(match.namedGroups()::containsKey)
                        .map(match::group))
            .toList();
    return named.stream()
        .filter(day -> days.isImpossible(day) || isNoneOfMonth(day))
        .map(day -> new NoDay(day, NoDay.Reason.IMPOSSIBLE))
        .findFirst()
        .or(
            () ->
                named.stream()
                    .filter(day -> isAhead(day, today))
                    .map(day -> new NoDay(day, NoDay.Reason.AHEAD))
                    .findFirst());
  }

  private boolean isNoneOfMonth(String text) {
    var number = days.ofMonth(text);
    return number.isPresent() && !isOfMonth(number.getAsInt());
  }

  private boolean isAhead(String text, LocalDate today) {
    return days.isComing(text)
        || isSoon(text, today)
        || days.orders()
            .flatMap(order -> days.day(text, order, today).stream())
            .anyMatch(day -> isSoon(day, today) || day.lastBy(today).isAfter(today));
  }

  private boolean says(String section, String text) {
    return !matches(section, text).isEmpty();
  }

  private List<Matcher> matches(String section, String text) {
    var found = new ArrayList<Matcher>();
    for (var phrase : book.phrases(section)) {
      var matcher = phrase.matcher(text);
      if (matcher.matches()) {
        found.add(matcher);
      }
    }
    return found;
  }
}
