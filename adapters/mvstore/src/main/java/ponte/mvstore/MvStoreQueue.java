package ponte.mvstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.store.DeadLetter;
import ponte.store.Depth;
import ponte.store.Entry;
import ponte.store.Lease;
import ponte.store.Queue;

/** The queue of a state file. */
final class MvStoreQueue implements Queue {

  private static final Logger log = LoggerFactory.getLogger(MvStoreQueue.class);

  private final Topics topics;
  private final GroupCommit commits;
  private final Clock clock;
  private final Map<String, Bell> bells = new ConcurrentHashMap<>();

  MvStoreQueue(Topics topics, GroupCommit commits, Clock clock) {
    this.topics = topics;
    this.commits = commits;
    this.clock = clock;
  }

  @Override
  public int add(List<Entry> entries) {
    if (entries.isEmpty()) {
      return 0;
    }
    var unchanging = List.copyOf(entries);
    var name = unchanging.getFirst().topic();
    for (var entry : unchanging) {
      if (!entry.topic().equals(name)) {
        throw new IllegalArgumentException("entries of " + name + " and of " + entry.topic());
      }
    }
    var now = clock.instant();
    var added = commits.change(() -> topics.findOrCreate(name).add(unchanging, now));
    bell(name).ring();
    return added;
  }

  @Override
  public List<Lease> lease(String topic, int max, Duration time) {
    requireLimit(max);
    var now = clock.instant();
    var until = end(now, time);
    return change(topic, List.of(), found -> found.lease(max, until, now));
  }

  @Override
  public Optional<Lease> lease(String topic, String key, Duration time) {
    var now = clock.instant();
    var until = end(now, time);
    return change(topic, Optional.empty(), found -> found.lease(key, until, now));
  }

  @Override
  public boolean extend(Lease lease, Duration time) {
    var until = end(clock.instant(), time);
    return change(lease, topic -> topic.extend(lease, until));
  }

  @Override
  public void done(Collection<Lease> leases) {
    changeAll(leases, Topic::done);
  }

  private void changeAll(Collection<Lease> leases, BiConsumer<Topic, Lease> change) {
    var unchanging = List.copyOf(leases);
    if (unchanging.isEmpty()) {
      return;
    }
    commits.change(
        () -> {
          unchanging.forEach(
              lease ->
                  topics
                      .find(lease.entry().topic())
                      .ifPresent(topic -> change.accept(topic, lease)));
          return true;
        });
    unchanging.stream().map(lease -> lease.entry().topic()).distinct().forEach(this::ring);
  }

  @Override
  public boolean retry(Lease lease, Instant due, String reason) {
    return givenBack(lease, change(lease, topic -> topic.retry(lease, due)), due, reason);
  }

  @Override
  public boolean postpone(Lease lease, Instant due, String reason) {
    return givenBack(lease, change(lease, topic -> topic.postpone(lease, due)), due, reason);
  }

  @Override
  public void postpone(Collection<Lease> leases, Instant due, String reason) {
    changeAll(leases, (topic, lease) -> givenBack(lease, topic.postpone(lease, due), due, reason));
  }

  @Override
  public boolean plan(Lease lease, Instant due, String reason) {
    return givenBack(lease, change(lease, topic -> topic.plan(lease, due)), due, reason);
  }

  private static boolean givenBack(Lease lease, boolean retried, Instant due, String reason) {
    if (retried) {
      log.atDebug()
          .addKeyValue("topic", lease.entry().topic())
          .addKeyValue("key", lease.entry().key())
          .addKeyValue("attempt", lease.attempt())
          .addKeyValue("due", due)
          .addKeyValue("reason", reason)
          .log("entry given back");
    }
    return retried;
  }

  @Override
  public boolean bury(Lease lease, String reason) {
    var now = clock.instant();
    return change(lease, topic -> topic.bury(lease, reason, now));
  }

  @Override
  public List<DeadLetter> buried(String topic, int limit) {
    requireLimit(limit);
    return read(topic, List.of(), found -> found.buried(limit));
  }

  @Override
  public boolean replay(String topic, String key) {
    var now = clock.instant();
    var replayed = change(topic, false, found -> found.replay(key, now));
    ring(topic);
    return replayed;
  }

  @Override
  public boolean discard(String topic, String key) {
    return change(topic, false, found -> found.discard(key));
  }

  @Override
  public int withdraw(String topic, Predicate<Entry> which) {
    var withdrawn = change(topic, 0, found -> found.withdraw(which));
    ring(topic);
    return withdrawn;
  }

  @Override
  public Set<String> unfinished(String topic, Collection<String> keys) {
    return read(
        topic,
        Set.of(),
        found -> keys.stream().filter(found::isUnfinished).collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Depth depth(String topic) {
    var now = clock.instant();
    return read(topic, new Depth(0, 0, 0, null, null), found -> found.depth(now));
  }

  @Override
  public void await(String topic, Duration atMost) throws InterruptedException {
    var bell = bell(topic);
    var end = System.nanoTime() + nanos(atMost);
    while (true) {
      var heard = bell.rings();
      var next = read(topic, Optional.<Instant>empty(), Topic::next);
      var now = clock.instant();
      var untilNext =
          next.map(moment -> nanos(Duration.between(now, moment))).orElse(Long.MAX_VALUE);
      var left = end - System.nanoTime();
      if (untilNext <= 0 || left <= 0 || !bell.await(heard, Math.min(untilNext, left))) {
        return;
      }
    }
  }

  /** Wakes all who wait: they find out why. */
  void ringAll() {
    bells.values().forEach(Bell::ring);
  }

  private boolean change(Lease lease, Predicate<Topic> change) {
    var name = lease.entry().topic();
    var changed = change(name, false, change::test);
    if (changed) {
      ring(name);
    }
    return changed;
  }

  private <T> T change(String topic, T otherwise, Function<Topic, T> change) {
    return commits.change(() -> topics.find(topic).map(change).orElse(otherwise));
  }

  private <T> T read(String topic, T otherwise, Function<Topic, T> reading) {
    return commits.read(() -> topics.find(topic).map(reading).orElse(otherwise));
  }

  private void ring(String topic) {
    bell(topic).ring();
  }

  private Bell bell(String topic) {
    return bells.computeIfAbsent(topic, _ -> new Bell());
  }

  /** Centuries are enough, and can be added. */
  private static long nanos(Duration time) {
    return Math.min(TimeUnit.NANOSECONDS.convert(time), Long.MAX_VALUE / 2);
  }

  private static Instant end(Instant now, Duration time) {
    if (!time.isPositive()) {
      throw new IllegalArgumentException("lease of " + time + ", must be longer than nothing");
    }
    return now.plus(time);
  }

  private static void requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + ", must be 1 or more");
    }
  }
}
