package ponte.bot;

import java.time.Instant;
import java.util.List;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/** The errands of one topic that wait; {@link Chores} work them off. */
public final class Errands {

  private final String topic;
  private final Queue queue;

  public Errands(String topic, Queue queue) {
    this.topic = topic;
    this.queue = queue;
  }

  /** Adds an errand, durably; one that was added before is passed over. */
  public void add(Errand errand, Instant due) {
    queue.add(List.of(new Entry(topic, errand.lane(), errand.key(), Codec.write(errand), due)));
  }
}
