package ponte.teams.sync;

import java.time.Instant;
import java.util.List;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/** The errands that wait. */
final class Errands {

  static final String TOPIC = "teams-errands";

  private final Queue queue;

  Errands(Queue queue) {
    this.queue = queue;
  }

  /** Adds an errand, durably; one that was added before is passed over. */
  void add(Errand errand, Instant due) {
    queue.add(List.of(new Entry(TOPIC, "", errand.key(), Codec.write(errand), due)));
  }
}
