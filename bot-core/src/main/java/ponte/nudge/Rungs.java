package ponte.nudge;

import java.time.Instant;
import java.util.List;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/** What is to be done for questions, in a delayed queue. */
public final class Rungs {

  /** The topic of rungs. */
  public static final String TOPIC = "rungs";

  private final Queue queue;

  public Rungs(Queue queue) {
    this.queue = queue;
  }

  /** Plans a rung, once. */
  void plan(Rung rung, Instant due) {
    queue.add(List.of(new Entry(TOPIC, "", rung.key(), Codec.write(rung), due)));
  }
}
