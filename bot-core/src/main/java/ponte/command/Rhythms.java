package ponte.command;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.command.Command.Rhythm;
import ponte.nlp.Language;

/** Rhythms as people of one language say them: {@code every monday and thursday at 9}. */
final class Rhythms {

  /** The time of day of a rhythm that names none. */
  private static final LocalTime USUAL = LocalTime.of(9, 0);

  /** The day of a rhythm of weeks that names none. */
  private static final DayOfWeek USUAL_DAY = DayOfWeek.MONDAY;

  private final Phrasebook book;
  private final Map<String, DayOfWeek> weekdays = new HashMap<>();
  private final Pattern all;
  private final Pattern working;
  private final Pattern and;

  Rhythms(Language language) {
    book = Phrasebook.of(language);
    for (var style : new TextStyle[] {TextStyle.SHORT, TextStyle.FULL}) {
      for (var day : DayOfWeek.values()) {
        var name = Written.of(day.getDisplayName(style, language.locale())).folded();
        weekdays.put(name, day);
        weekdays.put(name + "s", day);
      }
    }
    all = Pattern.compile(book.anyOf("days-all"));
    working = Pattern.compile(book.anyOf("days-working"));
    and = Pattern.compile(book.anyOf("days-and"));
  }

  /** The rhythm that a folded text names; empty where it is none. */
  Optional<Rhythm> of(String folded) {
    return named("rhythm-daily", EnumSet.allOf(DayOfWeek.class), folded)
        .or(() -> named("rhythm-weekly", EnumSet.of(USUAL_DAY), folded))
        .or(() -> named("rhythm", Set.of(), folded));
  }

  /**
   * The rhythm of a word before what it is to be of and of what is said behind it: {@code weekly
   * digest of #infra at 9}. The days behind it say more.
   *
   * @param rest empty where nothing is said there
   */
  Optional<Rhythm> of(String often, String rest) {
    return of(often)
        .flatMap(
            alone ->
                rest.isEmpty() ? Optional.of(alone) : of(rest).or(() -> of(often + " " + rest)));
  }

  /** A rhythm that a phrase of this section says, on these days where it names none. */
  private Optional<Rhythm> named(String section, Set<DayOfWeek> usual, String folded) {
    for (var phrase : book.phrases(section)) {
      var match = phrase.matcher(folded);
      if (match.matches()) {
        var groups = match.namedGroups();
        var days = groups.containsKey("days") ? days(match.group("days")) : usual;
        var time =
            groups.containsKey("time") ? TimeOfDay.of(match.group("time")) : Optional.of(USUAL);
        if (!days.isEmpty() && time.isPresent()) {
          return Optional.of(new Rhythm(days, time.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Set<DayOfWeek> days(String text) {
    if (all.matcher(text).matches()) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    if (working.matcher(text).matches()) {
      return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    }
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var name : and.split(text)) {
      var day = weekdays.get(name.strip());
      if (day == null) {
        return Set.of();
      }
      days.add(day);
    }
    return days;
  }
}
