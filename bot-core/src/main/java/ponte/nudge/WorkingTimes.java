package ponte.nudge;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/** How the working time of each person is counted. */
final class WorkingTimes {

  private final Directory directory;
  private final Preferences preferences;
  private final Gate gate;

  WorkingTimes(Directory directory, Preferences preferences, Gate gate) {
    this.directory = directory;
    this.preferences = preferences;
    this.gate = gate;
  }

  /** By their own quiet hours. */
  WorkingTime of(Person person) {
    return new WorkingTime(
        preferences.of(person.id()).quietHours(), person.zone(), gate.holidays(person));
  }

  /**
   * Day and night of the days on which they work.
   *
   * @param person null: nobody is known
   */
  WorkingTime weekdays(@Nullable PersonId person, ZoneId zone) {
    Predicate<LocalDate> none = _ -> false;
    return WorkingTime.weekdays(
        zone, person == null ? none : directory.person(person).map(gate::holidays).orElse(none));
  }
}
