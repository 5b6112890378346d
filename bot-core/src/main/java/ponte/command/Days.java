package ponte.command;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.nlp.Language;

/** Days, months and years as people of one language write them. */
final class Days {

  /** Which number of {@code 3/7/2026} is the month. */
  enum Order {
    DAY_FIRST,
    MONTH_FIRST
  }

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?");
  private static final Pattern DAY_MONTH =
      Pattern.compile("(\\d{1,2}) ?(\\p{L}+)\\.?(?: (\\d{4}))?");
  private static final Pattern MONTH_DAY =
      Pattern.compile("(\\p{L}+)\\.? (\\d{1,2})(?: (\\d{4}))?");
  private static final Pattern MONTH = Pattern.compile("(\\p{L}+)(?: (\\d{4}))?");
  private static final Pattern ORDINAL = Pattern.compile("(?<=\\d)(?:st|nd|rd|th|°|º|o)\\b|[,°º]");

  private final Language language;
  private final Map<String, Month> months = new HashMap<>();
  private final Map<String, DayOfWeek> weekdays = new HashMap<>();
  private final Pattern today;
  private final Pattern yesterday;
  private final Pattern filler;

  Days(Language language) {
    this.language = language;
    var locale = language.locale();
    for (var style : new TextStyle[] {TextStyle.SHORT, TextStyle.FULL}) {
      for (var month : Month.values()) {
        months.put(folded(month.getDisplayName(style, locale)), month);
      }
      for (var day : DayOfWeek.values()) {
        weekdays.put(folded(day.getDisplayName(style, locale)), day);
      }
    }
    var book = Phrasebook.of(language);
    today = Pattern.compile(book.anyOf("today"));
    yesterday = Pattern.compile(book.anyOf("yesterday"));
    filler = Pattern.compile("\\b" + book.anyOf("filler") + "\\b ?");
  }

  /** The orders that people of this language write: both in English, one in Italian. */
  Stream<Order> orders() {
    return language == Language.ITALIAN ? Stream.of(Order.DAY_FIRST) : Stream.of(Order.values());
  }

  private static String folded(String name) {
    return Written.of(name).folded().replace(".", "");
  }

  /** The day that a folded text names. */
  Optional<Day> day(String text, Order order, LocalDate now) {
    if (today.matcher(text).matches()) {
      return Optional.of(new Day.Full(now));
    }
    if (yesterday.matcher(text).matches()) {
      return Optional.of(new Day.Full(now.minusDays(1)));
    }
    var iso = ISO.matcher(text);
    if (iso.matches()) {
      return day(number(iso, 3), number(iso, 2), iso.group(1));
    }
    var plain = plain(text);
    var weekday = weekdays.get(plain);
    if (weekday != null) {
      return Optional.of(new Day.OfWeek(weekday));
    }
    var numbers = NUMBERS.matcher(plain);
    if (numbers.matches()) {
      return order == Order.DAY_FIRST
          ? day(number(numbers, 1), number(numbers, 2), numbers.group(3))
          : day(number(numbers, 2), number(numbers, 1), numbers.group(3));
    }
    var dayMonth = DAY_MONTH.matcher(plain);
    if (dayMonth.matches() && months.containsKey(dayMonth.group(2))) {
      return day(number(dayMonth, 1), month(dayMonth.group(2)), dayMonth.group(3));
    }
    var monthDay = MONTH_DAY.matcher(plain);
    if (monthDay.matches() && months.containsKey(monthDay.group(1))) {
      return day(number(monthDay, 2), month(monthDay.group(1)), monthDay.group(3));
    }
    return Optional.empty();
  }

  /** The first day of the month that a folded text names: the last such month up to now. */
  Optional<LocalDate> month(String text, LocalDate now) {
    var named = MONTH.matcher(plain(text));
    if (!named.matches() || !months.containsKey(named.group(1))) {
      return Optional.empty();
    }
    return day(1, month(named.group(1)), named.group(2)).map(first -> first.lastBy(now));
  }

  private String plain(String text) {
    return filler
        .matcher(ORDINAL.matcher(text).replaceAll(""))
        .replaceAll("")
        .replaceAll(" +", " ")
        .strip();
  }

  private int month(String name) {
    var month = months.get(name);
    return month == null ? 0 : month.getValue();
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private static Optional<Day> day(int day, int month, @Nullable String year) {
    try {
      return Optional.of(
          year == null
              ? new Day.OfYear(MonthDay.of(month, day))
              : new Day.Full(LocalDate.of(fourDigits(year), month, day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int fourDigits(String year) {
    return year.length() == 2 ? 2000 + Integer.parseInt(year) : Integer.parseInt(year);
  }
}
