package ponte.slack.live;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ponte.conversation.Channel.Trait;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Person;
import ponte.directory.Directory;
import ponte.slack.Fields;
import ponte.slack.SlackChannel;
import ponte.slack.SlackPerson;

/** Translates what happened to people and channels. */
final class Roster {

  private final Directory directory;

  Roster(Directory directory) {
    this.directory = directory;
  }

  /** What an event tells of people and channels; empty where it tells nothing of them. */
  List<Event.Roster> of(Incoming incoming) {
    var event = incoming.event();
    return switch (incoming.type()) {
      case "team_join", "user_change" -> person(incoming);
      case "channel_created" ->
          incoming.channel(event.path("channel"), "id").stream()
              .<Event.Roster>map(channel -> created(incoming, channel))
              .toList();
      case "channel_rename", "group_rename" ->
          turned(
              incoming,
              incoming.channel(event.path("channel"), "id").stream(),
              new Trait.Named(Fields.text(event.path("channel"), "name")));
      case "channel_archive", "group_archive" ->
          turned(incoming, channel(incoming), new Trait.Archived(true));
      case "channel_unarchive", "group_unarchive" ->
          turned(incoming, channel(incoming), new Trait.Archived(false));
      case "channel_deleted", "group_deleted" ->
          channel(incoming).flatMap(channel -> deleted(incoming, channel)).toList();
      case "member_joined_channel" -> moved(incoming, true);
      case "member_left_channel" -> moved(incoming, false);
      // Told to the bot alone, and of the bot alone: from now on nobody tells it who is there.
      case "channel_left", "group_left" ->
          channel(incoming).map(channel -> unknownMembers(incoming, channel)).toList();
      case "channel_id_changed" ->
          incoming.channel(event, "old_channel_id").stream()
              .flatMap(channel -> deleted(incoming, channel))
              .toList();
      default -> List.of();
    };
  }

  private static Stream<ChannelId> channel(Incoming incoming) {
    return incoming.channel(incoming.event(), "channel").stream();
  }

  private static List<Event.Roster> turned(
      Incoming incoming, Stream<ChannelId> channels, Trait trait) {
    return channels
        .<Event.Roster>map(
            channel -> new Event.Roster.ChannelTurned(incoming.id(), channel, trait, incoming.at()))
        .toList();
  }

  private static Event.Roster created(Incoming incoming, ChannelId channel) {
    var described =
        SlackChannel.read(channel.value(), incoming.event().path("channel"), Visibility.PUBLIC);
    return new Event.Roster.ChannelChanged(
        incoming.id(), described.in(incoming.workspace()), incoming.at());
  }

  /** What was said in a deleted channel opens for nobody any more. */
  private static Stream<Event.Roster> deleted(Incoming incoming, ChannelId channel) {
    return Stream.of(
        new Event.Roster.ChannelTurned(
            incoming.id(), channel, new Trait.Archived(true), incoming.at()),
        new Event.Roster.ChannelTurned(
            incoming.id(), channel, new Trait.SeenBy(Visibility.PRIVATE), incoming.at()),
        unknownMembers(incoming, channel));
  }

  /** A private channel then opens for nobody, until its members can be read again. */
  private static Event.Roster unknownMembers(Incoming incoming, ChannelId channel) {
    return new Event.Roster.MembersListed(incoming.id(), channel, Set.of(), incoming.at());
  }

  private static List<Event.Roster> moved(Incoming incoming, boolean in) {
    return channel(incoming)
        .flatMap(
            channel ->
                incoming.person(incoming.event(), "user").stream()
                    .<Event.Roster>map(
                        person ->
                            in
                                ? new Event.Roster.Joined(
                                    incoming.id(), channel, person, incoming.at())
                                : new Event.Roster.Left(
                                    incoming.id(), channel, person, incoming.at())))
        .toList();
  }

  private List<Event.Roster> person(Incoming incoming) {
    var user = incoming.event().path("user");
    return incoming.person(user, "id").stream()
        .<Event.Roster>map(
            id -> {
              var told = SlackPerson.read(id.value(), user).in(id);
              return new Event.Roster.PersonChanged(
                  incoming.id(), withWhatIsKnown(told), incoming.at());
            })
        .toList();
  }

  /** Slack does not always tell the language and the address: then those that are known stay. */
  private Person withWhatIsKnown(Person told) {
    return directory
        .person(told.id())
        .map(
            known ->
                new Person(
                    told.id(),
                    told.name(),
                    told.handle(),
                    told.title(),
                    told.email() == null ? known.email() : told.email(),
                    told.zone(),
                    told.language() == null ? known.language() : told.language(),
                    told.standing(),
                    told.away()))
        .orElse(told);
  }
}
