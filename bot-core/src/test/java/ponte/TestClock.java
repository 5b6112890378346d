package ponte;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock in UTC that stands still until a test moves it; its copies in other zones move with it.
 */
public final class TestClock extends Clock {

  private Instant now;

  private TestClock(Instant now) {
    this.now = now;
  }

  public static TestClock at(Instant now) {
    return new TestClock(now);
  }

  /** A clock at a moment such as {@code 2026-03-02T09:00:00Z}. */
  public static TestClock at(String now) {
    return at(Instant.parse(now));
  }

  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  public synchronized void set(Instant to) {
    now = to;
  }

  @Override
  public synchronized Instant instant() {
    return now;
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
}
