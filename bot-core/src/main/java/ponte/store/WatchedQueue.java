package ponte.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells the watch of every call. */
record WatchedQueue(Queue queue, WatchedState watch) implements Queue {

  @Override
  public int add(List<Entry> entries) {
    return watch.watched(() -> queue.add(entries));
  }

  @Override
  public List<Lease> lease(String topic, int max, Duration time) {
    return watch.watched(() -> queue.lease(topic, max, time));
  }

  @Override
  public Optional<Lease> lease(String topic, String key, Duration time) {
    return watch.watched(() -> queue.lease(topic, key, time));
  }

  @Override
  public boolean extend(Lease lease, Duration time) {
    return watch.watched(() -> queue.extend(lease, time));
  }

  @Override
  public void done(Collection<Lease> leases) {
    watch.watched(
        () -> {
          queue.done(leases);
          return leases;
        });
  }

  @Override
  public boolean retry(Lease lease, Instant due, String reason) {
    return watch.watched(() -> queue.retry(lease, due, reason));
  }

  @Override
  public boolean postpone(Lease lease, Instant due, String reason) {
    return watch.watched(() -> queue.postpone(lease, due, reason));
  }

  @Override
  public void postpone(Collection<Lease> leases, Instant due, String reason) {
    watch.watched(
        () -> {
          queue.postpone(leases, due, reason);
          return leases;
        });
  }

  @Override
  public boolean plan(Lease lease, Instant due, String reason) {
    return watch.watched(() -> queue.plan(lease, due, reason));
  }

  @Override
  public boolean bury(Lease lease, String reason) {
    return watch.watched(() -> queue.bury(lease, reason));
  }

  @Override
  public List<DeadLetter> buried(String topic, int limit) {
    return watch.watched(() -> queue.buried(topic, limit));
  }

  @Override
  public boolean replay(String topic, String key) {
    return watch.watched(() -> queue.replay(topic, key));
  }

  @Override
  public boolean discard(String topic, String key) {
    return watch.watched(() -> queue.discard(topic, key));
  }

  @Override
  public int withdraw(String topic, Predicate<Entry> which) {
    return watch.watched(() -> queue.withdraw(topic, which));
  }

  @Override
  public Set<String> unfinished(String topic, Collection<String> keys) {
    return watch.watched(() -> queue.unfinished(topic, keys));
  }

  @Override
  public Depth depth(String topic) {
    return watch.watched(() -> queue.depth(topic));
  }

  @Override
  public void await(String topic, Duration atMost) throws InterruptedException {
    try {
      watch.admit();
      queue.await(topic, atMost);
      watch.succeeded();
    } catch (StoreUnavailableException e) {
      watch.failed(e);
      throw e;
    }
  }
}
