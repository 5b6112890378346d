package ponte.app.alike;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import ponte.app.Replica;
import ponte.app.Settings;
import ponte.app.holidays.JollydayHolidays;
import ponte.app.rewriting.RewriterProperties;
import ponte.app.storage.Storage;
import ponte.archive.Archive;
import ponte.archive.InMemoryArchive;
import ponte.bot.Inbox;
import ponte.bot.Ponte;
import ponte.bot.Shift;
import ponte.bot.Workers;
import ponte.bot.Workplaces;
import ponte.directory.ChannelRules;
import ponte.directory.Directory;
import ponte.expert.Workspace;
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
    var archive = new InMemoryArchive();
    var records = new InMemoryRecords(clock);
    var queue = new InMemoryQueue(clock);
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
    return new Core(archive, directory, records, queue, new Ponte(ports, rules), clock, () -> {});
  }

  /** One that keeps everything in a directory, as the server does. */
  static Core in(Path data, Ponte.Rules rules, Clock clock) {
    var settings =
        new Settings(
            rules,
            ChannelRules.ALL,
            new Storage.Embedded(),
            Duration.ofMinutes(2),
            new RewriterProperties(null, "default", null, Duration.ofSeconds(8), 4));
    var replica = Replica.open(data, settings, clock);
    return new Core(
        replica.archive(),
        replica.directory(),
        replica.records(),
        replica.queue(),
        replica.ponte(),
        clock,
        replica::close);
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
