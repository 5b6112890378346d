package ponte.app.alike;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import ponte.app.holidays.JollydayHolidays;
import ponte.archive.Archive;
import ponte.archive.Conversations;
import ponte.archive.InMemoryArchive;
import ponte.bot.Inbox;
import ponte.bot.Ponte;
import ponte.bot.Workers;
import ponte.bot.Workplaces;
import ponte.conversation.Event;
import ponte.conversation.EventId;
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
public record Core(
    Archive archive,
    Directory directory,
    Records records,
    Queue queue,
    Ponte ponte,
    Clock clock,
    Runnable closing)
    implements AutoCloseable {

  /** One that keeps everything in memory. */
  public static Core inMemory(Ponte.Rules rules, Clock clock) {
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

  /** Those who work for it on platforms. */
  public Workers workers(List<ChatPlatform> platforms) {
    return new Workers(
        directory, archive, ponte, platforms, List.of(), Workplaces.at(queue, clock));
  }

  /** Gets to know all who are in a workspace, and its channels. */
  public void meets(Office office) {
    var roster = new ArrayList<Event.Roster>();
    for (var person : office.people()) {
      roster.add(
          new Event.Roster.PersonChanged(new EventId("is " + person.id()), person, office.begin()));
    }
    for (var channel : office.channels()) {
      var members = office.members(channel.id()).orElseThrow();
      roster.add(
          new Event.Roster.ChannelChanged(
              new EventId("channel " + channel.id()), channel, office.begin()));
      roster.add(
          new Event.Roster.MembersListed(
              new EventId("members " + channel.id()), channel.id(), members, office.begin()));
    }
    directory.apply(roster);
  }

  @Override
  public void close() {
    closing.run();
  }
}
