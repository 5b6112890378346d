package ponte.nudge;

import java.time.Duration;
import java.time.Instant;
import ponte.TestClock;
import ponte.conversation.PersonId;
import ponte.store.Records;

/** Weeks in which nobody wanted what they were shown. */
public final class Unwelcome {

  private Unwelcome() {}

  /** So many weeks of a kind, before now. */
  public static void weeks(
      int weeks, Kind kind, PersonId person, Records records, TestClock clock) {
    var now = clock.instant();
    var effects = new Effects(records, EffectRules.DEFAULT, clock);
    for (var week = weeks; week > 0; week--) {
      clock.set(now.minus(Duration.ofDays(7L * week)));
      for (var each = 0; each < 50; each++) {
        effects.shown(new Nudge(person, "unwelcome " + week + " " + each, kind, null, Instant.MAX));
      }
    }
    clock.set(now);
  }
}
