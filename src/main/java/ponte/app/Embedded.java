package ponte.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import ponte.app.move.Moves;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.bot.Bot;
import ponte.bot.DeadLetters;
import ponte.bot.Inbox;
import ponte.bot.Listening;
import ponte.bot.Pause;
import ponte.bot.Ponte;
import ponte.bot.Workers;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.lucene.LuceneArchive;
import ponte.mvstore.MvStoreState;
import ponte.nlp.Nlp;
import ponte.platform.ChatPlatform;
import ponte.platform.WhoIsWho;
import ponte.slack.sync.BackfillProgress;
import ponte.slack.sync.SlackReading;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.State;
import ponte.store.StoreUnavailableException;
import ponte.store.Stored;
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
  private final State state;
  private final Archive archive;
  private final Directory directory;
  private final Inbox inbox;
  private final Ponte ponte;

  private Embedded(
      Path data, Clock clock, Nlp nlp, State state, Archive archive, Settings settings) {
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
                new BackfillProgress(state.records()),
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
    var nlp = new Nlp();
    var state = openState(data, clock);
    try {
      Moves.requireWhole(state);
      var archive = LuceneArchive.open(data.resolve("archive"), nlp, Conversations.Rules.DEFAULT);
      return new Embedded(data, clock, nlp, state, archive, settings);
    } catch (RuntimeException e) {
      state.close();
      throw e;
    }
  }

  /**
   * Opens the records and the queue alone, to move them or to look at them.
   *
   * @throws StoreUnavailableException as {@link #open}
   */
  public static State openState(Path data, Clock clock) {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new StoreUnavailableException(data + " cannot be made: " + e, e);
    }
    return MvStoreState.open(data.resolve(STATE), clock);
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

  /** What was given up in this Ponte. */
  public DeadLetters deadLetters() {
    return deadLetters(state, clock);
  }

  /** What was given up in a state. */
  public static DeadLetters deadLetters(State state, Clock clock) {
    return new DeadLetters(state.queue(), List.of(SlackReading.TOPIC), clock);
  }

  /**
   * Forgets a workspace with all that anybody kept of it: the features, the platforms, and those
   * who gave up. What is still in the inbox must have been taken in before.
   */
  public void forget(WorkspaceId workspace) {
    deadLetters().discard(workspace);
    try (var everything = state.everything()) {
      everything
          .filter(Stored.Kept.class::isInstance)
          .map(stored -> ((Stored.Kept) stored).document().key().partition())
          .filter(partition -> isOf(workspace, partition.owner()))
          .filter(partition -> !partition.kind().startsWith(Directory.KINDS))
          .distinct()
          .toList()
          .forEach(records()::drop);
    }
    // The directory goes last: as long as it knows the workspace, this can be done again.
    ponte.forget(workspace);
  }

  private static boolean isOf(WorkspaceId workspace, String owner) {
    return owner.equals(workspace.value()) || owner.startsWith(workspace.value() + "/");
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

  /** Waits, for those who wait for this Ponte. */
  public Pause pause() {
    return Embedded::sleep;
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
