package ponte.mvstore;

import java.nio.file.Path;
import java.time.Clock;
import org.h2.mvstore.MVStore;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;

/**
 * Records and queue in one file, for one process at a time.
 *
 * <p>Changes that come together share one sync of the file, so many callers get far more done than
 * one. After a crash or a power failure everything acknowledged is there, and all leases have run
 * out, since their holders are gone.
 */
public final class MvStoreState implements AutoCloseable {

  private static final int TIDIED_AT_ONCE = 500;

  private final MVStore store;
  private final Clock clock;
  private final Documents documents;
  private final Topics topics;
  private final GroupCommit commits;
  private final MvStoreRecords records;
  private final MvStoreQueue queue;

  private MvStoreState(StateFile file, MVStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    documents = new Documents(store);
    topics = new Topics(store);
    commits = new GroupCommit(file, store, this::tidy, this::wakeAll);
    records = new MvStoreRecords(documents, commits, clock);
    queue = new MvStoreQueue(topics, commits, clock);
  }

  /**
   * Opens the state, and makes the file where there is none.
   *
   * @throws StoreUnavailableException if the file is in use by another process, is damaged, was
   *     written by a newer version or cannot be read or written; its message names the file
   */
  public static MvStoreState open(Path file, Clock clock) {
    var stateFile = new StateFile(file);
    var store = stateFile.open();
    try {
      store.setRetentionTime(0);
      var state = new MvStoreState(stateFile, store, clock);
      state.topics.endLeases();
      state.commits.start();
      return state;
    } catch (RuntimeException e) {
      store.closeImmediately();
      throw stateFile.unavailable(e);
    }
  }

  public Records records() {
    return records;
  }

  public Queue queue() {
    return queue;
  }

  /** Closes the file; whoever waits for the queue, and every later call, is refused. */
  @Override
  public void close() {
    commits.close();
  }

  /** True: there is more to do. */
  private boolean tidy() {
    var now = clock.instant();
    var more = documents.sweep(TIDIED_AT_ONCE, now);
    more |= topics.forget(TIDIED_AT_ONCE, now);
    return more;
  }

  private void wakeAll() {
    queue.ringAll();
  }
}
