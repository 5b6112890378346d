package ponte.app.observation;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import ponte.store.DeadLetter;
import ponte.store.Depth;
import ponte.store.Entry;
import ponte.store.Lease;
import ponte.store.Queue;

/**
 * A queue whose entries carry with them where they belong in a trace: as one member more of the
 * JSON that they are, which whoever reads it passes over, whether traces are made there or not.
 */
record TracedQueue(Queue queue, Tracer tracer, Clock clock) implements Queue {

  /** What is planned for later is no part of the way of what planned it. */
  private static final Duration SOON = Duration.ofMinutes(10);

  /** As W3C writes it: <https://www.w3.org/TR/trace-context/#traceparent-header>. */
  private static final Pattern CARRIED =
      Pattern.compile("\"traceparent\":\"00-([0-9a-f]{32})-([0-9a-f]{16})-0([01])\"}$");

  @Override
  public int add(List<Entry> entries) {
    var span = tracer.currentSpan();
    if (span == null) {
      return queue.add(entries);
    }
    var soon = clock.instant().plus(SOON);
    return queue.add(entries.stream().map(entry -> carrying(span.context(), entry, soon)).toList());
  }

  private static Entry carrying(TraceContext context, Entry entry, Instant soon) {
    var payload = entry.payload();
    if (entry.due().isAfter(soon) || !payload.startsWith("{\"") || !payload.endsWith("}")) {
      return entry;
    }
    var carrying =
        "%s,\"traceparent\":\"00-%s-%s-0%d\"}"
            .formatted(
                payload.substring(0, payload.length() - 1),
                context.traceId(),
                context.spanId(),
                Boolean.TRUE.equals(context.sampled()) ? 1 : 0);
    return new Entry(entry.topic(), entry.lane(), entry.key(), carrying, entry.due());
  }

  /** Where an entry belongs; empty where nobody followed it when it was added. */
  static Optional<TraceContext> carried(Entry entry, Tracer tracer) {
    var carried = CARRIED.matcher(entry.payload());
    return carried.find()
        ? Optional.of(
            tracer
                .traceContextBuilder()
                .traceId(carried.group(1))
                .spanId(carried.group(2))
                .sampled(carried.group(3).equals("1"))
                .build())
        : Optional.empty();
  }

  @Override
  public List<Lease> lease(String topic, int max, Duration time) {
    return queue.lease(topic, max, time);
  }

  @Override
  public Optional<Lease> lease(String topic, String key, Duration time) {
    return queue.lease(topic, key, time);
  }

  @Override
  public boolean extend(Lease lease, Duration time) {
    return queue.extend(lease, time);
  }

  @Override
  public void done(Collection<Lease> leases) {
    queue.done(leases);
  }

  @Override
  public boolean retry(Lease lease, Instant due, String reason) {
    return queue.retry(lease, due, reason);
  }

  @Override
  public boolean postpone(Lease lease, Instant due, String reason) {
    return queue.postpone(lease, due, reason);
  }

  @Override
  public void postpone(Collection<Lease> leases, Instant due, String reason) {
    queue.postpone(leases, due, reason);
  }

  @Override
  public boolean plan(Lease lease, Instant due, String reason) {
    return queue.plan(lease, due, reason);
  }

  @Override
  public int withdraw(String topic, Predicate<Entry> which) {
    return queue.withdraw(topic, which);
  }

  @Override
  public boolean bury(Lease lease, String reason) {
    return queue.bury(lease, reason);
  }

  @Override
  public List<DeadLetter> buried(String topic, int limit) {
    return queue.buried(topic, limit);
  }

  @Override
  public boolean replay(String topic, String key) {
    return queue.replay(topic, key);
  }

  @Override
  public boolean discard(String topic, String key) {
    return queue.discard(topic, key);
  }

  @Override
  public Set<String> unfinished(String topic, Collection<String> keys) {
    return queue.unfinished(topic, keys);
  }

  @Override
  public Depth depth(String topic) {
    return queue.depth(topic);
  }

  @Override
  public void await(String topic, Duration atMost) throws InterruptedException {
    queue.await(topic, atMost);
  }
}
