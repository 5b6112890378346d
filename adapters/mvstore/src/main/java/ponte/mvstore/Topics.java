package ponte.mvstore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** The topics of the queue, opened together; for the thread of the store alone. */
final class Topics {

  private static final String PREFIX = "queue.";

  /** Numbers are set aside in lots, so that few changes have to write down how far they went. */
  private static final long LOT = 1 << 20;

  private static final String NUMBERS = "numbers";

  private final MVStore store;
  private final MVMap<String, Long> counters;

  /** Each topic's number in the names of its maps. */
  private final MVMap<String, Long> names;

  private final Map<String, Topic> topics = new TreeMap<>();
  private long number;
  private long setAside;

  Topics(MVStore store) {
    this.store = store;
    counters = store.openMap(PREFIX + "counters", builder());
    names = store.openMap(PREFIX + "topics", builder());
    number = counters.getOrDefault(NUMBERS, 0L);
    setAside = number;
    names.keySet().forEach(name -> topics.put(name, open(name)));
  }

  Optional<Topic> find(String name) {
    return Optional.ofNullable(topics.get(name));
  }

  Topic findOrCreate(String name) {
    return topics.computeIfAbsent(
        name,
        _ -> {
          names.put(name, next());
          return open(name);
        });
  }

  /** What there is of all topics, in the order in which it is to be loaded elsewhere. */
  List<Pages<?, ?>> everything(Instant now) {
    return topics.values().stream().flatMap(topic -> topic.everything(now).stream()).toList();
  }

  /** Ends all leases: their holders were threads of a process that is gone. */
  void endLeases() {
    topics.values().forEach(topic -> topic.endLeases(Instant.MAX));
  }

  /** Forgets keys whose time has passed. True: there are more. */
  boolean forget(int atMost, Instant now) {
    var more = false;
    for (var topic : topics.values()) {
      more |= topic.forget(atMost, now);
    }
    return more;
  }

  private Topic open(String name) {
    return new Topic(store, PREFIX + names.get(name) + ".", name, this::next);
  }

  private long next() {
    if (number == setAside) {
      setAside += LOT;
      counters.put(NUMBERS, setAside);
    }
    return ++number;
  }

  private static MVMap.Builder<String, Long> builder() {
    return new MVMap.Builder<String, Long>()
        .keyType(StringDataType.INSTANCE)
        .valueType(LongDataType.INSTANCE);
  }
}
