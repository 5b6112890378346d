package ponte.redis;

import static ponte.redis.Reply.list;
import static ponte.redis.Reply.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The time of Redis, so that replicas agree on it however wrong or restless the clocks of their
 * machines are.
 *
 * <p>Redis is asked for it now and then; in between, and while Redis is away, it is counted on from
 * there by the machine's counter of passing time, which nobody sets. Until Redis has answered for
 * the first time it is that of another clock.
 */
final class RedisClock extends Clock {

  private final Supplier<Object> time;
  private final InstantSource otherwise;
  private final LongSupplier counter;
  private volatile @Nullable Reading reading;

  /**
   * @param time answers as the command TIME does
   * @param counter nanoseconds that pass
   */
  RedisClock(Supplier<Object> time, InstantSource otherwise, LongSupplier counter) {
    this.time = time;
    this.otherwise = otherwise;
    this.counter = counter;
  }

  /** Asks Redis for its time, taking it for that of the middle between question and answer. */
  void read() {
    var before = counter.getAsLong();
    var parts = list(time.get());
    var after = counter.getAsLong();
    reading =
        new Reading(
            Instant.ofEpochSecond(Long.parseLong(text(parts.getFirst())))
                .plus(Duration.ofNanos(1_000 * Long.parseLong(text(parts.getLast())))),
            before + (after - before) / 2);
  }

  @Override
  public Instant instant() {
    var last = reading;
    return last == null
        ? otherwise.instant()
        : last.time().plusNanos(counter.getAsLong() - last.counter());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    InstantSource source = this::instant;
    return source.withZone(zone);
  }

  private record Reading(Instant time, long counter) {}
}
