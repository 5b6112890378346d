package ponte.app.observation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.IntSupplier;

/**
 * Measures the connections that Ponte itself opens to a platform: how many there should be, and how
 * many there are.
 *
 * @param platform as labels name it
 * @param wanted 0: the platform comes to Ponte
 */
public record ConnectionMeters(String platform, IntSupplier wanted, IntSupplier open)
    implements MeterBinder {

  @Override
  public void bindTo(MeterRegistry registry) {
    bind(registry, "wanted", wanted);
    bind(registry, "open", open);
  }

  private void bind(MeterRegistry registry, String state, IntSupplier count) {
    Gauge.builder(Meters.PLATFORM_CONNECTIONS, count::getAsInt)
        .description("Connections that Ponte opens to a platform, wanted and open")
        .tags("platform", platform, "state", state)
        .register(registry);
  }
}
