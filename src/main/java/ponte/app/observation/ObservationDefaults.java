package ponte.app.observation;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What depends on other settings, unless an administrator says otherwise.
 *
 * <p>Health and metrics are on a port of their own, the one after the server's: so they are never
 * on the address that a proxy shows to the world, and two servers on a machine need not be told to
 * keep out of each other's way. Nothing of OpenTelemetry is started where traces go nowhere.
 */
public final class ObservationDefaults implements EnvironmentPostProcessor, Ordered {

  /** Where traces go. */
  static final String TRACES = "management.opentelemetry.tracing.export.otlp.endpoint";

  private static final String PORT = "management.server.port";
  private static final String ADDRESS = "management.server.address";
  private static final String LEFT_OUT = "spring.autoconfigure.exclude";

  /** What is for endpoints that answer by Jackson 2, which is here for Teams alone. */
  private static final String JACKSON_2 =
      "org.springframework.boot.actuate.autoconfigure.endpoint.jackson.Jackson2EndpointAutoConfiguration";

  private static final List<String> OPEN_TELEMETRY =
      List.of(
          "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
          "org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration",
          "org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration",
          "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
          "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration",
          "org.springframework.boot.micrometer.tracing.autoconfigure.otlp.OtlpExemplarsAutoConfiguration",
          "org.springframework.boot.micrometer.tracing.autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration",
          "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
          "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration");

  /** After the files of settings were read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    addTo(environment);
  }

  /** Adds them below all that is set. */
  public static void addTo(ConfigurableEnvironment environment) {
    var defaults = new HashMap<String, Object>();
    int server = environment.getProperty("server.port", Integer.class, 8080);
    defaults.put(PORT, server == 0 ? 0 : server + 1);
    int management = environment.getProperty(PORT, Integer.class, server + 1);
    if (management != server || server == 0) {
      // Where there is one port for all, it has one address.
      defaults.put(ADDRESS, "127.0.0.1");
    }
    var leftOut = Stream.of(JACKSON_2);
    if (!environment.containsProperty(TRACES)) {
      leftOut = Stream.concat(leftOut, OPEN_TELEMETRY.stream());
    }
    defaults.put(LEFT_OUT, leftOut.collect(Collectors.joining(",")));
    environment.getPropertySources().addLast(new MapPropertySource("observation", defaults));
  }
}
