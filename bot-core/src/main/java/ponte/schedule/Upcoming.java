package ponte.schedule;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.digest.DigestOutcome;

/**
 * An occurrence that was not posted yet. What it would tell now is made when it is first wanted,
 * and once: it is dear.
 */
final class Upcoming {

  private final Schedule schedule;
  private final Channel channel;
  private final Instant occurrence;
  private final Supplier<DigestOutcome> making;
  private @Nullable DigestOutcome made;

  Upcoming(Schedule schedule, Channel channel, Instant occurrence, Supplier<DigestOutcome> making) {
    this.schedule = schedule;
    this.channel = channel;
    this.occurrence = occurrence;
    this.making = making;
  }

  Schedule schedule() {
    return schedule;
  }

  Channel channel() {
    return channel;
  }

  Instant occurrence() {
    return occurrence;
  }

  /** What it would tell now. */
  DigestOutcome outcome() {
    var known = made;
    if (known == null) {
      known = making.get();
      made = known;
    }
    return known;
  }
}
