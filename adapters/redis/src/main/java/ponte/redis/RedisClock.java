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
import ponte.store.StoreUnavailableException;

/**
 * The time of Redis, so that replicas agree on it however wrong or restless the clocks of their
 * machines are.
 *
 * <p>Redis is asked for it now and then; in between, and while Redis is away, it is counted on from
 * there by the machine's counter of passing time, which nobody sets. Until Redis has answered for
 * the first time it is that of another clock, by which nothing is kept: {@link #told} refuses.
 */
final class RedisClock extends Clock {

  /** An answer that took longer says too little about now. */
  static final Duration LONGEST_ROUND_TRIP = Duration.ofSeconds(1);

  private static final Duration BETWEEN_READINGS = Duration.ofSeconds(10);
  private static final int TRIES = 3;

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

  /**
   * Asks Redis for its time, a few times where the answer takes long; where each does it goes on as
   * before.
   *
   * @throws StoreUnavailableException if Redis is away
   */
  void read() {
    for (var tries = 0; tries < TRIES; tries++) {
      if (readOnce()) {
        return;
      }
    }
  }

  /** Takes the time for that of the middle between question and answer, if these are near. */
  private boolean readOnce() {
    var before = counter.getAsLong();
    var parts = list(time.get());
    var after = counter.getAsLong();
    if (after - before > LONGEST_ROUND_TRIP.toNanos()) {
      return false;
    }
    reading =
        new Reading(
            Instant.ofEpochSecond(Long.parseLong(text(parts.getFirst())))
                .plus(Duration.ofNanos(1_000 * Long.parseLong(text(parts.getLast())))),
            before + (after - before) / 2);
    return true;
  }

  /** Asks Redis for its time unless it has told it lately. */
  void refresh() {
    var last = reading;
    if (last == null || counter.getAsLong() - last.counter() >= BETWEEN_READINGS.toNanos()) {
      read();
    }
  }

  /** Redis has told its time once; asks it if it has not. */
  boolean isTold() {
    if (reading == null) {
      read();
    }
    return reading != null;
  }

  /**
   * The same clock for those who keep and lease. As long as Redis has not told its time they are
   * refused, and so is whoever finds that out: what they came with is of the other clock.
   */
  Clock told() {
    InstantSource source =
        () -> {
          if (reading == null) {
            read();
            throw new StoreUnavailableException("redis had not told its time yet", null);
          }
          return instant();
        };
    return source.withZone(ZoneOffset.UTC);
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
