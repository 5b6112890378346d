package ponte.bot;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/** When what is not to be kept is looked for: once every night among all replicas, and at once. */
final class Sweeps {

  static final String TOPIC = "sweeps";

  private static final LocalTime NIGHT = LocalTime.of(2, 0);

  private final Queue queue;
  private final Clock clock;

  Sweeps(Queue queue, Clock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Somebody is to look.
   *
   * @param nightly whether there is time to write the archive's files anew
   */
  record Due(boolean nightly) {}

  /** The next night; planned twice, it is one. */
  void tonight() {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var night = today.atTime(NIGHT).toInstant(ZoneOffset.UTC);
    var next =
        night.isAfter(now) ? night : today.plusDays(1).atTime(NIGHT).toInstant(ZoneOffset.UTC);
    queue.add(List.of(new Entry(TOPIC, "", "night " + next, Codec.write(new Due(true)), next)));
  }

  /** As soon as somebody has time. */
  void now() {
    var now = clock.instant();
    queue.add(List.of(new Entry(TOPIC, "", "now " + now, Codec.write(new Due(false)), now)));
  }
}
