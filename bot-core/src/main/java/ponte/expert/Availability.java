package ponte.expert;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import ponte.consent.Preferences;
import ponte.conversation.Away;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/** Until when somebody is away or not to be disturbed, as they or their platform said. */
final class Availability {

  private final Directory directory;
  private final Preferences preferences;
  private final Clock clock;

  Availability(Directory directory, Preferences preferences, Clock clock) {
    this.directory = directory;
    this.preferences = preferences;
    this.clock = clock;
  }

  /** When they may be disturbed again; empty where they may be now. */
  Optional<Instant> back(Person person) {
    return preferences
        .of(person.id())
        .back(clock.instant(), person.zone(), preferences.undisturbed(person.id()));
  }

  boolean isToday(Instant moment, ZoneId zone) {
    return moment.atZone(zone).toLocalDate().equals(LocalDate.ofInstant(clock.instant(), zone));
  }

  /**
   * The absence of somebody who is away now, by any of their accounts; empty where they are not.
   */
  Optional<Away> away(PersonId person) {
    var now = clock.instant();
    return directory.accounts(person).stream()
        .flatMap(account -> directory.person(account).stream())
        .flatMap(account -> Optional.ofNullable(account.away()).stream())
        .filter(away -> away.contains(now))
        .reduce(Away::longer);
  }
}
