package ponte.app.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.function.UnaryOperator;
import ponte.platform.ChatPlatform;

/** Has a server looked at. */
public final class Observing {

  private final MeterRegistry registry;
  private final Tracer tracer;

  /**
   * @param tracer {@link Tracer#NOOP}: traces go nowhere
   */
  Observing(MeterRegistry registry, Tracer tracer) {
    this.registry = registry;
    this.tracer = tracer;
  }

  /**
   * Those who look on.
   *
   * @param clock the one that the state goes by
   */
  public Observation by(Clock clock) {
    var meters = new WorkMeters(registry, clock);
    return tracer == Tracer.NOOP
        ? new Observation(meters, UnaryOperator.identity())
        : new Observation(
            new TracedWork(meters, tracer), queue -> new TracedQueue(queue, tracer, clock));
  }

  /**
   * What goes between Ponte and a platform.
   *
   * @param platform as labels name it
   */
  public Traffic traffic(String platform) {
    return new Traffic(registry, tracer, platform);
  }

  /** A platform whose deliveries are seen. */
  public ChatPlatform deliveries(ChatPlatform platform) {
    var name = Meters.label(platform.getClass()).replace("-platform", "");
    return new SeenPlatform(platform, traffic(name));
  }
}
