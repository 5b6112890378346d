package ponte.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.bot.Bot;
import ponte.bot.Inbox;
import ponte.bot.Listening;
import ponte.bot.Ponte;
import ponte.bot.Workers;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.history.HistoryProgress;
import ponte.lucene.LuceneArchive;
import ponte.mvstore.MvStoreState;
import ponte.nlp.Nlp;
import ponte.platform.ChatPlatform;
import ponte.platform.WhoIsWho;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;
import ponte.web.Chats;

/**
 * Ponte on one machine: everything it keeps lies in one directory.
 *
 * <p>The server, the command line and the benchmarks all are put together here.
 */
public final class Embedded implements AutoCloseable {

  private static final String STATE = "state.mv";

  private final Path data;
  private final Clock clock;
  private final Nlp nlp;
  private final MvStoreState state;
  private final Archive archive;
  private final Directory directory;
  private final Inbox inbox;
  private final Ponte ponte;

  private Embedded(
      Path data, Clock clock, Nlp nlp, MvStoreState state, Archive archive, Settings settings) {
    this.data = data;
    this.clock = clock;
    this.nlp = nlp;
    this.state = state;
    this.archive = archive;
    this.directory = new Directory(state.records());
    this.inbox = new Inbox(state.queue(), clock);
    this.ponte =
        new Ponte(
            new Ponte.Ports(
                archive,
                directory,
                state.records(),
                state.queue(),
                nlp,
                new HistoryProgress(state.records()),
                List.of(new Chats(state.records(), clock)::forget),
                clock),
            settings.experts(),
            settings.digest());
  }

  /**
   * Opens the storage in a directory, which is made where there is none.
   *
   * @throws StoreUnavailableException if another Ponte has it open, or it cannot be made or read
   */
  public static Embedded open(Path data, Settings settings, Clock clock) {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new StoreUnavailableException(data + " cannot be made: " + e, e);
    }
    var nlp = new Nlp();
    var state = MvStoreState.open(data.resolve(STATE), clock);
    try {
      var archive = LuceneArchive.open(data.resolve("archive"), nlp, Conversations.Rules.DEFAULT);
      return new Embedded(data, clock, nlp, state, archive, settings);
    } catch (RuntimeException e) {
      state.close();
      throw e;
    }
  }

  /** Whether a Ponte keeps what it knows in this directory. */
  public static boolean isIn(Path data) {
    return Files.isRegularFile(data.resolve(STATE));
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

  public Experts experts() {
    return ponte.experts();
  }

  public Bot bot() {
    return ponte.bot();
  }

  /** All features. */
  public Ponte ponte() {
    return ponte;
  }

  /** Those who work for this Ponte, on platforms; not yet at work. */
  public Workers workers(List<ChatPlatform> platforms, List<WhoIsWho> whoIsWho) {
    return new Workers(
        queue(),
        directory,
        archive,
        ponte,
        platforms,
        whoIsWho,
        clock,
        new SplittableRandom(),
        Embedded::sleep);
  }

  /** One who only takes in what is heard; not yet at work. */
  public Listening listening() {
    return new Listening(
        queue(),
        directory,
        archive,
        ponte.preferences(),
        clock,
        new SplittableRandom(),
        Embedded::sleep);
  }

  /** The workspace that newcomers meet. */
  DemoWorkspace demo() {
    return new DemoWorkspace(records(), unfinishedImports(), directory, ponte, clock);
  }

  /** The imports that were broken off. */
  UnfinishedImports unfinishedImports() {
    return new UnfinishedImports(records());
  }

  /** The files that come through the browser. */
  Uploads uploads() {
    return new Uploads(data);
  }

  /** Loads exports, while somebody is listening. */
  public ExportLoader exportLoader() {
    return new ExportLoader(inbox, demo(), uploads(), unfinishedImports(), Embedded::sleep);
  }

  private static void sleep(Duration time) throws InterruptedException {
    Thread.sleep(time);
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
