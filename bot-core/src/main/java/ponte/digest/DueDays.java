package ponte.digest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.digest.Dates.Written;
import ponte.nlp.Language;

/**
 * The day by which something is promised: {@code by Friday}, {@code entro il 15 marzo}. Of a
 * sentence that names several days it knows none, and none where what is said of the day is not
 * understood: no day does less harm than a wrong one.
 */
final class DueDays {

  /** Words before a day that tell what it is to the sentence. */
  private static final int WORDS_BEFORE = 2;

  /** Between a weekday and its date. */
  private static final Pattern BETWEEN = Pattern.compile("[\\s,(]*(?:the |il )?");

  /** "Next week's report" is not due next week. */
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s(?!\\w)");

  private static final List<Relative> RELATIVE =
      List.of(
          new Relative(Cue.DUE_DAY_AFTER, said -> said.plusDays(2), true),
          new Relative(Cue.DUE_TOMORROW, said -> said.plusDays(1), true),
          new Relative(Cue.DUE_TODAY, said -> said, true),
          new Relative(
              Cue.DUE_NEXT_WEEK,
              said -> friday(said.with(TemporalAdjusters.next(DayOfWeek.MONDAY))),
              false),
          new Relative(Cue.DUE_END_OF_WEEK, DueDays::friday, false),
          new Relative(
              Cue.DUE_END_OF_NEXT_MONTH,
              said -> said.plusMonths(1).with(TemporalAdjusters.lastDayOfMonth()),
              false),
          new Relative(
              Cue.DUE_END_OF_MONTH, said -> said.with(TemporalAdjusters.lastDayOfMonth()), false));

  private static final Map<Language, DueDays> ALL = new EnumMap<>(Language.class);

  static {
    for (var language : Language.values()) {
      ALL.put(language, new DueDays(language));
    }
  }

  private final Cues cues;
  private final Weekdays weekdays;
  private final Dates dates;

  private DueDays(Language language) {
    cues = Cues.in(language);
    weekdays = new Weekdays(language);
    dates = new Dates(language);
  }

  static DueDays in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  /** A day that is not named but told from the day it is said on. */
  private record Relative(Cue cue, UnaryOperator<LocalDate> day, boolean single) {}

  /**
   * A day that a text speaks of.
   *
   * @param day null: it cannot be told which
   */
  private record Mention(@Nullable LocalDate day) {}

  /**
   * The last day by which a sentence promises something.
   *
   * @param said the day on which it was said
   */
  Optional<LocalDate> in(String sentence, LocalDate said) {
    var mentions = mentions(sentence, said);
    return isUnclear(mentions) || mentions.stream().distinct().count() != 1
        ? Optional.empty()
        : Optional.ofNullable(mentions.getFirst().day()).filter(day -> !day.isBefore(said));
  }

  /** Whether a sentence says by when, in words of which nobody here can tell the day. */
  boolean isUnclear(String sentence, LocalDate said) {
    return isUnclear(mentions(sentence, said));
  }

  private static boolean isUnclear(List<Mention> mentions) {
    return mentions.stream().anyMatch(mention -> mention.day() == null);
  }

  /** All days that a text names by their names or dates, as seen from the day it was said. */
  List<LocalDate> named(String text, LocalDate said) {
    return mentioned(DayWords.plain(text), said).stream()
        .flatMap(mention -> Stream.ofNullable(mention.day()))
        .toList();
  }

  private List<Mention> mentions(String sentence, LocalDate said) {
    var plain = DayWords.plain(sentence);
    var named = mentioned(plain, said);
    return named.isEmpty() ? relative(plain, said) : named;
  }

  private List<Mention> mentioned(String plain, LocalDate said) {
    var mentions = new ArrayList<Mention>();
    var written = dates.in(plain, said);
    var told = new HashSet<Written>();
    for (var match : weekdays.in(plain)) {
      var date = written.stream().filter(each -> isBeside(plain, match, each)).findFirst();
      if (date.isPresent()) {
        told.add(date.get());
        add(
            plain.substring(0, Math.min(match.start(), date.get().start())),
            only(date.get().days().stream().filter(day -> isOn(day, weekdays.of(match))).toList()),
            mentions);
      } else {
        weekdays
            .meant(plain, match, said)
            .ifPresent(meant -> add(plain.substring(0, meant.start()), meant.day(), mentions));
      }
    }
    for (var date : written) {
      var before = plain.substring(0, date.start()).stripTrailing();
      if (!told.contains(date)
          && !date.days().isEmpty()
          && (!date.bare() || cues.ends(Cue.DUE_LEAD, before))) {
        add(before, only(date.days()), mentions);
      }
    }
    return mentions;
  }

  private static boolean isBeside(String plain, MatchResult weekday, Written date) {
    return weekday.end() <= date.start()
            && BETWEEN.matcher(plain.substring(weekday.end(), date.start())).matches()
        || date.end() <= weekday.start()
            && BETWEEN.matcher(plain.substring(date.end(), weekday.start())).matches();
  }

  private static boolean isOn(LocalDate day, DayOfWeek weekday) {
    return day.getDayOfWeek() == weekday;
  }

  private static @Nullable LocalDate only(List<LocalDate> days) {
    return days.size() == 1 ? days.getFirst() : null;
  }

  private void add(String before, @Nullable LocalDate day, List<Mention> mentions) {
    if (leadsBefore(before)) {
      mentions.add(new Mention(day == null ? null : day.minusDays(1)));
    } else if (!leadsElsewhere(before)) {
      mentions.add(new Mention(day));
    }
  }

  private boolean leadsBefore(String before) {
    return last(before).anyMatch(words -> cues.is(Cue.DUE_BEFORE, words));
  }

  private boolean leadsElsewhere(String before) {
    return last(before).anyMatch(words -> cues.is(Cue.NOT_DUE, words));
  }

  /** The last word, and the last two. */
  private static Stream<String> last(String before) {
    var words = List.of(before.strip().split("[\\s'’]+"));
    return Stream.of(
        words.getLast(),
        String.join(" ", words.subList(Math.max(0, words.size() - WORDS_BEFORE), words.size())));
  }

  private List<Mention> relative(String plain, LocalDate said) {
    var mentions = new ArrayList<Mention>();
    for (var each : RELATIVE) {
      var found = cues.find(each.cue(), plain);
      if (found.isPresent()) {
        var before = plain.substring(0, found.getAsInt()).stripTrailing();
        var rest = plain.substring(found.getAsInt());
        var after = rest.substring(cues.lead(each.cue(), rest));
        if (!POSSESSIVE.matcher(after).lookingAt()) {
          return List.of(new Mention(day(each, before, after, said)));
        }
        mentions.add(new Mention(null));
      }
    }
    return mentions;
  }

  private @Nullable LocalDate day(Relative each, String before, String after, LocalDate said) {
    var day = each.day().apply(said);
    if (leadsBefore(before)) {
      return each.single() ? day.minusDays(1) : null;
    }
    return leadsElsewhere(before) || weekdays.isShifted(before, after) ? null : day;
  }

  private static LocalDate friday(LocalDate day) {
    return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
  }
}
