package ponte.digest;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ponte.nlp.Language;

/**
 * The day by which something is promised: {@code by Friday}, {@code entro il 15 marzo}. Of a
 * sentence that names several days it knows none.
 */
final class DueDays {

  /** A day of the year that lies further ahead is one that has been. */
  private static final int FARTHEST_DAYS = 200;

  /** Words before a day that tell what it is to the sentence. */
  private static final int WORDS_BEFORE = 2;

  private static final Map<Language, DueDays> ALL = new EnumMap<>(Language.class);

  static {
    for (var language : Language.values()) {
      ALL.put(language, new DueDays(language));
    }
  }

  private final Cues cues;
  private final Map<String, DayOfWeek> weekdays = new HashMap<>();
  private final Map<String, Month> months = new HashMap<>();
  private final Pattern weekday;
  private final Pattern dayMonth;
  private final Pattern monthDay;

  private DueDays(Language language) {
    cues = Cues.in(language);
    var locale = language.locale();
    for (var day : DayOfWeek.values()) {
      weekdays.put(folded(day.getDisplayName(TextStyle.FULL, locale)), day);
    }
    for (var month : Month.values()) {
      months.put(folded(month.getDisplayName(TextStyle.FULL, locale)), month);
    }
    weekday = words("(" + String.join("|", weekdays.keySet()) + ")");
    var month = "(" + String.join("|", months.keySet()) + ")";
    dayMonth = words("(\\d{1,2})(?:st|nd|rd|th|°|º)? (?:of )?" + month);
    monthDay = words(month + " (\\d{1,2})(?:st|nd|rd|th)?(?! ?\\d)");
  }

  static DueDays in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  private static Pattern words(String day) {
    return Pattern.compile(
        "(?<!\\w)" + day + "(?!\\w|['’]s)",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  private static String folded(String name) {
    return plain(name).toLowerCase(Locale.ROOT);
  }

  /** Without accents: many keyboards have none. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  /**
   * The last day by which a sentence promises something.
   *
   * @param said the day on which it was said
   */
  Optional<LocalDate> in(String sentence, LocalDate said) {
    var named = named(sentence, said);
    if (named.isEmpty()) {
      relative(sentence, said).ifPresent(named::add);
    }
    return named.stream().distinct().count() == 1
        ? Optional.of(named.getFirst()).filter(day -> !day.isBefore(said))
        : Optional.empty();
  }

  /** All days that a text names by their names or dates, as seen from the day it was said. */
  List<LocalDate> named(String sentence, LocalDate said) {
    var named = new ArrayList<LocalDate>();
    var plain = plain(sentence);
    weekday
        .matcher(plain)
        .results()
        .forEach(
            match -> add(match, plain, said.with(TemporalAdjusters.next(weekday(match))), named));
    dayMonth
        .matcher(plain)
        .results()
        .forEach(match -> add(match, plain, day(match.group(1), match.group(2), said), named));
    monthDay
        .matcher(plain)
        .results()
        .forEach(match -> add(match, plain, day(match.group(2), match.group(1), said), named));
    return named;
  }

  private Optional<LocalDate> relative(String sentence, LocalDate said) {
    var friday = TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY);
    if (cues.has(Cue.DUE_DAY_AFTER, sentence)) {
      return Optional.of(said.plusDays(2));
    }
    if (cues.has(Cue.DUE_TOMORROW, sentence)) {
      return Optional.of(said.plusDays(1));
    }
    if (cues.has(Cue.DUE_TODAY, sentence)) {
      return Optional.of(said);
    }
    if (cues.has(Cue.DUE_NEXT_WEEK, sentence)) {
      return Optional.of(said.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(friday));
    }
    if (cues.has(Cue.DUE_END_OF_WEEK, sentence)) {
      return Optional.of(said.with(friday));
    }
    return cues.has(Cue.DUE_END_OF_MONTH, sentence)
        ? Optional.of(said.with(TemporalAdjusters.lastDayOfMonth()))
        : Optional.empty();
  }

  private DayOfWeek weekday(MatchResult match) {
    return Objects.requireNonNull(weekdays.get(folded(match.group(1))));
  }

  private @Nullable LocalDate day(String number, String month, LocalDate said) {
    try {
      var day =
          MonthDay.of(Objects.requireNonNull(months.get(folded(month))), Integer.parseInt(number));
      var thisYear = day.atYear(said.getYear());
      var next = thisYear.isBefore(said) ? day.atYear(said.getYear() + 1) : thisYear;
      return next.isAfter(said.plusDays(FARTHEST_DAYS)) ? null : next;
    } catch (DateTimeException e) {
      return null; // nobody's 31 April
    }
  }

  private void add(
      MatchResult match, String sentence, @Nullable LocalDate day, List<LocalDate> named) {
    var before = sentence.substring(0, match.start()).strip().split("[\\s'’]+");
    var last = before[before.length - 1];
    var lastTwo =
        String.join(
            " ", List.of(before).subList(Math.max(0, before.length - WORDS_BEFORE), before.length));
    boolean earlier = cues.is(Cue.DUE_BEFORE, last) || cues.is(Cue.DUE_BEFORE, lastTwo);
    if (day == null || !earlier && cues.is(Cue.NOT_DUE, last)) {
      return;
    }
    named.add(earlier ? day.minusDays(1) : day);
  }
}
