package ponte.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import ponte.store.Queue;

/** Workplaces where nobody waits and chance is always the same. */
public final class Workplaces {

  private Workplaces() {}

  public static Workplace at(Queue queue, Clock clock) {
    return new Workplace(
        queue,
        Duration.ofMinutes(2),
        clock,
        () -> clock.millis() * 1_000_000,
        new Random(1),
        _ -> {});
  }
}
