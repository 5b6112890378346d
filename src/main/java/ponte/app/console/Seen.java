package ponte.app.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import ponte.conversation.PersonId;

/** Who looked at a page within the last hour, in the memory of this replica alone. */
final class Seen {

  private static final Duration LATELY = Duration.ofHours(1);

  private final Clock clock;
  private final Map<PersonId, Instant> seen = new HashMap<>();

  Seen(Clock clock) {
    this.clock = clock;
  }

  synchronized void see(PersonId person) {
    var now = clock.instant();
    seen.values().removeIf(at -> !isLately(at, now));
    seen.put(person, now);
  }

  synchronized boolean sawLately(PersonId person) {
    var at = seen.get(person);
    return at != null && isLately(at, clock.instant());
  }

  private static boolean isLately(Instant at, Instant now) {
    return at.plus(LATELY).isAfter(now);
  }
}
