package ponte.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Says at most once a minute what strangers could make happen as often as they like. */
public final class Seldom {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private @Nullable Instant said;
  private long unsaid;

  public Seldom(Clock clock) {
    this.clock = clock;
  }

  /**
   * It happened.
   *
   * @return how often since it was said last, where it is to be said now; empty: it is not
   */
  public synchronized OptionalLong happened() {
    var now = clock.instant();
    unsaid++;
    if (said != null && now.isBefore(said.plus(PAUSE))) {
      return OptionalLong.empty();
    }
    var times = unsaid;
    said = now;
    unsaid = 0;
    return OptionalLong.of(times);
  }
}
