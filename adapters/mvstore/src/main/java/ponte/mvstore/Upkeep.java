package ponte.mvstore;

import java.time.Clock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/**
 * Keeps the file small: removes what has expired, and gathers what is left of old chunks.
 *
 * <p>MVStore appends each commit as a chunk and uses its space again once nothing in it lives. Keys
 * come in no order, so a few live pages keep many a chunk: without this, 300,000 entries gone
 * through the queue left 576 MB behind; with it 1,000,000 leave 84 MB, the keys to be remembered.
 */
final class Upkeep {

  private static final int COMMITS = 32;

  /** Percent of the chunks' pages that live: less is compacted at once, between commits. */
  private static final int FILL_WHEN_BUSY = 50;

  private static final int BYTES_WHEN_BUSY = 4 << 20;

  /** Percent as above, and of the file that is in use: less is compacted when there is time. */
  private static final int FILL_WHEN_IDLE = 75;

  private static final int BYTES_WHEN_IDLE = 2 << 20;

  /** A file of so many bytes is small enough. */
  private static final int SMALL = 4 << 20;

  /** So much is swept in one step. */
  private static final int SWEPT = 500;

  /** Steps after which the file is as small as it gets. */
  private static final int STEPS = 200;

  private final MVStore store;
  private final Documents documents;
  private final Topics topics;
  private final Clock clock;
  private int commits;
  private int steps;
  private int ageing;
  private long moving = BYTES_WHEN_IDLE;

  Upkeep(MVStore store, Documents documents, Topics topics, Clock clock) {
    this.store = store;
    this.documents = documents;
    this.topics = topics;
    this.clock = clock;
  }

  /** Does the most urgent after a commit; what it changed goes with the next one. */
  void afterCommit() {
    steps = 0;
    ageing = 0;
    moving = BYTES_WHEN_IDLE;
    if (++commits % COMMITS == 0) {
      store.compact(FILL_WHEN_BUSY, BYTES_WHEN_BUSY);
    }
  }

  /** Does one step while nothing is asked of the store. True: there is more to do. */
  boolean whenIdle() {
    var now = clock.instant();
    var more = documents.sweep(SWEPT, now) | topics.forget(SWEPT, now);
    if (store.getFileStore().size() > SMALL && ++steps < STEPS) {
      more |= gather();
      more |= shrink();
    }
    if (store.commit() >= 0) {
      store.sync();
    }
    return more;
  }

  /** Writes pages anew that are left of sparse chunks. True: there may be more to gain. */
  private boolean gather() {
    if (store.compact(FILL_WHEN_IDLE, BYTES_WHEN_IDLE)) {
      return true;
    }
    if (store.getFileStore().getChunksFillRate() >= FILL_WHEN_IDLE
        || ageing > store.getVersionsToKeep()) {
      return false;
    }
    // The space of a dead chunk is free some versions after its death: this makes a version.
    ageing++;
    store.setStoreVersion(store.getStoreVersion());
    return true;
  }

  /** Moves chunks from the end of the file into its gaps. True: there may be more to gain. */
  private boolean shrink() {
    if (store.getFillRate() >= FILL_WHEN_IDLE
        || !(store.getFileStore() instanceof RandomAccessStore chunks)) {
      return false;
    }
    var before = chunks.size();
    chunks.compactMoveChunks(FILL_WHEN_IDLE, moving, store);
    if (chunks.size() < before) {
      return true;
    }
    // The last chunk may be larger than what was to be moved.
    moving *= 4;
    return moving / 4 < before;
  }
}
