package ponte.conversation;

import java.time.Duration;
import java.time.Instant;

/** A span of time: {@code from} is inside, {@code until} is not; equal times hold nothing. */
public record TimeSpan(Instant from, Instant until) {

  public TimeSpan {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("span ends at " + until + ", before its start " + from);
    }
  }

  /** The span of this length that ends at {@code until}. */
  public static TimeSpan before(Instant until, Duration length) {
    return new TimeSpan(until.minus(length), until);
  }

  public boolean contains(Instant time) {
    return !time.isBefore(from) && time.isBefore(until);
  }

  public Duration length() {
    return Duration.between(from, until);
  }
}
