package ponte.digest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ponte.nlp.Language;

/**
 * Dates that a text writes with their numbers: {@code 20 April}, {@code April 20}, {@code 20/04},
 * {@code 2026-04-20}.
 */
final class Dates {

  /** A day of the year that lies further ahead is one that has been. */
  private static final int FARTHEST_DAYS = 200;

  private static final int CENTURY = 100;
  private static final int THIS_CENTURY = 2000;

  /** The named parts of the patterns. */
  private static final String DAY = "day";

  private static final String MONTH = "month";
  private static final String YEAR = "year";

  private static final Pattern ISO =
      Pattern.compile("(?<![\\w/.-])(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?![\\w/-])");

  /** Round the clock is no day of July. */
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<![\\w/.-])(?!24/7)(?<day>\\d{1,2})/(?<month>\\d{1,2})"
              + "(?:/(?<year>\\d{4}|\\d{2}))?(?![\\w/-]|[.,]\\d)");

  private final Language language;
  private final Map<String, Month> months = new HashMap<>();
  private final Pattern dayMonth;
  private final Pattern monthDay;

  Dates(Language language) {
    this.language = language;
    for (var month : Month.values()) {
      months.put(DayWords.name(month, language), month);
    }
    var month = "(?<month>" + String.join("|", months.keySet()) + ")";
    var year = "(?:,? (?<year>\\d{4}))?";
    dayMonth =
        DayWords.pattern(
            "(?:the (?=\\d{1,2}(?:st|nd|rd|th) of ))?(?<day>\\d{1,2})(?:st|nd|rd|th|°|º)? (?:of )?"
                + month
                + year);
    monthDay =
        DayWords.pattern(month + " (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:" + year + ")(?! ?\\d)");
  }

  /**
   * A date in its place.
   *
   * @param days what it may be: none where it is nobody's day or long past, several where days and
   *     months can be told apart by nothing
   * @param bare two numbers and a stroke, which may be a share or a page as well
   */
  record Written(int start, int end, List<LocalDate> days, boolean bare) {
    Written {
      days = List.copyOf(days);
    }
  }

  /** The dates of a text, as seen from the day it was written. */
  List<Written> in(String plain, LocalDate said) {
    var written = new ArrayList<Written>();
    Stream.of(dayMonth, monthDay)
        .flatMap(pattern -> pattern.matcher(plain).results())
        .forEach(match -> written.add(named(match, said)));
    ISO.matcher(plain)
        .results()
        .forEach(
            match ->
                written.add(
                    clear(
                        match, day(number(match, DAY), number(match, MONTH), match, said), said)));
    NUMBERS.matcher(plain).results().forEach(match -> written.add(numbered(match, said)));
    return written;
  }

  private Written named(MatchResult match, LocalDate said) {
    var month = Objects.requireNonNull(months.get(DayWords.folded(match.group(MONTH))));
    return clear(match, day(number(match, DAY), month.getValue(), match, said), said);
  }

  /** Italians write the day first; in English nobody knows, if both could be months. */
  private Written numbered(MatchResult match, LocalDate said) {
    int first = number(match, DAY);
    int second = number(match, MONTH);
    var dayFirst = day(first, second, match, said);
    if (language == Language.ITALIAN) {
      return clear(match, dayFirst, said);
    }
    var monthFirst = day(second, first, match, said);
    if (dayFirst.isEmpty() || monthFirst.isEmpty()) {
      return clear(match, dayFirst.or(() -> monthFirst), said);
    }
    var either = Stream.concat(dayFirst.stream(), monthFirst.stream()).distinct().toList();
    return new Written(match.start(), match.end(), either, isBare(match));
  }

  private static Written clear(MatchResult match, Optional<LocalDate> day, LocalDate said) {
    return new Written(
        match.start(),
        match.end(),
        day
            .filter(
                each -> match.group(YEAR) != null || !each.isAfter(said.plusDays(FARTHEST_DAYS)))
            .stream()
            .toList(),
        isBare(match));
  }

  private static boolean isBare(MatchResult match) {
    return match.group(YEAR) == null && match.group().contains("/");
  }

  private static int number(MatchResult match, String part) {
    return Integer.parseInt(match.group(part));
  }

  /** The day of this year or the next that comes first, where no year is written. */
  private static Optional<LocalDate> day(int number, int month, MatchResult match, LocalDate said) {
    var year = match.group(YEAR);
    try {
      if (year != null) {
        int named = Integer.parseInt(year);
        return Optional.of(
            LocalDate.of(named < CENTURY ? THIS_CENTURY + named : named, month, number));
      }
      var day = MonthDay.of(month, number);
      var thisYear = day.atYear(said.getYear());
      return Optional.of(thisYear.isBefore(said) ? day.atYear(said.getYear() + 1) : thisYear);
    } catch (DateTimeException e) {
      return Optional.empty(); // nobody's 31 April
    }
  }
}
