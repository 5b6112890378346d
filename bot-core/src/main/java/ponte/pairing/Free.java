package ponte.pairing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ponte.consent.Preferences;
import ponte.conversation.Person;

/** When several people may be written to unasked. */
final class Free {

  /** Whoever has no common time after so many looks has none. */
  private static final int LOOKS = 50;

  private Free() {}

  /** The first moment from one on at which none of them is to be left in peace; empty: never. */
  static Optional<Instant> from(Instant moment, List<Person> people, Preferences preferences) {
    var time = moment;
    for (var i = 0; i < LOOKS; i++) {
      var before = time;
      for (var person : people) {
        var free = preferences.of(person.id()).freeFrom(time, person.zone());
        if (free.isEmpty()) {
          return Optional.empty();
        }
        time = free.get();
      }
      if (time.equals(before)) {
        return Optional.of(time);
      }
    }
    return Optional.empty();
  }
}
