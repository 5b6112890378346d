package ponte.app.alike;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import ponte.app.holidays.JollydayHolidays;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.archive.InMemoryArchive;
import ponte.bot.Inbox;
import ponte.bot.Ponte;
import ponte.bot.Shift;
import ponte.bot.Workers;
import ponte.bot.Workplaces;
import ponte.directory.Directory;
import ponte.expert.Workspace;
import ponte.lucene.LuceneArchive;
import ponte.mvstore.MvStoreState;
import ponte.platform.ChatPlatform;
import ponte.platform.ReadingProgress;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;
import ponte.store.Queue;
import ponte.store.Records;

/**
 * A Ponte without a server: all features on what they keep.
 *
 * @param closing what is closed with it
 */
record Core(
    Archive archive,
    Directory directory,
    Records records,
    Queue queue,
    Ponte ponte,
    Clock clock,
    Runnable closing)
    implements AutoCloseable {

  /** One that keeps everything in memory. */
  static Core inMemory(Ponte.Rules rules, Clock clock) {
    return of(
        new InMemoryArchive(),
        new InMemoryRecords(clock),
        new InMemoryQueue(clock),
        rules,
        clock,
        () -> {});
  }

  /** One that keeps everything in a directory, in the files that the server keeps it in. */
  static Core in(Path data, Ponte.Rules rules, Clock clock) {
    var state = MvStoreState.open(data.resolve("state.mv"), clock);
    var archive =
        LuceneArchive.open(data.resolve("archive"), Workspace.NLP, Conversations.Rules.DEFAULT);
    return of(
        archive,
        state.records(),
        state.queue(),
        rules,
        clock,
        () -> {
          archive.close();
          state.close();
        });
  }

  private static Core of(
      Archive archive,
      Records records,
      Queue queue,
      Ponte.Rules rules,
      Clock clock,
      Runnable closing) {
    var directory = new Directory(records);
    var ports =
        new Ponte.Ports(
            archive,
            directory,
            records,
            queue,
            Workspace.NLP,
            ReadingProgress.NONE,
            new JollydayHolidays(),
            List.of(),
            clock);
    return new Core(archive, directory, records, queue, new Ponte(ports, rules), clock, closing);
  }

  Inbox inbox() {
    return new Inbox(queue, clock);
  }

  /** Those who work for it on a platform. */
  Shift shift(ChatPlatform platform) {
    return new Shift(
        new Workers(
            directory, archive, ponte, List.of(platform), List.of(), Workplaces.at(queue, clock)));
  }

  @Override
  public void close() {
    closing.run();
  }
}
