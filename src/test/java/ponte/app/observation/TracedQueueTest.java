package ponte.app.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.conversation.PersonId;
import ponte.schedule.PrivateDue;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.InMemoryQueue;

class TracedQueueTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final PrivateDue WORK =
      new PrivateDue(PersonId.parse("T1/U1"), "say \"traceparent\":\"00-\"}", NOW);

  private final Tracer tracer =
      new OtelTracer(
          SdkTracerProvider.builder().build().get("test"), new OtelCurrentTraceContext(), _ -> {});

  /** Its time has come to all that is planned. */
  private final InMemoryQueue kept = new InMemoryQueue(Clock.offset(CLOCK, Duration.ofDays(30)));

  private final TracedQueue queue = new TracedQueue(kept, tracer, CLOCK);

  private static Entry entry(String key, Instant due) {
    return new Entry("work", "", key, Codec.write(WORK), due);
  }

  @Test
  void carriesWithAnEntryWhereItBelongsAndChangesNothingForWhoeverReadsIt() {
    var span = tracer.nextSpan().start();
    try (var _ = tracer.withSpan(span)) {
      queue.add(List.of(entry("a", NOW)));
    }

    var entry = kept.lease("work", 1, Duration.ofMinutes(1)).getFirst().entry();

    assertThat(Codec.read(entry.payload(), PrivateDue.class)).isEqualTo(WORK);
    assertThat(TracedQueue.carried(entry, tracer))
        .hasValueSatisfying(
            context -> {
              assertThat(context.traceId()).isEqualTo(span.context().traceId());
              assertThat(context.spanId()).isEqualTo(span.context().spanId());
              assertThat(context.sampled()).isTrue();
            });
  }

  @Test
  void carriesNothingWithWhatNobodyFollowsOrWhatIsPlannedForLater() {
    var later = NOW.plus(Duration.ofDays(7));
    queue.add(List.of(entry("alone", NOW)));
    try (var _ = tracer.withSpan(tracer.nextSpan().start())) {
      queue.add(List.of(entry("later", later)));
    }

    for (var expected : List.of(entry("alone", NOW), entry("later", later))) {
      var entry = kept.lease("work", expected.key(), Duration.ofMinutes(1)).orElseThrow().entry();
      assertThat(entry).isEqualTo(expected);
      assertThat(TracedQueue.carried(entry, tracer)).isEmpty();
    }
  }
}
