package ponte.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ponte.archive.Archive;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.directory.Directory;
import ponte.feed.Feeds;
import ponte.home.Forgetting;
import ponte.store.Codec;
import ponte.store.Lease;

/**
 * Takes what was heard into the directory and the archive; of people who were forgotten nothing but
 * that they are there.
 */
final class Hearing implements Handler {

  /** So many that a durable write of the archive, which is dear, costs each of them little. */
  private static final int BATCH = 256;

  /**
   * So long after it was said something is found at the latest, where no more comes than is read.
   */
  private static final Duration GATHERING = Duration.ofMillis(100);

  private final Joining joining;
  private final Directory directory;
  private final Archive archive;
  private final Preferences preferences;
  private final Sweep sweep;
  private final Sweeps sweeps;
  private final Lately lately;
  private final Feeds feeds;
  private final Consumer<List<Event.Talk>> then;

  /**
   * @param then is told what is in the archive now, once more where somebody dies before it is done
   */
  Hearing(
      Joining joining,
      Directory directory,
      Archive archive,
      Preferences preferences,
      Sweep sweep,
      Sweeps sweeps,
      Lately lately,
      Feeds feeds,
      Consumer<List<Event.Talk>> then) {
    this.joining = joining;
    this.directory = directory;
    this.archive = archive;
    this.preferences = preferences;
    this.sweep = sweep;
    this.sweeps = sweeps;
    this.lately = lately;
    this.feeds = feeds;
    this.then = then;
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public Duration gathering() {
    return GATHERING;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var talk = new ArrayList<Event.Talk>();
    var roster = new ArrayList<Event.Roster>();
    for (var lease : leases) {
      for (var event : Codec.read(lease.entry().payload(), Inbox.Envelope.class).events()) {
        switch (event) {
          case Event.Talk said -> talk.add(said);
          case Event.Roster change -> roster.add(asKept(change));
          case Event.Request request ->
              throw new IllegalArgumentException(
                  "request " + request.id() + " among what was heard");
        }
      }
    }
    joining.takeIn(roster);
    lookAfter(roster);
    endFeeds(roster);
    talk.removeIf(said -> isOfSomebodyForgotten(said) || mayNotBeKept(said));
    if (!talk.isEmpty()) {
      archive.apply(talk);
      lately.heard(talk);
      then.accept(talk);
    }
    return DONE;
  }

  /** A channel may have got a name by which Ponte is not to hear there. */
  private void lookAfter(List<Event.Roster> roster) {
    var isToBeCleared =
        roster.stream()
            .flatMap(change -> channel(change).stream())
            .distinct()
            .filter(channel -> !directory.hears(channel))
            .anyMatch(
                channel ->
                    !archive.before(channel, Instant.MAX, 1, Audience.of(channel)).isEmpty());
    if (isToBeCleared) {
      sweeps.now();
    }
  }

  /** What was everybody's once is not when it is so again: others have talked there meanwhile. */
  private void endFeeds(List<Event.Roster> roster) {
    roster.stream()
        .filter(this::closes)
        .flatMap(change -> channel(change).stream())
        .distinct()
        .forEach(feeds::end);
  }

  /** Whether a channel is not everybody's by this change, or is not by now. */
  private boolean closes(Event.Roster change) {
    return switch (change) {
          case Event.Roster.ChannelChanged(_, var channel, _) -> !channel.isPublic();
          case Event.Roster.ChannelTurned(_, _, var trait, _) ->
              trait instanceof Channel.Trait.SeenBy(var who) && who != Channel.Visibility.PUBLIC;
          case Event.Roster.PersonChanged _,
              Event.Roster.MembersListed _,
              Event.Roster.Joined _,
              Event.Roster.Left _ ->
              false;
        }
        || channel(change).flatMap(directory::channel).filter(now -> !now.isPublic()).isPresent();
  }

  private static Optional<ChannelId> channel(Event.Roster change) {
    return switch (change) {
      case Event.Roster.ChannelChanged(_, var channel, _) -> Optional.of(channel.id());
      case Event.Roster.ChannelTurned(_, var channel, _, _) -> Optional.of(channel);
      case Event.Roster.PersonChanged _,
          Event.Roster.MembersListed _,
          Event.Roster.Joined _,
          Event.Roster.Left _ ->
          Optional.empty();
    };
  }

  private boolean mayNotBeKept(Event.Talk said) {
    var at =
        switch (said) {
          case Event.Talk.Posted posted -> posted.content().at();
          case Event.Talk.Edited edited -> edited.content().at();
          case Event.Talk.Reacted _, Event.Talk.Deleted _, Event.Talk.Unreacted _ -> said.at();
        };
    return sweep.mayNotKeep(said.message(), at);
  }

  private boolean isOfSomebodyForgotten(Event.Talk said) {
    return switch (said) {
      case Event.Talk.Posted posted -> preferences.isForgotten(posted.content().author());
      case Event.Talk.Edited edited -> preferences.isForgotten(edited.content().author());
      case Event.Talk.Reacted reacted -> preferences.isForgotten(reacted.by());
      case Event.Talk.Deleted _, Event.Talk.Unreacted _ -> false;
    };
  }

  private Event.Roster asKept(Event.Roster change) {
    return change instanceof Event.Roster.PersonChanged(var id, var person, var at)
            && preferences.isForgotten(person.id())
        ? new Event.Roster.PersonChanged(id, Forgetting.stub(person), at)
        : change;
  }
}
