package ponte.slack.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ponte.conversation.Channel.Trait;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.MessageId;
import ponte.directory.Directory;
import ponte.slack.Fields;
import ponte.slack.SlackMessage;
import ponte.slack.Translation;
import tools.jackson.databind.JsonNode;

/** Translates what was said in a channel, and what Slack says there of the channel itself. */
final class Talk {

  private static final String SKIN_TONE = "::skin-tone-";

  private final Directory directory;
  private final Words words;

  Talk(Directory directory, Words words) {
    this.directory = directory;
    this.words = words;
  }

  /** What a message tells: that it was posted, changed or deleted; empty: nothing to anybody. */
  List<Event> message(Incoming incoming, ChannelId channel) {
    var message = new SlackMessage(incoming.event());
    var translation =
        new Translation(
            incoming.workspace(),
            new KnownAuthors(directory, incoming.installation()),
            words.mrkdwn(incoming.workspace()),
            "slack");
    var events = new ArrayList<Event>();
    translation.event(channel, message).ifPresent(events::add);
    trait(message)
        .map(trait -> new Event.Roster.ChannelTurned(incoming.id(), channel, trait, incoming.at()))
        .ifPresent(events::add);
    return events;
  }

  /**
   * What a notice says of its channel. That it became private is said nowhere else:
   * <https://docs.slack.dev/reference/events/message/channel_convert_to_private>.
   */
  private static Optional<Trait> trait(SlackMessage message) {
    var json = message.json();
    return switch (message.subtype()) {
      case "channel_convert_to_private" -> Optional.of(new Trait.SeenBy(Visibility.PRIVATE));
      case "channel_convert_to_public" -> Optional.of(new Trait.SeenBy(Visibility.PUBLIC));
      case "channel_topic", "group_topic" ->
          Optional.of(new Trait.About(Fields.text(json, "topic")));
      case "channel_purpose", "group_purpose" ->
          Optional.of(new Trait.MeantFor(Fields.text(json, "purpose")));
      default -> Optional.empty();
    };
  }

  /** What a reaction tells; empty where it is not to a message. */
  Optional<Event.Talk> reaction(Incoming incoming, ChannelId channel, boolean given) {
    var event = incoming.event();
    var by = incoming.person(event, "user");
    var ts = Fields.ts(event.path("item"), "ts");
    var emoji = emoji(event);
    if (by.isEmpty() || ts.isEmpty() || emoji.isEmpty()) {
      return Optional.empty();
    }
    var message = new MessageId(channel, ts.get().value());
    return Optional.of(
        given
            ? new Event.Talk.Reacted(incoming.id(), message, by.get(), emoji, incoming.at())
            : new Event.Talk.Unreacted(incoming.id(), message, by.get(), emoji, incoming.at()));
  }

  /** Reactions of all skin tones count as one. */
  private static String emoji(JsonNode event) {
    var name = Fields.text(event, "reaction");
    int tone = name.indexOf(SKIN_TONE);
    return tone < 0 ? name : name.substring(0, tone);
  }
}
