package ponte.teams.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ponte.conversation.Channel.Trait;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.teams.reference.References;
import ponte.teams.reference.Team;

/**
 * Translates what happens to teams, channels and those in them,
 * <https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events>.
 *
 * <p>Who is in a team is in each of its standard channels.
 */
final class Roster {

  private final References references;
  private final Doorkeeper doorkeeper;

  Roster(References references, Doorkeeper doorkeeper) {
    this.references = references;
    this.doorkeeper = doorkeeper;
  }

  /** What an update of a conversation tells by itself; the rest is to be read from Teams. */
  List<Event.Roster> of(Incoming incoming) {
    return switch (incoming.eventType()) {
      case "teamMemberAdded", "teamMemberRemoved" ->
          moves(incoming, standardChannels(incoming), channels(incoming));
      case "channelMemberAdded", "channelMemberRemoved" ->
          moves(incoming, subject(incoming), subject(incoming));
      case "channelDeleted" -> subject(incoming).flatMap(each -> gone(incoming, each)).toList();
      case "channelRestored" -> archived(incoming, subject(incoming), false);
      case "teamArchived" -> archived(incoming, channels(incoming), true);
      case "teamUnarchived" -> archived(incoming, channels(incoming), false);
      case "teamDeleted", "teamHardDeleted" -> left(incoming);
      default -> List.of();
    };
  }

  /** Ponte is in the team no more: what was said there opens for nobody, until it is back. */
  List<Event.Roster> left(Incoming incoming) {
    return channels(incoming).flatMap(each -> gone(incoming, each)).toList();
  }

  /** Ponte is in one channel no more. */
  List<Event.Roster> closed(Incoming incoming, ChannelId channel) {
    return gone(incoming, channel).toList();
  }

  private Stream<ChannelId> subject(Incoming incoming) {
    return incoming.subject().stream();
  }

  private Stream<ChannelId> channels(Incoming incoming) {
    return incoming.team().stream().flatMap(this::channels);
  }

  private Stream<ChannelId> channels(Team team) {
    return Stream.concat(Stream.of(team.general()), references.channelsOf(team).stream())
        .distinct();
  }

  private Stream<ChannelId> standardChannels(Incoming incoming) {
    return incoming.team().stream()
        .flatMap(team -> channels(team).filter(channel -> doorkeeper.isStandard(channel, team)));
  }

  /** Who leaves a team leaves the channels that are for some of it, too. */
  private List<Event.Roster> moves(
      Incoming incoming, Stream<ChannelId> open, Stream<ChannelId> all) {
    var came = people(incoming, true).toList();
    var went = people(incoming, false).toList();
    return Stream.<Event.Roster>concat(
            open.filter(channel -> !doorkeeper.isShared(channel))
                .flatMap(channel -> came.stream().map(person -> joined(incoming, channel, person))),
            all.flatMap(channel -> went.stream().map(person -> left(incoming, channel, person))))
        .toList();
  }

  private static Event.Roster joined(Incoming incoming, ChannelId channel, PersonId person) {
    return new Event.Roster.Joined(id(incoming), channel, person, incoming.at());
  }

  private static Event.Roster left(Incoming incoming, ChannelId channel, PersonId person) {
    return new Event.Roster.Left(id(incoming), channel, person, incoming.at());
  }

  /** Those who came or went; of somebody named by Teams' own id who that is. */
  Stream<PersonId> people(Incoming incoming, boolean in) {
    return (in ? incoming.added() : incoming.removed())
        .stream()
            .filter(account -> !incoming.isBot(account))
            .flatMap(account -> incoming.person(account).stream())
            .map(person -> references.person(incoming.tenant(), person.value()).orElse(person));
  }

  private static Stream<Event.Roster> gone(Incoming incoming, ChannelId channel) {
    return Stream.of(
        new Event.Roster.ChannelTurned(
            id(incoming), channel, new Trait.Archived(true), incoming.at()),
        new Event.Roster.ChannelTurned(
            id(incoming), channel, new Trait.SeenBy(Visibility.PRIVATE), incoming.at()),
        new Event.Roster.MembersListed(id(incoming), channel, Set.of(), incoming.at()));
  }

  private static List<Event.Roster> archived(
      Incoming incoming, Stream<ChannelId> channels, boolean archived) {
    return channels
        .<Event.Roster>map(
            channel ->
                new Event.Roster.ChannelTurned(
                    id(incoming), channel, new Trait.Archived(archived), incoming.at()))
        .toList();
  }

  private static EventId id(Incoming incoming) {
    return incoming.event("update");
  }

  /** The team whose channels and people are to be read anew; empty where all is said. */
  Optional<Team> toRead(Incoming incoming) {
    return switch (incoming.eventType()) {
      case "channelCreated",
          "channelRenamed",
          "channelRestored",
          "teamRenamed",
          "teamRestored",
          "teamUnarchived" ->
          incoming.team();
      default ->
          people(incoming, false).anyMatch(Roster::isStranger) ? incoming.team() : Optional.empty();
    };
  }

  /** Whether somebody is known by Teams' own id alone: who left may be somebody we know. */
  private static boolean isStranger(PersonId person) {
    return person.value().startsWith("29:");
  }
}
