package ponte.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import ponte.archive.Archive;
import ponte.bot.Bot;
import ponte.bot.Inbox;
import ponte.directory.Directory;
import ponte.lucene.LuceneArchive;
import ponte.mvstore.MvStoreState;
import ponte.nlp.Nlp;
import ponte.store.Queue;
import ponte.store.Records;

/**
 * Ponte on one machine: everything it keeps lies in one directory.
 *
 * <p>The server, the command line and the benchmarks all are put together here.
 */
public final class Embedded implements AutoCloseable {

  private final Clock clock;
  private final Nlp nlp;
  private final MvStoreState state;
  private final Archive archive;
  private final Directory directory;
  private final Inbox inbox;
  private final Bot bot;

  private Embedded(Clock clock, Nlp nlp, MvStoreState state, Archive archive, Settings settings) {
    this.clock = clock;
    this.nlp = nlp;
    this.state = state;
    this.archive = archive;
    this.directory = new Directory(state.records());
    this.inbox = new Inbox(state.queue(), clock);
    this.bot = settings.bot(nlp, archive, directory, state.records(), clock);
  }

  /**
   * Opens the storage in a directory, which is made where there is none.
   *
   * @throws ponte.store.StoreUnavailableException if another Ponte has it open, or it cannot be
   *     read
   */
  public static Embedded open(Path data, Settings settings, Clock clock) {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var nlp = new Nlp();
    var state = MvStoreState.open(data.resolve("state.mv"), clock);
    try {
      var archive = LuceneArchive.open(data.resolve("archive"), nlp);
      return new Embedded(clock, nlp, state, archive, settings);
    } catch (RuntimeException e) {
      state.close();
      throw e;
    }
  }

  public Clock clock() {
    return clock;
  }

  public Nlp nlp() {
    return nlp;
  }

  public Records records() {
    return state.records();
  }

  public Queue queue() {
    return state.queue();
  }

  public Archive archive() {
    return archive;
  }

  public Directory directory() {
    return directory;
  }

  public Inbox inbox() {
    return inbox;
  }

  public Bot bot() {
    return bot;
  }

  @Override
  public void close() {
    try {
      archive.close();
    } finally {
      state.close();
    }
  }
}
