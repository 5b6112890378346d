package ponte.command;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import ponte.command.Command.Period;
import ponte.nlp.Language;

/** Spans of time as people of one language say them. */
final class Periods {

  private static final int LONGEST = 3660;

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
   */
  record Reading(List<Period> periods, boolean sure) {

    static final Reading NONE = new Reading(List.of(), false);

    Reading {
      periods = List.copyOf(periods);
    }

    static Reading of(Period period) {
      return new Reading(List.of(period), true);
    }
  }

  Reading of(String folded, LocalDate today) {
    return calendar(folded, today)
        .or(() -> counted(folded))
        .map(Reading::of)
        .or(() -> between(folded, today))
        .or(() -> since(folded, today))
        .or(() -> on(folded, today))
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
        var from = days.day(match.group("date"), order, today);
        var until = days.day(match.group("until"), order, today);
        if (from.isPresent() && until.isPresent()) {
          var span = span(from.get(), until.get(), today);
          swapped |= span.last().isBefore(span.first());
          found.add(
              span.last().isBefore(span.first())
                  ? new Period.Dates(span.last(), span.first())
                  : new Period.Dates(span.first(), span.last()));
        }
      }
      if (!found.isEmpty()) {
        return Optional.of(new Reading(List.copyOf(found), found.size() == 1 && !swapped));
      }
    }
    return Optional.empty();
  }

  private record Span(LocalDate first, LocalDate last) {}

  /** A year said once holds for both days; where none is said, the span began before today. */
  private static Span span(Day from, Day until, LocalDate today) {
    if (until instanceof Day.Full(var last) && !(from instanceof Day.Full)) {
      return new Span(from.lastBy(last), last);
    }
    var first = from.lastBy(today);
    return new Span(first, until.firstFrom(first));
  }

  private Optional<Reading> since(String text, LocalDate today) {
    return dated(
        "period-since",
        text,
        today,
        first -> first.isAfter(today) ? Optional.empty() : dates(first, today));
  }

  private Optional<Reading> on(String text, LocalDate today) {
    return dated("period-on", text, today, day -> dates(day, day))
        .or(
            () ->
                matches("period-on", text).stream()
                    .flatMap(match -> days.month(match.group("date"), today).stream())
                    .findFirst()
                    .map(
                        first ->
                            Reading.of(new Period.Dates(first, first.plusMonths(1).minusDays(1)))));
  }

  private static Optional<Period> dates(LocalDate first, LocalDate last) {
    return Optional.of(new Period.Dates(first, last));
  }

  private Optional<Reading> dated(
      String section, String text, LocalDate today, Function<LocalDate, Optional<Period>> period) {
    for (var match : matches(section, text)) {
      var found = new LinkedHashSet<Period>();
      for (var order : days.orders().toList()) {
        days.day(match.group("date"), order, today)
            .flatMap(day -> period.apply(day.lastBy(today)))
            .ifPresent(found::add);
      }
      if (!found.isEmpty()) {
        return Optional.of(new Reading(List.copyOf(found), found.size() == 1));
      }
    }
    return Optional.empty();
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
