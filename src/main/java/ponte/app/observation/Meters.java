package ponte.app.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/**
 * What is measured, by name. Dashboards, alerts and {@code src/docs/runbook.md} go by these names.
 */
final class Meters {

  static final String ACKNOWLEDGEMENT = "ponte.acknowledgement";
  static final String WORK = "ponte.work";
  static final String QUEUE_DELAY = "ponte.queue.delay";
  static final String QUEUE_ENTRIES = "ponte.queue.entries";
  static final String QUEUE_OLDEST = "ponte.queue.oldest.age";
  static final String STORE_AWAY = "ponte.store.away";
  static final String ARCHIVE_AWAY = "ponte.archive.away";
  static final String ANSWER = "ponte.answer";
  static final String GATE = "ponte.gate.decisions";
  static final String DELIVERY = "ponte.delivery";
  static final String DELIVERY_FAILURES = "ponte.delivery.failures";
  static final String PLATFORM_WAIT = "ponte.platform.wait";
  static final String PLATFORM_CALL = "ponte.platform.call";
  static final String PLATFORM_OPEN_CALLS = "ponte.platform.calls.open";
  static final String PLATFORM_WORKSPACES = "ponte.platform.workspaces";
  static final String PLATFORM_CONNECTIONS = "ponte.platform.connections";
  static final String REWRITER_AWAY = "ponte.rewriter.away";
  static final String IMPORT_REMAINING = "ponte.import.remaining";

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(3),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5)
  };

  private Meters() {}

  /**
   * A timer with a histogram whose bounds hold what a platform waits for and what a person does.
   */
  static Timer timer(MeterRegistry registry, String name, String description, String... tags) {
    return Timer.builder(name)
        .description(description)
        .tags(tags)
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  /** The name of a constant as a label has it. */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name of a record as a label has it: {@code WhoKnows} is {@code who-knows}. */
  static String label(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
