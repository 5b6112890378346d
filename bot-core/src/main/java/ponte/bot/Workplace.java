package ponte.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import ponte.store.Queue;

/**
 * Where workers take their work from, and what they need beside it.
 *
 * @param lease how long work in hand is theirs, from each time they say that they are at it; who
 *     says nothing for longer is taken for dead
 * @param ticks nanoseconds of a clock that nobody sets, from any moment on
 * @param witness sees how their work goes
 */
public record Workplace(
    Queue queue,
    Duration lease,
    Clock clock,
    LongSupplier ticks,
    RandomGenerator chance,
    Pause pause,
    Witness witness) {

  /** Where nobody looks. */
  public Workplace(
      Queue queue,
      Duration lease,
      Clock clock,
      LongSupplier ticks,
      RandomGenerator chance,
      Pause pause) {
    this(queue, lease, clock, ticks, chance, pause, Witness.NONE);
  }
}
