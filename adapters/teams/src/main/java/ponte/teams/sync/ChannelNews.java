package ponte.teams.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ponte.bot.Inbox;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Trait;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.teams.Conversations;

/** Tells what an errand found out about teams; of channels that are known, only what is news. */
final class ChannelNews {

  private final Inbox inbox;
  private final Directory directory;
  private final Clock clock;

  ChannelNews(Inbox inbox, Directory directory, Clock clock) {
    this.inbox = inbox;
    this.directory = directory;
    this.clock = clock;
  }

  void tell(TeamsErrand errand, List<Event.Roster> events) {
    tell(errand, "", events);
  }

  /**
   * @param what tells it from the other news of the same errand
   */
  private void tell(TeamsErrand errand, String what, List<Event.Roster> events) {
    inbox.hear("roster/" + errand.tenant(), Conversations.TEAMS + what + errand.key(), events);
  }

  static EventId event(TeamsErrand errand, String of) {
    return new EventId(Conversations.TEAMS + errand.key() + ":" + of);
  }

  /**
   * A channel as it was found: all of it where it is not known, else what differs.
   *
   * @param asked before it was asked for
   */
  Stream<Event.Roster> found(TeamsErrand errand, Instant asked, Channel found, Trait... traits) {
    return directory.channel(found.id()).isPresent()
        ? turned(errand, asked, found.id(), traits)
        : Stream.of(
            new Event.Roster.ChannelChanged(event(errand, found.id().value()), found, asked));
  }

  /**
   * What of this is news of a channel; of one that is not known, all.
   *
   * @param asked before it was asked for: what was closed since then does not open by it
   */
  Stream<Event.Roster> turned(
      TeamsErrand errand, Instant asked, ChannelId channel, Trait... traits) {
    var known = directory.channel(channel);
    return Stream.of(traits)
        .filter(trait -> known.filter(each -> each.with(trait).equals(each)).isEmpty())
        .map(
            trait ->
                new Event.Roster.ChannelTurned(
                    event(errand, trait.getClass().getSimpleName() + "/" + channel.value()),
                    channel,
                    trait,
                    opens(trait) ? asked : clock.instant()));
  }

  private static boolean opens(Trait trait) {
    return switch (trait) {
      case Trait.SeenBy(var visibility) -> visibility == Visibility.PUBLIC;
      case Trait.Archived(var archived) -> !archived;
      case Trait.Named _, Trait.About _, Trait.MeantFor _ -> false;
    };
  }

  /** Those who are in a channel, all of them, as of the moment before they were asked for. */
  Event.Roster listed(TeamsErrand errand, ChannelId channel, Set<PersonId> members, Instant at) {
    return new Event.Roster.MembersListed(
        event(errand, "members/" + channel.value()), channel, members, at);
  }

  /** Nobody can say any more who may open these: nobody may. */
  void close(TeamsErrand errand, Stream<ChannelId> channels) {
    tell(
        errand,
        "closed/",
        channels
            .filter(this::isOpenToAnybody)
            .flatMap(
                channel ->
                    Stream.concat(
                        turned(
                            errand, clock.instant(), channel, new Trait.SeenBy(Visibility.PRIVATE)),
                        Stream.of(listed(errand, channel, Set.of(), clock.instant()))))
            .toList());
  }

  private boolean isOpenToAnybody(ChannelId channel) {
    return directory.channel(channel).filter(Channel::isPublic).isPresent()
        || !directory.members(channel).isEmpty();
  }
}
