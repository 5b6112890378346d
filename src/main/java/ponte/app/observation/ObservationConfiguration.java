package ponte.app.observation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ponte.app.Imports;
import ponte.app.Replica;
import ponte.app.rewriting.ChatCompletions;
import ponte.app.rewriting.ChatCompletions.Trouble;
import ponte.app.storage.ArchiveWatch;
import ponte.bot.DeadLetters;

/** Puts together what can be seen from outside. */
@Configuration(proxyBeanMethods = false)
class ObservationConfiguration {

  /** More words than any platform has for refusing. */
  private static final int MOST_REASONS = 150;

  @Bean
  Observing observing(MeterRegistry registry, ObjectProvider<Tracer> tracer) {
    return new Observing(registry, tracer.getIfAvailable(() -> Tracer.NOOP));
  }

  @Bean
  MeterBinder queueMeters(DeadLetters deadLetters, Clock clock) {
    return new QueueMeters(deadLetters.topics(), deadLetters::depths, clock);
  }

  @Bean
  MeterBinder storeMeters(Replica replica, Clock clock) {
    return registry ->
        Gauge.builder(Meters.STORE_AWAY, () -> away(replica.awaySince(), clock))
            .description("For how long the store has been away")
            .baseUnit("seconds")
            .register(registry);
  }

  /** It has no value until somebody has looked. */
  @Bean
  MeterBinder archiveMeters(ArchiveWatch watch, Clock clock) {
    return registry ->
        Gauge.builder(
                Meters.ARCHIVE_AWAY,
                () -> watch.latest().map(seen -> away(seen.awaySince(), clock)).orElse(Double.NaN))
            .description("For how long the archive could not be read or written")
            .baseUnit("seconds")
            .register(registry);
  }

  @Bean
  MeterBinder rewriterMeters(Replica replica, Clock clock) {
    return registry ->
        Gauge.builder(
                Meters.REWRITER_AWAY,
                () ->
                    away(ChatCompletions.troubleOf(replica.rewriter()).map(Trouble::since), clock))
            .description("For how long the rewriter of digests has not answered")
            .baseUnit("seconds")
            .register(registry);
  }

  private static double away(Optional<Instant> since, Clock clock) {
    return since
        .map(moment -> Duration.between(moment, clock.instant()).toMillis() / 1_000.0)
        .orElse(0.0);
  }

  @Bean
  MeterBinder importMeters(Imports imports) {
    return registry ->
        Gauge.builder(Meters.IMPORT_REMAINING, () -> remaining(imports.status()))
            .description("Messages of an export that are still to be loaded")
            .baseUnit("messages")
            .register(registry);
  }

  private static long remaining(Imports.Status status) {
    return status instanceof Imports.Status.Running(var done, var total, _) ? total - done : 0;
  }

  /** A reason comes from outside: there are never more of them than one can look at. */
  @Bean
  MeterFilter boundedReasons() {
    return MeterFilter.maximumAllowableTags(
        Meters.DELIVERY_FAILURES,
        "reason",
        MOST_REASONS,
        MeterFilter.replaceTagValues("reason", _ -> "other"));
  }
}
