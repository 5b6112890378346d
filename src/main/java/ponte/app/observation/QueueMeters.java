package ponte.app.observation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.store.Depth;
import ponte.store.StoreUnavailableException;

/**
 * Measures how much waits in the queues and since when. While the store is away nobody knows, and
 * the gauges have no value.
 */
final class QueueMeters implements MeterBinder {

  private static final Logger log = LoggerFactory.getLogger(QueueMeters.class);

  /** One look at all queues serves all gauges of a scrape. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  private static final List<State> STATES =
      List.of(
          new State("waiting", Depth::waiting),
          new State("leased", Depth::leased),
          new State("buried", Depth::buried));

  private final Supplier<? extends Map<String, Depth>> depths;
  private final List<String> topics;
  private final Clock clock;
  private @Nullable Look look;

  private record State(String name, ToDoubleFunction<Depth> count) {}

  private record Look(Map<String, Depth> depths, Instant at) {}

  /**
   * @param clock the one that the queue goes by
   */
  QueueMeters(List<String> topics, Supplier<? extends Map<String, Depth>> depths, Clock clock) {
    this.topics = List.copyOf(topics);
    this.depths = depths;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var topic : topics) {
      for (var state : STATES) {
        Gauge.builder(Meters.QUEUE_ENTRIES, () -> now(topic, state.count()))
            .description("Entries of a queue; those that wait may be planned for later")
            .tags("queue", topic, "state", state.name())
            .register(registry);
      }
      Gauge.builder(Meters.QUEUE_OLDEST, () -> now(topic, this::age))
          .description("For how long the entry has been due that is due longest")
          .baseUnit("seconds")
          .tag("queue", topic)
          .register(registry);
    }
  }

  private double now(String topic, ToDoubleFunction<Depth> value) {
    var depth = look().depths().get(topic);
    return depth == null ? Double.NaN : value.applyAsDouble(depth);
  }

  private double age(Depth depth) {
    var oldest = depth.oldestDue();
    return oldest == null
        ? 0
        : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1_000.0);
  }

  /** What failed is not tried again by the next gauge: it may have taken seconds. */
  private synchronized Look look() {
    var last = look;
    if (last == null || Duration.between(last.at(), clock.instant()).abs().compareTo(FRESH) > 0) {
      last = new Look(depthsNow(), clock.instant());
      look = last;
    }
    return last;
  }

  private Map<String, Depth> depthsNow() {
    try {
      return Map.copyOf(depths.get());
    } catch (StoreUnavailableException e) {
      log.atDebug().setCause(e).log("queues not measured");
      return Map.of();
    }
  }
}
