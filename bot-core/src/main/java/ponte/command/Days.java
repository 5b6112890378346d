package ponte.command;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
  private static final Pattern ORDINAL = Pattern.compile("(?<=\\d)(?:st|nd|rd|th|°|º|o)\\b|[,°º]");

  private final Language language;
  private final Phrasebook book;
  private final Map<String, Month> months = new HashMap<>();
  private final Map<String, DayOfWeek> weekdays = new HashMap<>();
  private final Pattern today;
  private final Pattern yesterday;
  private final Pattern dayBefore;
  private final Pattern filler;
  private final Pattern first;

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
    book = Phrasebook.of(language);
    today = Pattern.compile(book.anyOf("today"));
    yesterday = Pattern.compile(book.anyOf("yesterday"));
    dayBefore = Pattern.compile(book.anyOf("day-before-yesterday"));
    filler = Pattern.compile("\\b" + book.anyOf("filler") + "\\b ?");
    first = Pattern.compile("\\b" + book.anyOf("first-of-month"));
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
    if (dayBefore.matcher(text).matches()) {
      return Optional.of(new Day.Full(now.minusDays(2)));
    }
    var ago = ago("days-ago", text);
    if (ago.isPresent()) {
      return Optional.of(new Day.Full(now.minusDays(ago.getAsInt())));
    }
    var weeksAgo = ago("weeks-ago", text);
    if (weeksAgo.isPresent()) {
      return Optional.of(new Day.Full(now.minusWeeks(weeksAgo.getAsInt())));
    }
    var named = withoutLast(text);
    var weekday = weekdays.get(plain(named));
    return weekday == null
        ? written(named, order).flatMap(date -> day(date.day(), date.month(), date.year()))
        : Optional.of(new Day.OfWeek(weekday, !named.equals(text)));
  }

  /** What is said to be the last of its name, without saying so. */
  private String withoutLast(String text) {
    return book.phrases("last-date").stream()
        .map(phrase -> phrase.matcher(text))
        .filter(Matcher::matches)
        .map(match -> match.group("date"))
        .findFirst()
        .orElse(text);
  }

  /** Whether a folded text names a day that is still to come by saying so. */
  boolean isComing(String text) {
    return book.phrases("coming").stream().anyMatch(phrase -> phrase.matcher(text).matches());
  }

  /** A folded text in which the first of a month is written as a number. */
  String inNumbers(String text) {
    return first.matcher(text).replaceAll("1");
  }

  private OptionalInt ago(String section, String text) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(text))
        .filter(Matcher::matches)
        .map(match -> Numbers.of(match.group("number"), book))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  /** Whether a folded text is written as a day and no calendar has it, however it is read. */
  boolean isImpossible(String text) {
    var written = orders().flatMap(order -> written(text, order).stream()).toList();
    return !written.isEmpty()
        && written.stream().allMatch(date -> day(date.day(), date.month(), date.year()).isEmpty());
  }

  /** The day of a month that a folded text is where it says no month; of 1 to 31, or none. */
  OptionalInt ofMonth(String text) {
    var plain = plain(text);
    return NUMBER.matcher(plain).matches()
        ? OptionalInt.of(Integer.parseInt(plain))
        : OptionalInt.empty();
  }

  /** All words that name a day or a month. */
  Set<String> names() {
    var names = new HashSet<>(months.keySet());
    names.addAll(weekdays.keySet());
    return names;
  }

  /**
   * A day as it is written, whether there is one or not.
   *
   * @param year null: none is said
   */
  private record Date(int day, int month, @Nullable String year) {}

  private Optional<Date> written(String text, Order order) {
    var iso = ISO.matcher(text);
    if (iso.matches()) {
      return Optional.of(new Date(number(iso, 3), number(iso, 2), iso.group(1)));
    }
    var plain = plain(text);
    var numbers = NUMBERS.matcher(plain);
    if (numbers.matches()) {
      return Optional.of(
          order == Order.DAY_FIRST
              ? new Date(number(numbers, 1), number(numbers, 2), numbers.group(3))
              : new Date(number(numbers, 2), number(numbers, 1), numbers.group(3)));
    }
    var dayMonth = DAY_MONTH.matcher(plain);
    if (dayMonth.matches() && months.containsKey(dayMonth.group(2))) {
      return Optional.of(
          new Date(number(dayMonth, 1), month(dayMonth.group(2)), dayMonth.group(3)));
    }
    var monthDay = MONTH_DAY.matcher(plain);
    if (monthDay.matches() && months.containsKey(monthDay.group(1))) {
      return Optional.of(
          new Date(number(monthDay, 2), month(monthDay.group(1)), monthDay.group(3)));
    }
    return Optional.empty();
  }

  /** The first day of the month that a folded text names: the last such month up to now. */
  Optional<LocalDate> month(String text, LocalDate now) {
    var named = MONTH.matcher(plain(withoutLast(text)));
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
