package ponte.expert;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import ponte.consent.Preferences;
import ponte.conversation.Person;

/** Until when somebody is not to be disturbed, as they or their platform said. */
final class Availability {

  private final Preferences preferences;
  private final Clock clock;

  Availability(Preferences preferences, Clock clock) {
    this.preferences = preferences;
    this.clock = clock;
  }

  /** When they may be disturbed again; empty where they may be now. */
  Optional<Instant> back(Person person) {
    return preferences.of(person.id()).back(clock.instant(), person.zone());
  }
}
