package ponte.redis;

import static ponte.redis.Reply.bytes;
import static ponte.redis.Reply.list;
import static ponte.redis.Reply.number;
import static ponte.redis.Reply.text;

import java.time.Clock;
import java.util.List;

/**
 * Deletes what has expired and forgets what need not be remembered any more, a bucket at a time,
 * wherever nobody's writing did it on the way. Every replica does; what one has deleted the next
 * one does not find.
 */
final class Upkeep {

  private static final int LOT = 200;

  private final Redis redis;
  private final List<Bucket> buckets;
  private final String prefix;
  private final Clock clock;
  private int next;

  Upkeep(Redis redis, String prefix, Clock clock) {
    this.redis = redis;
    this.prefix = prefix;
    this.clock = clock;
    this.buckets = Bucket.all(prefix).toList();
  }

  /** Visits every bucket once; upkeep of {@link Bucket#COUNT} steps. */
  void round() {
    for (var i = 0; i < buckets.size(); i++) {
      step();
    }
  }

  /** Visits the next bucket. */
  void step() {
    visit(buckets.get(next));
    next = (next + 1) % buckets.size();
  }

  private void visit(Bucket bucket) {
    int purged;
    do {
      purged = 0;
      var found =
          list(
              redis.read(
                  bucket,
                  Script.UPKEEP,
                  List.of(bucket.expiring(), bucket.topics()),
                  List.of(bytes(Moments.seconds(clock.instant())), bytes(LOT))));
      for (var name : list(found.getFirst())) {
        purged += purge(bucket, text(name));
      }
      list(found.getLast()).forEach(name -> forget(bucket, text(name)));
    } while (purged > 0);
  }

  private int purge(Bucket bucket, String partition) {
    var all = 0;
    int purged;
    do {
      purged =
          number(
              redis.read(
                  bucket,
                  Script.PURGE,
                  bucket.keys(Bucket.partition(partition)),
                  List.of(bytes(Moments.write(clock.instant())), bytes(partition), bytes(LOT))));
      all += purged;
    } while (purged == LOT);
    return all;
  }

  private void forget(Bucket bucket, String topic) {
    int forgotten;
    do {
      forgotten =
          number(
              redis.read(
                  bucket,
                  Script.FORGET,
                  bucket.keys(topic),
                  Topics.arguments(prefix, topic, clock.instant(), List.of(bytes(LOT)))));
    } while (forgotten == LOT);
  }
}
