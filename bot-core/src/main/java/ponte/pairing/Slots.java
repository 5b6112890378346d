package ponte.pairing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.nudge.Gate;
import ponte.reply.Texts;

/** Hours of the next days at which several people work, each on a day of its own. */
final class Slots {

  private static final int MOST = 3;

  /** Nobody finds an hour for a colleague before that. */
  private static final Duration SOONEST = Duration.ofHours(12);

  /** Best in the middle of a working day, for all of them. */
  private static final LocalTime BEST = LocalTime.of(14, 0);

  private final Preferences preferences;
  private final Gate gate;

  Slots(Preferences preferences, Gate gate) {
    this.preferences = preferences;
    this.gate = gate;
  }

  /** When such hours begin, the earliest first; some at most. */
  List<Instant> of(List<Person> people, Instant now) {
    var from = FreeTime.week(now.plus(SOONEST));
    var all =
        people.stream()
            .map(
                person ->
                    FreeTime.of(
                        from,
                        person.zone(),
                        preferences.of(person.id()).quietHours(),
                        gate.absences(person.id()),
                        gate.holidays(person)))
            .reduce(FreeTime::with)
            .map(FreeTime::hours)
            .orElse(List.of());
    var chosen = new ArrayList<Instant>();
    var days = new HashSet<LocalDate>();
    var zone = people.getFirst().zone();
    all.stream()
        .sorted(
            Comparator.comparing((Instant hour) -> hour.atZone(zone).toLocalDate())
                .thenComparing(hour -> unease(hour, people))
                .thenComparing(Comparator.naturalOrder()))
        .filter(hour -> days.add(hour.atZone(zone).toLocalDate()))
        .limit(MOST)
        .forEach(chosen::add);
    return chosen;
  }

  /**
   * How far from the middle of the day it is for all of them, by squares: early for one and late
   * for another is better than the night for one. A half hour begins less well.
   */
  private static long unease(Instant hour, List<Person> people) {
    return people.stream()
        .map(person -> hour.atZone(person.zone()).toLocalTime())
        .mapToLong(
            time -> {
              var far = Duration.between(BEST, time).toMinutes();
              return far * far + (time.getMinute() == 0 ? 0 : 1);
            })
        .sum();
  }

  /** An hour as each of them reads it on their own clock. */
  static String written(Instant hour, List<Person> people, Texts texts) {
    var zones = people.stream().map(Person::zone).map(zone -> zone.getRules().getOffset(hour));
    return zones.distinct().count() == 1
        ? texts.moment(hour, people.getFirst().zone())
        : people.stream()
            .map(
                person ->
                    texts.say("pairing.slot", texts.moment(hour, person.zone()), person.name()))
            .collect(Collectors.joining("; "));
  }
}
