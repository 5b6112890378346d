package ponte.mvstore;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.State;
import ponte.store.StoreUnavailableException;
import ponte.store.Stored;

/**
 * Records and queue in one file, for one process at a time.
 *
 * <p>Changes that come together share one sync of the file, so many callers get far more done than
 * one. After a crash or a power failure everything acknowledged is there, and all leases have run
 * out, since their holders are gone.
 */
public final class MvStoreState implements State {

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
    var upkeep = new Upkeep(store, documents, topics, clock);
    commits = new GroupCommit(file, store, upkeep, this::wakeAll);
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

  @Override
  public Records records() {
    return records;
  }

  @Override
  public Queue queue() {
    return queue;
  }

  @Override
  public Stream<Stored> everything() {
    var now = clock.instant();
    return Stream.concat(
        Stream.of(documents.everything(now)).flatMap(this::all),
        Stream.of(true)
            .flatMap(_ -> commits.read(() -> topics.everything(now)).stream())
            .flatMap(this::all));
  }

  @Override
  public void load(List<Stored> part) {
    var unchanging = List.copyOf(part);
    var now = clock.instant();
    commits.change(
        () -> {
          for (var stored : unchanging) {
            switch (stored) {
              case Stored.Kept(var document) -> documents.load(document, now);
              case Stored.Known known -> topics.findOrCreate(known.topic()).load(known, now);
              case Stored.Waiting waiting ->
                  topics.findOrCreate(waiting.entry().topic()).load(waiting);
              case Stored.Buried(var letter) ->
                  topics.findOrCreate(letter.entry().topic()).load(letter);
            }
          }
          return true;
        });
    queue.ringAll();
  }

  /**
   * Writes the file as it is into a new zip, as its only entry: what was acknowledged before is in
   * it. Whoever works with the state waits as long as that takes.
   *
   * @throws StoreUnavailableException if the state cannot be read or the zip cannot be written; the
   *     state is as it was
   */
  public void copyTo(Path zip) {
    var failure = commits.read(() -> StateFile.copy(store, zip));
    failure.ifPresent(
        cause -> {
          throw new StoreUnavailableException(zip + " cannot be written: " + cause, cause);
        });
  }

  private Stream<Stored> all(Pages<?, ?> pages) {
    return Stream.generate(() -> commits.read(pages::next))
        .takeWhile(page -> !page.isEmpty())
        .flatMap(List::stream);
  }

  @Override
  public void close() {
    commits.close();
  }

  private void wakeAll() {
    queue.ringAll();
  }
}
