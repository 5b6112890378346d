package ponte.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A queue in the heap: what the contract means, said as simply as possible. */
public final class InMemoryQueue implements Queue {

  private final Clock clock;
  private final Map<String, Topic> topics = new HashMap<>();
  private int tokens;

  public InMemoryQueue(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized int add(List<Entry> entries) {
    if (entries.isEmpty()) {
      return 0;
    }
    var name = entries.getFirst().topic();
    if (!entries.stream().allMatch(entry -> entry.topic().equals(name))) {
      throw new IllegalArgumentException("entries of more than one topic");
    }
    var topic = topic(name);
    var now = clock.instant();
    topic.forgetBefore(now.minus(MEMORY));
    var added = 0;
    for (var entry : entries) {
      if (topic.added.putIfAbsent(entry.key(), now) == null) {
        topic.items.add(new Item(entry));
        added++;
      }
    }
    notifyAll();
    return added;
  }

  @Override
  public synchronized List<Lease> lease(String name, int max, Duration time) {
    requireLimit(max);
    requireLength(time);
    var now = clock.instant();
    var leases = new ArrayList<Lease>();
    var taken = new HashSet<Item>();
    var characters = 0;
    while (leases.size() < max && characters < ARMFUL) {
      var next =
          topic(name).heads(taken).stream()
              .filter(item -> item.isFree(now))
              .min(Comparator.comparing(Item::due));
      if (next.isEmpty()) {
        break;
      }
      taken.add(next.get());
      characters += next.get().entry.payload().length();
      leases.add(handOut(next.get(), now.plus(time)));
    }
    return List.copyOf(leases);
  }

  @Override
  public synchronized Optional<Lease> lease(String name, String key, Duration time) {
    requireLength(time);
    var now = clock.instant();
    return topic(name).items.stream()
        .filter(item -> item.entry.key().equals(key) && item.isFree(now))
        .findFirst()
        .map(item -> handOut(item, now.plus(time)));
  }

  @Override
  public synchronized boolean extend(Lease lease, Duration time) {
    requireLength(time);
    var item = leased(lease);
    item.ifPresent(leased -> leased.until = clock.instant().plus(time));
    return item.isPresent();
  }

  @Override
  public synchronized void done(Collection<Lease> leases) {
    for (var lease : leases) {
      leased(lease).ifPresent(topic(lease.entry().topic()).items::remove);
    }
    notifyAll();
  }

  @Override
  public synchronized boolean retry(Lease lease, Instant due, String reason) {
    var item = leased(lease);
    item.ifPresent(leased -> leased.giveBack(due));
    notifyAll();
    return item.isPresent();
  }

  @Override
  public synchronized boolean postpone(Lease lease, Instant due, String reason) {
    leased(lease).ifPresent(leased -> leased.tries--);
    return retry(lease, due, reason);
  }

  @Override
  public synchronized void postpone(Collection<Lease> leases, Instant due, String reason) {
    List.copyOf(leases).forEach(lease -> postpone(lease, due, reason));
  }

  @Override
  public synchronized boolean plan(Lease lease, Instant due, String reason) {
    leased(lease).ifPresent(leased -> leased.since = due);
    return postpone(lease, due, reason);
  }

  @Override
  public synchronized boolean bury(Lease lease, String reason) {
    var item = leased(lease);
    item.ifPresent(
        leased -> {
          var topic = topic(lease.entry().topic());
          topic.items.remove(leased);
          topic.dead.put(
              lease.entry().key(),
              new DeadLetter(leased.entry, leased.tries, reason, clock.instant()));
        });
    notifyAll();
    return item.isPresent();
  }

  @Override
  public synchronized List<DeadLetter> buried(String topic, int limit) {
    requireLimit(limit);
    return topic(topic).dead.values().stream().limit(limit).toList();
  }

  @Override
  public synchronized boolean replay(String name, String key) {
    var letter = topic(name).dead.remove(key);
    if (letter == null) {
      return false;
    }
    topic(name).items.add(new Item(dueAt(letter.entry(), clock.instant())));
    notifyAll();
    return true;
  }

  @Override
  public synchronized boolean discard(String topic, String key) {
    return topic(topic).dead.remove(key) != null;
  }

  @Override
  public synchronized int withdraw(String name, Predicate<Entry> which) {
    var topic = topic(name);
    var withdrawn = topic.items.stream().filter(item -> which.test(item.entry)).toList();
    topic.items.removeAll(withdrawn);
    withdrawn.forEach(item -> topic.added.remove(item.entry.key()));
    notifyAll();
    return withdrawn.size();
  }

  @Override
  public synchronized Set<String> unfinished(String topic, Collection<String> keys) {
    return topic(topic).items.stream()
        .map(item -> item.entry.key())
        .filter(keys::contains)
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized Depth depth(String name) {
    var topic = topic(name);
    var now = clock.instant();
    var waiting = topic.items.stream().filter(item -> !item.isHeld(now)).toList();
    return new Depth(
        waiting.size(),
        topic.items.size() - waiting.size(),
        topic.dead.size(),
        topic.items.stream()
            .filter(item -> !item.isHeld(now) || item.isLate())
            .map(item -> item.since)
            .min(Comparator.naturalOrder())
            .orElse(null),
        topic.heads(List.of()).stream()
            .filter(item -> !item.isHeld(now))
            .map(Item::due)
            .min(Comparator.naturalOrder())
            .orElse(null));
  }

  @Override
  public synchronized void await(String name, Duration atMost) throws InterruptedException {
    var end = System.nanoTime() + nanos(atMost);
    while (true) {
      var now = clock.instant();
      var next =
          topic(name).heads(List.of()).stream()
              .map(item -> item.isHeld(now) ? Objects.requireNonNull(item.until) : item.due())
              .min(Comparator.naturalOrder())
              .map(moment -> nanos(Duration.between(now, moment)))
              .orElse(Long.MAX_VALUE);
      var left = end - System.nanoTime();
      if (next <= 0 || left <= 0) {
        return;
      }
      if (next <= left) {
        TimeUnit.NANOSECONDS.timedWait(this, next);
        return;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  public synchronized List<Stored> everything() {
    var remembered = clock.instant().minus(MEMORY);
    var all = new ArrayList<Stored>();
    topics.forEach(
        (name, topic) -> {
          topic.added.forEach(
              (key, at) -> {
                if (at.isAfter(remembered)) {
                  all.add(new Stored.Known(name, key, at.plus(MEMORY)));
                }
              });
          topic.items.forEach(item -> all.add(new Stored.Waiting(item.entry, item.tries)));
          topic.dead.values().forEach(letter -> all.add(new Stored.Buried(letter)));
        });
    return all;
  }

  synchronized void load(Stored.Known known) {
    topic(known.topic()).added.putIfAbsent(known.key(), known.until().minus(MEMORY));
  }

  synchronized void load(Stored.Waiting waiting) {
    var topic = topic(waiting.entry().topic());
    if (!topic.has(waiting.entry().key())) {
      var item = new Item(waiting.entry());
      item.attempt = waiting.attempts();
      item.tries = waiting.attempts();
      topic.items.add(item);
      topic.added.putIfAbsent(waiting.entry().key(), Instant.MIN);
    }
    notifyAll();
  }

  synchronized void load(DeadLetter letter) {
    var topic = topic(letter.entry().topic());
    if (!topic.has(letter.entry().key())) {
      topic.dead.put(letter.entry().key(), letter);
      topic.added.putIfAbsent(letter.entry().key(), Instant.MIN);
    }
  }

  private Topic topic(String name) {
    return topics.computeIfAbsent(name, _ -> new Topic());
  }

  private Lease handOut(Item item, Instant until) {
    item.token = "t" + ++tokens;
    item.attempt++;
    item.tries++;
    item.until = until;
    return new Lease(item.entry, item.token, item.attempt, item.tries, until);
  }

  private Optional<Item> leased(Lease lease) {
    return topic(lease.entry().topic()).items.stream()
        .filter(item -> lease.token().equals(item.token))
        .findFirst();
  }

  /** Centuries are enough, and can be added. */
  private static long nanos(Duration time) {
    return Math.min(TimeUnit.NANOSECONDS.convert(time), Long.MAX_VALUE / 2);
  }

  private static Entry dueAt(Entry entry, Instant due) {
    return new Entry(entry.topic(), entry.lane(), entry.key(), entry.payload(), due);
  }

  private static void requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + ", must be 1 or more");
    }
  }

  private static void requireLength(Duration time) {
    if (!time.isPositive()) {
      throw new IllegalArgumentException("lease of " + time + ", must be longer than nothing");
    }
  }

  private static final class Topic {

    /** In the order of their adding. */
    final List<Item> items = new ArrayList<>();

    /** In the order of their burial. */
    final Map<String, DeadLetter> dead = new LinkedHashMap<>();

    final Map<String, Instant> added = new LinkedHashMap<>();

    /** Those with nothing before them in their lane except what is taken already. */
    List<Item> heads(Collection<Item> taken) {
      var lanes = new HashSet<String>();
      return items.stream()
          .filter(item -> !taken.contains(item))
          .filter(item -> item.entry.lane().isEmpty() || lanes.add(item.entry.lane()))
          .toList();
    }

    boolean has(String key) {
      return dead.containsKey(key) || items.stream().anyMatch(item -> item.entry.key().equals(key));
    }

    void forgetBefore(Instant moment) {
      var there = new HashSet<String>(dead.keySet());
      items.forEach(item -> there.add(item.entry.key()));
      added
          .entrySet()
          .removeIf(key -> !key.getValue().isAfter(moment) && !there.contains(key.getKey()));
    }
  }

  private static final class Item {

    Entry entry;
    Instant since;
    int attempt;
    int tries;
    @Nullable String token;
    @Nullable Instant until;

    Item(Entry entry) {
      this.entry = entry;
      this.since = entry.due();
    }

    Instant due() {
      return entry.due();
    }

    boolean isHeld(Instant now) {
      return until != null && now.isBefore(until);
    }

    boolean isFree(Instant now) {
      return !isHeld(now) && !now.isBefore(due());
    }

    /** Whether it should have been done before the moment for which it was given back. */
    boolean isLate() {
      return since.isBefore(due());
    }

    void giveBack(Instant due) {
      since = due.isBefore(since) ? due : since;
      entry = dueAt(entry, due);
      token = null;
      until = null;
    }
  }
}
