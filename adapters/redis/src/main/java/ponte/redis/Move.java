package ponte.redis;

import static ponte.redis.Reply.bytes;
import static ponte.redis.Reply.list;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import ponte.store.Partition;
import ponte.store.Queue;
import ponte.store.Stored;

/** Reads everything, a page at a time, and takes in what another state held. */
final class Move {

  private static final int PAGE = 200;
  private static final String FIRST = "-";

  private final Redis redis;
  private final RedisRecords records;
  private final RedisQueue queue;
  private final String prefix;
  private final Clock clock;

  Move(Redis redis, RedisRecords records, RedisQueue queue, String prefix, Clock clock) {
    this.redis = redis;
    this.records = records;
    this.queue = queue;
    this.prefix = prefix;
    this.clock = clock;
  }

  Stream<Stored> everything() {
    return Stream.concat(
        Bucket.all(prefix).flatMap(this::documents),
        Bucket.all(prefix)
            .flatMap(bucket -> names(bucket, bucket.topics()))
            .flatMap(
                topic ->
                    Stream.of(known(topic), queue.entries(topic), letters(topic))
                        .flatMap(stored -> stored)));
  }

  /** Loads runs of documents of one partition, and of what is of one topic, at a time. */
  void load(List<Stored> part) {
    var documents = new LinkedHashMap<Partition, List<byte[]>>();
    var topics = new LinkedHashMap<String, List<byte[]>>();
    for (var stored : part) {
      switch (stored) {
        case Stored.Kept(var document) ->
            documents
                .computeIfAbsent(document.key().partition(), _ -> new ArrayList<>())
                .addAll(RedisRecords.parts(document));
        case Stored.Known(var topic, var key, var until) ->
            topics
                .computeIfAbsent(topic, _ -> new ArrayList<>())
                .addAll(
                    List.of(
                        bytes("k"), bytes(key), bytes(Moments.write(until.minus(Queue.MEMORY)))));
        case Stored.Waiting(var entry, var attempts) ->
            topics
                .computeIfAbsent(entry.topic(), _ -> new ArrayList<>())
                .addAll(RedisQueue.parts("w", entry, attempts, "", ""));
        case Stored.Buried(var letter) ->
            topics
                .computeIfAbsent(letter.entry().topic(), _ -> new ArrayList<>())
                .addAll(
                    RedisQueue.parts(
                        "d",
                        letter.entry(),
                        letter.attempts(),
                        letter.reason(),
                        Moments.write(letter.at())));
      }
    }
    documents.forEach(
        (partition, parts) -> records.change(partition, Script.LOAD_DOCUMENTS, parts));
    topics.forEach(
        (topic, parts) -> queue.change(topic, Script.LOAD_ENTRIES, clock.instant(), parts));
  }

  private Stream<Stored> documents(Bucket bucket) {
    return names(bucket, bucket.partitions())
        .map(Bucket::partition)
        .flatMap(
            partition ->
                pages(
                    "",
                    after -> records.list(partition, after, PAGE),
                    document -> document.key().id()))
        .map(Stored.Kept::new);
  }

  /** What a bucket lists. */
  private Stream<String> names(Bucket bucket, byte[] listed) {
    return pages(
        FIRST, from -> texts(redis.range(bucket, listed, bytes(from), PAGE)), name -> "(" + name);
  }

  private Stream<Stored> known(String topic) {
    var forgotten = clock.instant().minus(Queue.MEMORY);
    return pages(
            "[" + Moments.write(forgotten.plusNanos(1)),
            from -> texts(queue.read(topic, Script.KNOWN, bytes(from), bytes(PAGE))),
            place -> "(" + place)
        .map(
            place ->
                new Stored.Known(
                    topic,
                    place.substring(Moments.LENGTH),
                    Moments.read(place.substring(0, Moments.LENGTH)).plus(Queue.MEMORY)));
  }

  private Stream<Stored> letters(String topic) {
    return Stream.iterate(0, from -> from + PAGE)
        .map(from -> queue.buried(topic, from, PAGE))
        .takeWhile(page -> !page.isEmpty())
        .flatMap(List::stream)
        .map(Stored.Buried::new);
  }

  /**
   * Pages until an empty one.
   *
   * @param after what stands for the place after an element
   */
  private static <T> Stream<T> pages(
      String first, Function<String, List<T>> page, Function<T, String> after) {
    return Stream.iterate(
            page.apply(first),
            last -> !last.isEmpty(),
            last -> page.apply(after.apply(last.getLast())))
        .flatMap(List::stream);
  }

  private static List<String> texts(Object answer) {
    return list(answer).stream().map(Reply::text).toList();
  }
}
