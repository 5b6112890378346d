package ponte.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ponte.store.Partition;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * One of the parts into which everything is divided; its keys lie in one slot of a cluster, and so
 * what is in it can change together.
 *
 * <p>A bucket lists its partitions and topics, so that they are found without looking through the
 * keys of Redis.
 */
record Bucket(String prefix, int number) {

  /** Enough to give every master of a cluster its share, few enough to visit each now and then. */
  static final int COUNT = 128;

  static Bucket of(String prefix, Partition partition) {
    return of(prefix, name(partition));
  }

  static Bucket of(String prefix, String name) {
    return new Bucket(prefix, JedisClusterCRC16.getCRC16(name) % COUNT);
  }

  static Stream<Bucket> all(String prefix) {
    return IntStream.range(0, COUNT).mapToObj(number -> new Bucket(prefix, number));
  }

  /** A kind has no slash, so no two partitions have one name. */
  static String name(Partition partition) {
    return partition.kind() + "/" + partition.owner();
  }

  static Partition partition(String name) {
    var slash = name.indexOf('/');
    return new Partition(name.substring(0, slash), name.substring(slash + 1));
  }

  /** A key that every synchronous change writes, so that there is something to wait for. */
  byte[] beat() {
    return key("beat");
  }

  byte[] partitions() {
    return key("partitions");
  }

  byte[] expiring() {
    return key("expiring");
  }

  byte[] topics() {
    return key("topics");
  }

  byte[] documents(Partition partition) {
    return key("documents:" + name(partition));
  }

  /** The keys of a partition, as the scripts of the records expect them. */
  List<byte[]> keys(Partition partition) {
    var name = name(partition);
    return List.of(
        documents(partition),
        key("ids:" + name),
        key("times:" + name),
        key("expiries:" + name),
        partitions(),
        expiring());
  }

  /** The keys of a topic, as the scripts of the queue expect them. */
  List<byte[]> keys(String topic) {
    return Stream.concat(
            Stream.of(
                    "known",
                    "passing",
                    "items",
                    "payloads",
                    "ready",
                    "behind",
                    "leased",
                    "lanes",
                    "dead",
                    "numbers")
                .map(set -> key(set + ":" + topic)),
            Stream.of(topics(), key("awaited:" + topic), key("late:" + topic)))
        .toList();
  }

  int slot() {
    return JedisClusterCRC16.getSlot(beat());
  }

  private byte[] key(String rest) {
    return (prefix + ":{" + number + "}:" + rest).getBytes(StandardCharsets.UTF_8);
  }
}
