package ponte.bot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import ponte.conversation.Channel;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.platform.Progress;
import ponte.platform.Source;
import ponte.store.Codec;

/**
 * Takes in a whole workspace by the way that every event goes: people and channels first, then what
 * was said, channel by channel.
 *
 * <p>The same content has the same keys, so an import that broke off is simply run again, and one
 * that is run twice changes nothing.
 */
public final class Import {

  private static final int ROSTER_BATCH = 500;

  private final Inbox inbox;
  private Set<String> begun = new HashSet<>();

  public Import(Inbox inbox) {
    this.inbox = inbox;
  }

  /**
   * What was taken in.
   *
   * @param messages how many messages
   * @param people everybody known, of any standing
   * @param writers those of the people who wrote at least one message
   * @param isNew whether the inbox did not know all of it from the days before
   */
  public record Imported(long messages, int people, int writers, int channels, boolean isNew) {}

  /**
   * Takes in all of a source; it is durable in the inbox when this returns.
   *
   * @param progress is told the channel, and the messages done and in all
   * @throws ponte.platform.SourceUnreadableException if the source cannot be read any more
   */
  public Imported load(Source source, Progress progress) {
    var people = source.people();
    var channels = source.channels();
    boolean isNew = hearRoster(source, roster(source));
    var total = source.messages();
    var writers = new HashSet<PersonId>();
    long done = 0;
    for (var channel : channels) {
      var talk = new Talk(channel, total, done, writers, progress);
      source.history(channel.id(), talk::hear);
      done = talk.done;
      isNew |= talk.isNew;
    }
    return new Imported(done, people.size(), writers.size(), channels.size(), isNew);
  }

  /** How many of its batches are still to be taken in, whatever else is. */
  public int unfinished() {
    begun = new HashSet<>(inbox.unfinished(begun));
    return begun.size();
  }

  private boolean hear(String lane, List<? extends Event> events) {
    var key = key(lane, events);
    begun.add(key);
    return inbox.hear(lane, key, events);
  }

  /** The people and channels of a source, as they were when it was made. */
  public static List<Event.Roster> roster(Source source) {
    var at = source.asOf();
    var roster = new ArrayList<Event.Roster>();
    for (var person : source.people()) {
      roster.add(new Event.Roster.PersonChanged(id(source, "person", person.id()), person, at));
    }
    for (var channel : source.channels()) {
      roster.add(new Event.Roster.ChannelChanged(id(source, "channel", channel.id()), channel, at));
      source
          .members(channel.id())
          .map(
              members ->
                  new Event.Roster.MembersListed(
                      id(source, "members", channel.id()), channel.id(), members, at))
          .ifPresent(roster::add);
    }
    return roster;
  }

  private static EventId id(Source source, String what, Object of) {
    return new EventId("import:" + what + ":" + of + ":" + source.asOf());
  }

  private boolean hearRoster(Source source, List<Event.Roster> roster) {
    var lane = "roster/" + source.workspace();
    boolean isNew = false;
    for (int from = 0; from < roster.size(); from += ROSTER_BATCH) {
      var batch = roster.subList(from, Math.min(roster.size(), from + ROSTER_BATCH));
      isNew |= hear(lane, batch);
    }
    return isNew;
  }

  /** What was said in one channel, on its way into the inbox. */
  private final class Talk {

    private final Channel channel;
    private final long total;
    private final Set<PersonId> writers;
    private final Progress progress;
    private long done;
    private boolean isNew;

    Talk(Channel channel, long total, long done, Set<PersonId> writers, Progress progress) {
      this.channel = channel;
      this.total = total;
      this.done = done;
      this.writers = writers;
      this.progress = progress;
    }

    void hear(List<Event.Talk> events) {
      isNew |= Import.this.hear(channel.id().toString(), events);
      for (var event : events) {
        if (event instanceof Event.Talk.Posted(_, var message)) {
          done++;
          if (message.isTalk()) {
            writers.add(message.author());
          }
        }
      }
      progress.reached(channel.name(), done, total);
    }
  }

  private static String key(String lane, List<? extends Event> events) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var event : events) {
        digest.update(Codec.write(event).getBytes(StandardCharsets.UTF_8));
      }
      return "import/" + lane + "/" + HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
