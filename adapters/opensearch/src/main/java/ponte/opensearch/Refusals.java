package ponte.opensearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ponte.conversation.ChannelId;
import ponte.opensearch.OpenSearchUnavailableException.Reason;

/**
 * Channels that OpenSearch lets nobody change, although it answers: they stand still until somebody
 * mends what it does not like, and nothing else would tell.
 */
final class Refusals {

  /**
   * Longer than it takes until whoever was refused tries again; no longer, since another replica
   * may have changed the channel meanwhile.
   */
  private static final Duration REMEMBERED = Duration.ofMinutes(2);

  private final Clock clock;
  private final Map<ChannelId, Refusal> latest = new ConcurrentHashMap<>();

  private record Refusal(Instant at, OpenSearchUnavailableException why) {}

  Refusals(Clock clock) {
    this.clock = clock;
  }

  /** That it is away is seen by whoever looks at it. */
  void refused(ChannelId channel, OpenSearchUnavailableException why) {
    if (why.reason() != Reason.AWAY) {
      latest.put(channel, new Refusal(clock.instant(), why));
    }
  }

  void changed(ChannelId channel) {
    latest.remove(channel);
  }

  /**
   * @throws OpenSearchUnavailableException why the last one was refused, if it may be still
   */
  void requireNone() {
    var forgotten = clock.instant().minus(REMEMBERED);
    latest.values().removeIf(refusal -> refusal.at().isBefore(forgotten));
    latest.values().stream()
        .max(Comparator.comparing(Refusal::at))
        .ifPresent(
            refusal -> {
              throw new OpenSearchUnavailableException(
                  refusal.why().reason(), refusal.why().detail(), refusal.why());
            });
  }
}
