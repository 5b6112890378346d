package ponte.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ponte.store.Entry;
import ponte.store.Queue;

/** Ponte's queue: its entries in a hundred lanes. */
record QueueItself(Queue queue) implements QueueLoad.Way {

  @Override
  public void begin(String topic) {}

  @Override
  public void add(String topic, String key, String payload) {
    var lane = "lane " + Math.floorMod(key.hashCode(), 100);
    queue.add(List.of(new Entry(topic, lane, key, payload, Instant.EPOCH)));
  }

  @Override
  public int handle(String topic, int batch, String worker) {
    var leases = queue.lease(topic, batch, Duration.ofMinutes(1));
    if (!leases.isEmpty()) {
      queue.done(leases);
    }
    return leases.size();
  }
}
