package ponte.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.conversation.TimeSpan;

/** Records in the heap: what the contract means, said as simply as possible. */
public final class InMemoryRecords implements Records {

  private static final Comparator<String> BY_CODE_POINT =
      (one, other) -> Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

  private final Clock clock;
  private final Map<Partition, NavigableMap<String, Document>> partitions = new HashMap<>();

  public InMemoryRecords(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Document> find(Key key) {
    return Optional.ofNullable(living(key.partition()).get(key.id()));
  }

  @Override
  public synchronized List<Document> list(Partition partition, String after, int limit) {
    requireLimit(limit);
    return living(partition).tailMap(after, false).values().stream().limit(limit).toList();
  }

  @Override
  public synchronized List<Document> between(Partition partition, TimeSpan span, int limit) {
    requireLimit(limit);
    return living(partition).values().stream()
        .flatMap(d -> d.at() == null ? Stream.empty() : Stream.of(new Timed(d.at(), d)))
        .filter(timed -> span.contains(timed.at()))
        .sorted(Comparator.comparing(Timed::at))
        .limit(limit)
        .map(Timed::document)
        .toList();
  }

  @Override
  public boolean write(Write write) {
    return writeAll(List.of(write));
  }

  @Override
  public synchronized boolean writeAll(List<Write> writes) {
    var keys = new HashSet<Key>();
    for (var write : writes) {
      if (!write.key().partition().equals(writes.getFirst().key().partition())) {
        throw new IllegalArgumentException("writes to more than one partition");
      }
      if (!keys.add(write.key())) {
        throw new IllegalArgumentException(write.key() + " is written twice");
      }
    }
    for (var write : writes) {
      if (version(write.key()) != write.expected()) {
        return false;
      }
    }
    for (var write : writes) {
      var key = write.key();
      living(key.partition())
          .put(
              key.id(),
              new Document(
                  key, write.content(), write.expected() + 1, write.at(), write.expires()));
    }
    return true;
  }

  @Override
  public synchronized boolean remove(Key key, long expected) {
    if (expected == 0 || version(key) != expected) {
      return false;
    }
    living(key.partition()).remove(key.id());
    return true;
  }

  @Override
  public synchronized void drop(Partition partition) {
    partitions.remove(partition);
  }

  /** All documents of the partitions of these kinds. */
  public synchronized List<Document> everything(String... kinds) {
    return List.copyOf(partitions.keySet()).stream()
        .filter(partition -> List.of(kinds).contains(partition.kind()))
        .flatMap(partition -> living(partition).values().stream())
        .toList();
  }

  /** The kinds of the partitions in which some words stand, in a key or in what is kept there. */
  public synchronized Set<String> kindsWith(String words) {
    return List.copyOf(partitions.keySet()).stream()
        .filter(
            partition ->
                partition.owner().contains(words)
                    || living(partition).values().stream()
                        .anyMatch(each -> each.toString().contains(words)))
        .filter(partition -> !living(partition).isEmpty())
        .map(Partition::kind)
        .collect(Collectors.toSet());
  }

  /** All that is kept in partitions of a kind. */
  public synchronized String contentOf(String kind) {
    return List.copyOf(partitions.keySet()).stream()
        .filter(partition -> partition.kind().equals(kind))
        .flatMap(partition -> living(partition).values().stream())
        .map(Object::toString)
        .collect(Collectors.joining());
  }

  synchronized Stream<Stored> everything() {
    return List.copyOf(partitions.keySet()).stream()
        .flatMap(partition -> living(partition).values().stream())
        .<Stored>map(Stored.Kept::new)
        .toList()
        .stream();
  }

  synchronized void load(Document document) {
    living(document.key().partition()).putIfAbsent(document.key().id(), document);
  }

  private long version(Key key) {
    var stored = living(key.partition()).get(key.id());
    return stored == null ? 0 : stored.version();
  }

  private NavigableMap<String, Document> living(Partition partition) {
    var documents = partitions.computeIfAbsent(partition, _ -> new TreeMap<>(BY_CODE_POINT));
    var now = clock.instant();
    documents.values().removeIf(document -> hasExpired(document.expires(), now));
    return documents;
  }

  private static boolean hasExpired(@Nullable Instant expires, Instant now) {
    return expires != null && !now.isBefore(expires);
  }

  private static void requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + ", must be 1 or more");
    }
  }

  private record Timed(Instant at, Document document) {}
}
