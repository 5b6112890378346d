package ponte.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ponte.archive.ArchiveUnavailableException;
import ponte.platform.PlatformUnavailableException;
import ponte.store.Lease;
import ponte.store.StoreUnavailableException;

/** What is done with the entries of one topic of the queue. */
public interface Handler {

  /** What became of entries. */
  sealed interface Outcome {

    /** They are done with. */
    record Done() implements Outcome {}

    /** They are for a later moment, and not late before it. */
    record Again(Instant notBefore, String reason) implements Outcome {}

    /** They should be done and cannot be yet: whoever counts how long they wait goes on. */
    record Hindered(Instant notBefore, String reason) implements Outcome {}

    /** They can never be done. */
    record Never(String reason) implements Outcome {}
  }

  Outcome DONE = new Outcome.Done();

  /** The most entries it takes at once. */
  default int batch() {
    return 1;
  }

  /**
   * How long it is at least from one batch to the next, for what nobody waits for that long: what
   * comes meanwhile is handled together. By default it begins as soon as there is something.
   */
  default Duration gathering() {
    return Duration.ZERO;
  }

  /**
   * Whether an entry is handled by itself though others come with it, as something else may become
   * of it than of them.
   */
  default boolean isApart(Lease lease) {
    return false;
  }

  /**
   * Handles entries; it may see one again whose handling it had finished.
   *
   * @throws RuntimeException if they are not handled; an entry that comes alone is then at fault,
   *     unless the failure passes
   */
  Outcome handle(List<Lease> leases);

  /**
   * Whether this failure is the outside world's, which passes, and not the entry's: by default one
   * of the stores that all features read, or of a platform.
   */
  default boolean passes(RuntimeException failure) {
    return failure instanceof ArchiveUnavailableException
        || failure instanceof PlatformUnavailableException
        || failure instanceof StoreUnavailableException;
  }
}
