package ponte.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ponte.app.backup.Backups;
import ponte.app.backup.Restoring;
import ponte.app.holidays.JollydayHolidays;
import ponte.app.move.Moves;
import ponte.app.observation.Observation;
import ponte.app.storage.ArchiveStorage;
import ponte.app.storage.OpenStorage;
import ponte.app.storage.ReplicaName;
import ponte.app.storage.Storage;
import ponte.archive.Archive;
import ponte.archive.TwoArchives;
import ponte.bot.Bot;
import ponte.bot.DeadLetters;
import ponte.bot.Inbox;
import ponte.bot.Listening;
import ponte.bot.Pause;
import ponte.bot.Ponte;
import ponte.bot.Witness;
import ponte.bot.Workers;
import ponte.bot.Workplace;
import ponte.conversation.WorkspaceId;
import ponte.digest.Rewriter;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.expert.Experts;
import ponte.history.HistoryProgress;
import ponte.lucene.LuceneArchive;
import ponte.nlp.Nlp;
import ponte.platform.ChatPlatform;
import ponte.platform.WhoIsWho;
import ponte.slack.sync.SlackReading;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.State;
import ponte.store.StoreUnavailableException;
import ponte.store.Stored;
import ponte.teams.live.TeamsKeeper;
import ponte.teams.sync.TeamsReading;
import ponte.web.ChatChronicle;
import ponte.web.Chats;

/**
 * One running Ponte, put together on its storage: its archive and whatever else is its own lie in
 * one directory; its state lies there, too, or where other replicas have theirs.
 *
 * <p>The server, the command line and the benchmarks all are put together here.
 */
public final class Replica implements AutoCloseable {

  private final Path data;
  private final Settings settings;
  private final Clock clock;
  private final Nlp nlp;
  private final OpenStorage storage;
  private final ReplicaName name;
  private final Archive archive;
  private final Directory directory;
  private final Inbox inbox;
  private final Ponte ponte;
  private final Queue queue;
  private final Witness witness;
  private final Rewriter rewriter;

  private Replica(
      Path data,
      Settings settings,
      Observation observation,
      Nlp nlp,
      OpenStorage storage,
      ReplicaName name,
      Archive archive) {
    this.data = data;
    this.settings = settings;
    this.clock = storage.clock();
    this.nlp = nlp;
    this.storage = storage;
    this.name = name;
    this.archive = archive;
    var state = storage.state();
    this.directory = new Directory(state.records(), settings.channels());
    this.queue = observation.queue().apply(state.queue());
    this.witness = observation.witness();
    this.inbox = new Inbox(queue, clock);
    this.rewriter = settings.rewriter().rewriter(clock);
    var chats = new Chats(state.records(), clock);
    this.ponte =
        new Ponte(
            new Ponte.Ports(
                archive,
                directory,
                state.records(),
                queue,
                nlp,
                new HistoryProgress(state.records()),
                new JollydayHolidays(),
                List.of(
                    chats::forget,
                    new TeamsKeeper(state.records(), clock),
                    person -> deadLetters().forget(person)),
                new ChatChronicle(chats, directory),
                witness,
                clock),
            settings.rules(),
            rewriter);
  }

  /**
   * Opens the storage that the settings name, and the directory, which is made where there is none.
   * A store that is shared may be away at that moment.
   *
   * @throws StoreUnavailableException if another Ponte has the directory open, or it cannot be made
   *     or read
   */
  public static Replica open(Path data, Settings settings, Clock clock) {
    return open(data, settings, _ -> Observation.NONE, clock, settings.archive()::open);
  }

  /**
   * Opens it as {@link #open(Path, Settings, Clock)} does, for a server: an archive that is shared
   * may be away at that moment, too.
   *
   * @param observing who looks on, by the clock that the state goes by
   */
  static Replica open(
      Path data, Settings settings, Function<Clock, Observation> observing, Clock clock) {
    return open(data, settings, observing, clock, settings.archive()::openPatiently);
  }

  private interface ArchiveOpening {
    Archive in(Path data, Nlp nlp, Clock clock);
  }

  private static Replica open(
      Path data,
      Settings settings,
      Function<Clock, Observation> observing,
      Clock clock,
      ArchiveOpening opening) {
    made(data);
    var nlp = Nlp.shared();
    var storage = settings.storage().open(data, clock, Moves::requireWhole);
    try {
      var name = ReplicaName.in(data);
      var archive = opening.in(data, nlp, storage.clock());
      var observation = observing.apply(storage.clock());
      return new Replica(data, settings, observation, nlp, storage, name, archive);
    } catch (RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  /**
   * Opens the records and the queue alone, to move them or to look at them. The directory is made
   * only if they lie there.
   *
   * @throws StoreUnavailableException as {@link #open}
   */
  public static State openState(Path data, Settings settings, Clock clock) {
    if (settings.storage() instanceof Storage.Embedded) {
      made(data);
    } else {
      Restoring.requireNoneBegun(data);
    }
    return settings.storage().open(data, clock, _ -> {}).state();
  }

  private static void made(Path data) {
    Restoring.requireNoneBegun(data);
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new StoreUnavailableException(data + " cannot be made: " + e, e);
    }
  }

  /** The one that lies in the data directory, read or only written to; null: none does. */
  static @Nullable LuceneArchive embedded(Archive archive) {
    return switch (archive) {
      case LuceneArchive here -> here;
      case TwoArchives two -> {
        var first = embedded(two.first());
        yield first == null ? embedded(two.second()) : first;
      }
      default -> null;
    };
  }

  /** The clock that its state goes by. */
  public Clock clock() {
    return clock;
  }

  public Nlp nlp() {
    return nlp;
  }

  public Records records() {
    return storage.state().records();
  }

  public Queue queue() {
    return queue;
  }

  /** Since when its store has been away; empty: it is there, as far as anybody knows. */
  public Optional<Instant> awaySince() {
    return storage.state().awaySince();
  }

  OpenStorage storage() {
    return storage;
  }

  ReplicaName name() {
    return name;
  }

  public Archive archive() {
    return archive;
  }

  /** Who says in other words what digests quote. */
  public Rewriter rewriter() {
    return rewriter;
  }

  /** Whether other replicas may read the same archive. */
  boolean sharesArchive() {
    return settings.archive().kind() == ArchiveStorage.Kind.OPENSEARCH;
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

  /** Who may do more than everybody. */
  public Roles roles() {
    return settings.rules().roles();
  }

  /** Where its workers take their work from. */
  public Workplace workplace() {
    return new Workplace(
        queue,
        settings.lease(),
        clock,
        System::nanoTime,
        new SplittableRandom(),
        Thread::sleep,
        witness);
  }

  /** Those who work for this Ponte, on platforms; not yet at work. */
  public Workers workers(List<ChatPlatform> platforms, List<WhoIsWho> whoIsWho) {
    return new Workers(directory, archive, ponte, platforms, whoIsWho, workplace());
  }

  /** One who only takes in what is heard; not yet at work. */
  public Listening listening() {
    return new Listening(directory, archive, ponte, workplace());
  }

  /** What was given up in this Ponte. */
  public DeadLetters deadLetters() {
    return deadLetters(queue());
  }

  /** What was given up in a queue. */
  public static DeadLetters deadLetters(Queue queue) {
    return new DeadLetters(queue, List.of(SlackReading.TOPIC, TeamsReading.TOPIC));
  }

  /**
   * Forgets a workspace with all that anybody kept of it: the features, the platforms, those who
   * gave up, and what was about to be answered or said. What is still in the inbox must have been
   * taken in before; what is planned for later comes to nothing when its time comes.
   */
  public void forget(WorkspaceId workspace) {
    deadLetters().discard(workspace);
    withdraw(workspace);
    try (var everything = storage.state().everything()) {
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

  private void withdraw(WorkspaceId workspace) {
    try (var everything = storage.state().everything()) {
      everything
          .filter(Stored.Waiting.class::isInstance)
          .map(stored -> ((Stored.Waiting) stored).entry())
          .filter(entry -> DeadLetters.isOf(workspace, entry))
          .toList()
          .forEach(
              entry ->
                  queue()
                      .lease(entry.topic(), entry.key(), settings.lease())
                      .ifPresent(lease -> queue().done(List.of(lease))));
    }
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
    return new UnfinishedImports(records(), name);
  }

  /**
   * How many imports of the replica in a directory, and of replicas that are there no more, were
   * broken off, the demo's not counted.
   */
  public static int brokenImports(Path data, Records records) {
    var name = ReplicaName.isIn(data) ? ReplicaName.in(data) : new ReplicaName("none");
    var unfinished = new UnfinishedImports(records, name);
    return unfinished.exports().size() + unfinished.lost().size();
  }

  /** The files that come through the browser. */
  Uploads uploads() {
    return new Uploads(data);
  }

  /** Loads exports, while somebody is listening. */
  public ExportLoader exportLoader() {
    return new ExportLoader(inbox, demo(), uploads(), unfinishedImports(), pause());
  }

  /** Copies what lies in its directory, while it is at work. */
  public Backups backups() {
    return new Backups(data, storage.copying(), embedded(archive), clock);
  }

  /** Waits, for those who wait for this Ponte. */
  public Pause pause() {
    return Thread::sleep;
  }

  @Override
  public void close() {
    ponte.stop();
    try {
      archive.close();
    } finally {
      storage.close();
    }
  }
}
