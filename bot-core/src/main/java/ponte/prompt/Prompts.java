package ponte.prompt;

import java.time.Instant;
import java.util.List;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/** The prompts that wait for their moment, in a delayed queue. */
public final class Prompts {

  /** The topic of prompts. */
  public static final String TOPIC = "prompts";

  private final Queue queue;

  public Prompts(Queue queue) {
    this.queue = queue;
  }

  /** Plans a prompt, once. */
  public void plan(Prompt prompt, Instant due) {
    queue.add(List.of(new Entry(TOPIC, "", prompt.key(), Codec.write(prompt), due)));
  }
}
