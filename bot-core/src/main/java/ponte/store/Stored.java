package ponte.store;

import java.time.Instant;

/** One thing out of a {@link State}, on its way to another one. */
public sealed interface Stored {

  /** A document that has not expired, with its version. */
  record Kept(Document document) implements Stored {}

  /**
   * A key that a topic knows for its time, whether its entry is still there or long done.
   *
   * @param until when its time has passed: {@link Queue#MEMORY} after its entry was added
   */
  record Known(String topic, String key, Instant until) implements Stored {}

  /**
   * An entry to be handled. A lease does not travel: its holder works with the old store.
   *
   * @param attempts how often it was handed out and did not only wait
   */
  record Waiting(Entry entry, int attempts) implements Stored {}

  /** An entry that was given up. */
  record Buried(DeadLetter letter) implements Stored {}
}
