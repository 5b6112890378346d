package ponte.redis;

import static ponte.redis.Reply.bytes;
import static ponte.redis.Reply.text;
import static ponte.redis.Reply.yes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.TimeSpan;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** The records of a Redis; what is stored of a document is described in records.lua. */
final class RedisRecords implements Records {

  private final Redis redis;
  private final String prefix;
  private final Clock clock;

  RedisRecords(Redis redis, String prefix, Clock clock) {
    this.redis = redis;
    this.prefix = prefix;
    this.clock = clock;
  }

  @Override
  public Optional<Document> find(Key key) {
    var bucket = Bucket.of(prefix, key.partition());
    return Optional.ofNullable(
            redis.field(bucket, bucket.documents(key.partition()), bytes(key.id())))
        .map(answer -> document(key, text(answer)))
        .filter(this::lives);
  }

  @Override
  public List<Document> list(Partition partition, String after, int limit) {
    requireLimit(limit);
    return documents(partition, Script.LIST, bytes(after), bytes(limit));
  }

  @Override
  public List<Document> between(Partition partition, TimeSpan span, int limit) {
    requireLimit(limit);
    return documents(
        partition,
        Script.BETWEEN,
        bytes(Moments.write(span.from())),
        bytes(Moments.write(span.until())),
        bytes(limit));
  }

  @Override
  public boolean write(Write write) {
    return writeAll(List.of(write));
  }

  @Override
  public boolean writeAll(List<Write> writes) {
    if (writes.isEmpty()) {
      return true;
    }
    var partition = writes.getFirst().key().partition();
    var keys = new HashSet<Key>();
    var arguments = new ArrayList<byte[]>();
    for (var write : writes) {
      if (!write.key().partition().equals(partition)) {
        throw new IllegalArgumentException(
            "writes to " + partition + " and to " + write.key().partition());
      }
      if (!keys.add(write.key())) {
        throw new IllegalArgumentException(write.key() + " is written twice");
      }
      arguments.addAll(
          parts(
              new Document(
                  write.key(),
                  write.content(),
                  write.expected() + 1,
                  write.at(),
                  write.expires())));
    }
    return yes(change(partition, Script.WRITE, arguments));
  }

  @Override
  public boolean remove(Key key, long expected) {
    return yes(change(key.partition(), Script.REMOVE, List.of(bytes(key.id()), bytes(expected))));
  }

  @Override
  public void drop(Partition partition) {
    change(partition, Script.DROP, List.of());
  }

  Object change(Partition partition, Script script, List<byte[]> arguments) {
    var bucket = Bucket.of(prefix, partition);
    return redis.change(bucket, script, bucket.keys(partition), after(partition, arguments));
  }

  private List<Document> documents(Partition partition, Script script, byte[]... arguments) {
    var bucket = Bucket.of(prefix, partition);
    var found =
        Reply.list(
            redis.read(
                bucket, script, bucket.keys(partition), after(partition, List.of(arguments))));
    var documents = new ArrayList<Document>();
    for (var i = 0; i < found.size(); i += 2) {
      documents.add(document(partition.key(text(found.get(i))), text(found.get(i + 1))));
    }
    return List.copyOf(documents);
  }

  private List<byte[]> after(Partition partition, List<byte[]> arguments) {
    var all = new ArrayList<byte[]>();
    all.add(bytes(Moments.write(clock.instant())));
    all.add(bytes(Bucket.name(partition)));
    all.addAll(arguments);
    return all;
  }

  /** What the scripts that write a document are given of it. */
  static List<byte[]> parts(Document document) {
    var at = moment(document.at());
    var expires = moment(document.expires());
    return List.of(
        bytes(document.key().id()),
        bytes(document.version() + " " + at + " " + expires + " " + document.content()),
        bytes(at),
        bytes(expires));
  }

  private boolean lives(Document document) {
    return document.expires() == null || clock.instant().isBefore(document.expires());
  }

  private static Document document(Key key, String stored) {
    var parts = stored.split(" ", 4);
    return new Document(
        key, parts[3], Long.parseLong(parts[0]), moment(parts[1]), moment(parts[2]));
  }

  private static String moment(@Nullable Instant moment) {
    return moment == null ? Moments.NONE : Moments.write(moment);
  }

  private static @Nullable Instant moment(String stored) {
    return stored.equals(Moments.NONE) ? null : Moments.read(stored);
  }

  private static void requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + ", must be 1 or more");
    }
  }
}
