package ponte.redis;

import static ponte.redis.Reply.bytes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ponte.store.Queue;

/** What every script of the queue is given. */
final class Topics {

  private Topics() {}

  static List<byte[]> arguments(
      String prefix, String topic, Instant now, List<byte[]> furtherOnes) {
    var all = new ArrayList<byte[]>();
    all.add(bytes(Moments.write(now)));
    all.add(bytes(topic));
    all.add(bytes(channel(prefix)));
    all.add(bytes(Moments.write(now.minus(Queue.MEMORY))));
    all.addAll(furtherOnes);
    return all;
  }

  /** Where a topic is called for which something has become ready. */
  static String channel(String prefix) {
    return prefix + ":calls";
  }
}
