package ponte.digest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ponte.nlp.Language;

/**
 * Which day a weekday is: the coming one, unless what stands beside it says another, as in {@code a
 * week on Friday}. Where that is not understood, or people mean different days by it, it is known
 * to be a day and no more.
 */
final class Weekdays {

  private static final int MONTHS_AHEAD = 2;

  /** "Friday the 20th", and not "Friday 20:00". */
  private static final Pattern DAY_OF_MONTH =
      Pattern.compile(
          "(?:the |il )?(\\d{1,2})(?:st|nd|rd|th|°|º)?(?!\\w|[:.,/]\\d| ?(?:[ap]\\.?m\\b|h\\b|o'clock|%))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern GAP_BEFORE = Pattern.compile("[\\s,(]+$");
  private static final Pattern GAP_AFTER = Pattern.compile("^[\\s,(]+");

  private static final List<Shift> SHIFTS =
      List.of(
          new Shift(Cue.DUE_IN_NEXT_WEEK, (coming, said) -> inWeek(coming, said, 1)),
          new Shift(Cue.DUE_WEEK_ON, (coming, said) -> later(coming, said, 1)),
          new Shift(Cue.DUE_TWO_WEEKS_ON, (coming, said) -> later(coming, said, 2)),
          // Of this week or of the one after: some say so of either.
          new Shift(Cue.DUE_NEXT, (coming, said) -> agreed(coming, inWeek(coming, said, 1))),
          new Shift(Cue.DUE_UNCLEAR, (_, _) -> null));

  private final Cues cues;
  private final Map<String, DayOfWeek> weekdays = new HashMap<>();
  private final Pattern weekday;

  Weekdays(Language language) {
    cues = Cues.in(language);
    for (var day : DayOfWeek.values()) {
      weekdays.put(DayWords.name(day, language), day);
    }
    weekday = DayWords.pattern("(" + String.join("|", weekdays.keySet()) + ")");
  }

  /** Words beside a weekday that make it another day than the coming one. */
  private record Shift(Cue cue, Shifted day) {}

  /**
   * The day that is meant, null where it cannot be told, by the coming one and the day it was said.
   */
  @FunctionalInterface
  private interface Shifted {
    @Nullable LocalDate from(LocalDate coming, LocalDate said);
  }

  /**
   * A weekday in its place.
   *
   * @param start where it starts, or what stands before it and belongs to it
   * @param day null: it cannot be told which
   */
  record Meant(int start, @Nullable LocalDate day) {}

  List<MatchResult> in(String plain) {
    return weekday.matcher(plain).results().toList();
  }

  DayOfWeek of(MatchResult match) {
    return Objects.requireNonNull(weekdays.get(DayWords.folded(match.group(1))));
  }

  /** What a weekday means in its text; empty where it is one that has been. */
  Optional<Meant> meant(String plain, MatchResult match, LocalDate said) {
    var weekday = of(match);
    var coming = said.with(TemporalAdjusters.next(weekday));
    var before = GAP_BEFORE.matcher(plain.substring(0, match.start())).replaceFirst("");
    var rest = plain.substring(match.end());
    var after = GAP_AFTER.matcher(rest).replaceFirst("");
    var number = DAY_OF_MONTH.matcher(after);
    if (!after.equals(rest) && number.lookingAt()) {
      return Optional.of(new Meant(match.start(), day(number.group(1), weekday, said)));
    }
    if (cues.starts(Cue.DUE_PAST, after)) {
      return Optional.empty();
    }
    for (var shift : SHIFTS) {
      int tail = cues.tail(shift.cue(), before);
      boolean leads = tail < before.length();
      if (leads || cues.starts(shift.cue(), after)) {
        // "By Friday, next week we meet": what a comma parts may be two things.
        boolean parted =
            (leads ? plain.substring(before.length(), match.start()) : rest)
                .strip()
                .startsWith(",");
        return Optional.of(
            new Meant(
                leads ? tail : match.start(), parted ? null : shift.day().from(coming, said)));
      }
    }
    return Optional.of(new Meant(match.start(), coming));
  }

  /** Whether what stands before or after a day makes it another one. */
  boolean isShifted(String before, String after) {
    return SHIFTS.stream()
        .anyMatch(
            shift -> cues.ends(shift.cue(), before) || cues.starts(shift.cue(), after.strip()));
  }

  /** The next day of a month with this number, if it is this weekday. */
  private static @Nullable LocalDate day(String number, DayOfWeek weekday, LocalDate said) {
    int wanted = Integer.parseInt(number);
    for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
      var month = said.plusMonths(ahead).withDayOfMonth(1);
      if (wanted >= 1 && wanted <= month.lengthOfMonth()) {
        var day = month.withDayOfMonth(wanted);
        if (!day.isBefore(said)) {
          return day.getDayOfWeek() == weekday ? day : null;
        }
      }
    }
    return null;
  }

  /** So many weeks after the coming one, if that is in the week so many weeks from now, too. */
  private static @Nullable LocalDate later(LocalDate coming, LocalDate said, int weeks) {
    return agreed(coming.plusWeeks(weeks), inWeek(coming, said, weeks));
  }

  /** The same weekday in the week so many weeks from now. */
  private static LocalDate inWeek(LocalDate coming, LocalDate said, int weeks) {
    return said.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusWeeks(weeks)
        .with(TemporalAdjusters.nextOrSame(coming.getDayOfWeek()));
  }

  private static @Nullable LocalDate agreed(LocalDate one, LocalDate other) {
    return one.equals(other) ? one : null;
  }
}
