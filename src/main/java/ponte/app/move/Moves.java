package ponte.app.move;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import ponte.app.move.MoveRefusedException.Reason;
import ponte.app.storage.Presence;
import ponte.platform.Progress;
import ponte.store.State;
import ponte.store.StoreUnavailableException;
import ponte.store.Stored;

/**
 * Moves all that a state holds into a file, and out of one into an empty state.
 *
 * <p>A file is read to its end before anything of it is taken in, so that a damaged one changes
 * nothing. A store into which the loading of a file was broken off is used by nobody until the same
 * file has been loaded to its end.
 */
public final class Moves {

  private static final int PART = 500;

  private final State state;
  private final Clock clock;

  public Moves(State state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /**
   * Writes everything to a new file.
   *
   * @return how many things
   * @throws MoveRefusedException if the file cannot be written, or replicas work with the store
   * @throws StoreUnavailableException if the store cannot be read, or is not wholly loaded
   */
  public long exportTo(Path file, Progress progress) {
    requireWhole(state);
    requireUnused();
    var count = new Count(progress, 0);
    try (var everything = state.everything()) {
      return new MovingFile(file).write(everything.peek(_ -> count.up(1))).things();
    }
  }

  /**
   * Loads a file into an empty state.
   *
   * @return how many things
   * @throws MoveRefusedException if the file is not whole, the state is not empty, or replicas work
   *     with it
   * @throws StoreUnavailableException if the store cannot be written; the same file can be loaded
   *     again
   */
  public long importFrom(Path file, Progress progress) {
    var moving = new MovingFile(file);
    var seal = moving.read(_ -> {});
    requireUnused();
    begin(seal);
    var count = new Count(progress, seal.things());
    var part = new ArrayList<Stored>(PART);
    var loaded =
        moving.read(
            stored -> {
              part.add(stored);
              if (part.size() == PART) {
                load(part, count);
              }
            });
    load(part, count);
    if (!loaded.equals(seal)) {
      throw new MoveRefusedException(Reason.DAMAGED, file.toString(), null);
    }
    BegunMove.end(state.records());
    return loaded.things();
  }

  /**
   * @throws StoreUnavailableException if the loading of a file into it was broken off
   */
  public static void requireWhole(State state) {
    BegunMove.in(state.records())
        .ifPresent(
            begun -> {
              throw new StoreUnavailableException(
                  "an import of state that was begun at "
                      + begun.at()
                      + " was broken off; import-state of the same file completes it",
                  null);
            });
  }

  private void requireUnused() {
    var replicas = Presence.count(state.records());
    if (replicas > 0) {
      throw new MoveRefusedException(Reason.IN_USE, Long.toString(replicas), null);
    }
  }

  private void begin(MovingFile.Seal seal) {
    var begun = BegunMove.in(state.records());
    if (begun.isPresent()) {
      if (!begun.get().checksum().equals(seal.checksum())) {
        throw new MoveRefusedException(Reason.OTHER_BEGUN, begun.get().at().toString(), null);
      }
      return;
    }
    try (var everything = state.everything()) {
      if (everything.findFirst().isPresent()) {
        throw new MoveRefusedException(Reason.NOT_EMPTY, "", null);
      }
    }
    new BegunMove(seal.checksum(), clock.instant()).begin(state.records());
  }

  private void load(List<Stored> part, Count count) {
    state.load(part);
    count.up(part.size());
    part.clear();
  }

  /** Counts what has been moved. */
  private static final class Count {

    private final Progress progress;
    private final long total;
    private long moved;

    Count(Progress progress, long total) {
      this.progress = progress;
      this.total = total;
    }

    void up(int by) {
      moved += by;
      progress.reached("", moved, total);
    }
  }
}
