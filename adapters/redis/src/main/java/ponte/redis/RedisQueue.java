package ponte.redis;

import static ponte.redis.Reply.bytes;
import static ponte.redis.Reply.list;
import static ponte.redis.Reply.number;
import static ponte.redis.Reply.text;
import static ponte.redis.Reply.yes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.store.DeadLetter;
import ponte.store.Depth;
import ponte.store.Entry;
import ponte.store.Lease;
import ponte.store.Queue;
import ponte.store.Stored;

/** The queue of a Redis; what is stored of an entry is described in queue.lua. */
final class RedisQueue implements Queue {

  private static final Logger log = LoggerFactory.getLogger(RedisQueue.class);

  /** So many entries at most are handed to Redis or read from it at once. */
  private static final int PAGE = 200;

  private final Redis redis;
  private final Calls calls;
  private final String prefix;
  private final Clock clock;

  RedisQueue(Redis redis, Calls calls, String prefix, Clock clock) {
    this.redis = redis;
    this.calls = calls;
    this.prefix = prefix;
    this.clock = clock;
  }

  @Override
  public int add(List<Entry> entries) {
    if (entries.isEmpty()) {
      return 0;
    }
    var topic = entries.getFirst().topic();
    var arguments = new ArrayList<byte[]>();
    for (var entry : entries) {
      if (!entry.topic().equals(topic)) {
        throw new IllegalArgumentException("entries of " + topic + " and of " + entry.topic());
      }
      arguments.add(bytes(entry.key()));
      arguments.add(bytes(entry.lane()));
      arguments.add(bytes(Moments.write(entry.due())));
      arguments.add(bytes(entry.payload()));
    }
    return number(change(topic, Script.ADD, clock.instant(), arguments));
  }

  @Override
  public List<Lease> lease(String topic, int max, Duration time) {
    requireLimit(max);
    var now = clock.instant();
    var until = end(now, time);
    return leases(
        topic,
        until,
        change(
            topic,
            Script.LEASE,
            now,
            List.of(bytes(max), bytes(Moments.write(until)), beginningOfTokens(), bytes(ARMFUL))));
  }

  @Override
  public Optional<Lease> lease(String topic, String key, Duration time) {
    var now = clock.instant();
    var until = end(now, time);
    return leases(
            topic,
            until,
            change(
                topic,
                Script.LEASE_KEY,
                now,
                List.of(bytes(key), bytes(Moments.write(until)), beginningOfTokens())))
        .stream()
        .findFirst();
  }

  @Override
  public boolean extend(Lease lease, Duration time) {
    var now = clock.instant();
    return change(lease, Script.EXTEND, now, Moments.write(end(now, time)));
  }

  @Override
  public void done(Collection<Lease> leases) {
    var byTopic = new LinkedHashMap<String, List<byte[]>>();
    for (var lease : leases) {
      var arguments = byTopic.computeIfAbsent(lease.entry().topic(), _ -> new ArrayList<>());
      arguments.add(bytes(lease.entry().key()));
      arguments.add(bytes(lease.token()));
    }
    byTopic.forEach((topic, arguments) -> change(topic, Script.DONE, clock.instant(), arguments));
  }

  @Override
  public boolean retry(Lease lease, Instant due, String reason) {
    return giveBack(lease, due, reason, GivenBack.FAILED);
  }

  @Override
  public boolean postpone(Lease lease, Instant due, String reason) {
    return giveBack(lease, due, reason, GivenBack.WAITS);
  }

  @Override
  public void postpone(Collection<Lease> leases, Instant due, String reason) {
    leases.forEach(lease -> postpone(lease, due, reason));
  }

  @Override
  public boolean plan(Lease lease, Instant due, String reason) {
    return giveBack(lease, due, reason, GivenBack.PLANNED);
  }

  /** Why an entry is given back; by their numbers the script knows them. */
  private enum GivenBack {
    FAILED,
    WAITS,
    PLANNED
  }

  private boolean giveBack(Lease lease, Instant due, String reason, GivenBack why) {
    var retried =
        yes(
            change(
                lease.entry().topic(),
                Script.RETRY,
                clock.instant(),
                List.of(
                    bytes(lease.entry().key()),
                    bytes(lease.token()),
                    bytes(Moments.write(due)),
                    bytes(why.ordinal()))));
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
    return change(lease, Script.BURY, clock.instant(), reason);
  }

  @Override
  public List<DeadLetter> buried(String topic, int limit) {
    requireLimit(limit);
    return buried(topic, 0, limit);
  }

  /** Dead letters after so many. */
  List<DeadLetter> buried(String topic, int after, int limit) {
    var letters = new ArrayList<DeadLetter>();
    for (var letter :
        list(read(topic, Script.BURIED, bytes(after), bytes((long) after + limit - 1)))) {
      var parts = list(letter);
      letters.add(
          new DeadLetter(
              entry(topic, parts),
              number(parts.get(4)),
              text(parts.get(5)),
              Moments.read(text(parts.get(6)))));
    }
    return List.copyOf(letters);
  }

  @Override
  public boolean replay(String topic, String key) {
    return yes(change(topic, Script.REPLAY, clock.instant(), List.of(bytes(key))));
  }

  @Override
  public boolean discard(String topic, String key) {
    return yes(change(topic, Script.DISCARD, clock.instant(), List.of(bytes(key))));
  }

  @Override
  public int withdraw(String topic, Predicate<Entry> which) {
    var withdrawn = 0;
    for (var keys :
        pages(
            entries(topic)
                .map(Stored.Waiting::entry)
                .filter(which)
                .map(entry -> bytes(entry.key()))
                .toList())) {
      withdrawn += number(change(topic, Script.WITHDRAW, clock.instant(), keys));
    }
    return withdrawn;
  }

  /** What waits or is leased, in the order of its adding; it is read little by little. */
  Stream<Stored.Waiting> entries(String topic) {
    // Entries lie in the order of their due times: their numbers tell that of their adding.
    return Stream.of(topic)
        .map(name -> list(read(name, Script.NUMBERS)).stream().map(Reply::text).sorted().toList())
        .flatMap(numbers -> pages(numbers).stream())
        .map(page -> page.stream().map(Reply::bytes).toArray(byte[][]::new))
        .flatMap(page -> list(read(topic, Script.ENTRIES, page)).stream())
        .map(Reply::list)
        .map(parts -> new Stored.Waiting(entry(topic, parts), number(parts.get(4))));
  }

  private static <T> List<List<T>> pages(List<T> all) {
    return Stream.iterate(0, from -> from < all.size(), from -> from + PAGE)
        .map(from -> all.subList(from, Math.min(all.size(), from + PAGE)))
        .toList();
  }

  @Override
  public Set<String> unfinished(String topic, Collection<String> keys) {
    return pages(List.copyOf(keys)).stream()
        .map(page -> page.stream().map(Reply::bytes).toArray(byte[][]::new))
        .flatMap(page -> list(read(topic, Script.UNFINISHED, page)).stream())
        .map(Reply::text)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Depth depth(String topic) {
    var depth = list(read(topic, Script.DEPTH));
    return new Depth(
        number(depth.get(0)),
        number(depth.get(1)),
        number(depth.get(2)),
        momentOrNull(text(depth.get(3))),
        momentOrNull(text(depth.get(4))));
  }

  private static @Nullable Instant momentOrNull(String moment) {
    return moment.isEmpty() ? null : Moments.read(moment);
  }

  @Override
  public void await(String topic, Duration atMost) throws InterruptedException {
    var end = System.nanoTime() + nanos(atMost);
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var heard = calls.heard(topic);
      var next = text(read(topic, Script.NEXT, bytes(Calls.waitingMillis())));
      var untilNext =
          next.isEmpty()
              ? Long.MAX_VALUE
              : nanos(Duration.between(clock.instant(), Moments.read(next)));
      var left = Math.min(untilNext, end - System.nanoTime());
      var silence = calls.longestSilenceNanos();
      var called = calls.await(topic, heard, Math.min(left, silence));
      if ((called || left <= silence) && !calls.isClosed()) {
        return;
      }
    }
  }

  private boolean change(Lease lease, Script script, Instant now, String argument) {
    return yes(
        change(
            lease.entry().topic(),
            script,
            now,
            List.of(bytes(lease.entry().key()), bytes(lease.token()), bytes(argument))));
  }

  Object change(String topic, Script script, Instant now, List<byte[]> arguments) {
    var bucket = Bucket.of(prefix, topic);
    return redis.change(
        bucket, script, bucket.keys(topic), Topics.arguments(prefix, topic, now, arguments));
  }

  Object read(String topic, Script script, byte[]... arguments) {
    var bucket = Bucket.of(prefix, topic);
    return redis.read(
        bucket,
        script,
        bucket.keys(topic),
        Topics.arguments(prefix, topic, clock.instant(), List.of(arguments)));
  }

  private static List<Lease> leases(String topic, Instant until, Object answer) {
    var leases = new ArrayList<Lease>();
    for (var lease : list(answer)) {
      var parts = list(lease);
      leases.add(
          new Lease(
              entry(topic, parts),
              text(parts.get(5)),
              number(parts.get(4)),
              number(parts.get(6)),
              until));
    }
    return List.copyOf(leases);
  }

  static Entry entry(String topic, List<?> parts) {
    return new Entry(
        topic,
        text(parts.get(1)),
        text(parts.get(0)),
        text(parts.get(3)),
        Moments.read(text(parts.get(2))));
  }

  /** What the script that loads an entry is given of it. */
  static List<byte[]> parts(
      String standing, Entry entry, int attempts, String reason, String buriedAt) {
    return List.of(
        bytes(standing),
        bytes(entry.key()),
        bytes(entry.lane()),
        bytes(Moments.write(entry.due())),
        bytes(entry.payload()),
        bytes(attempts),
        bytes(reason),
        bytes(buriedAt));
  }

  /** No two calls have the same one, even if Redis came back empty in between. */
  private static byte[] beginningOfTokens() {
    return bytes(UUID.randomUUID() + "-");
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
