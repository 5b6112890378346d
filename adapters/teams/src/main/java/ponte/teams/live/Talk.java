package ponte.teams.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.teams.Conversations;
import ponte.teams.html.Reactions;

/** Translates what was said in a channel. */
final class Talk {

  private final Wording wording;

  Talk(Wording wording) {
    this.wording = wording;
  }

  /** A message was posted. */
  Optional<Event.Talk> posted(Incoming incoming) {
    return message(incoming, null)
        .map(message -> new Event.Talk.Posted(id(message.id(), message.version()), message));
  }

  /** A message was changed, or is there again after it had been deleted. */
  Optional<Event.Talk> changed(Incoming incoming) {
    return message(incoming, incoming.at())
        .map(message -> new Event.Talk.Edited(id(message.id(), message.version()), message));
  }

  /** A message was taken back. */
  Optional<Event.Talk> deleted(Incoming incoming) {
    return messageId(incoming, incoming.id())
        .map(id -> new Event.Talk.Deleted(id(id, incoming.at()), id, incoming.at()));
  }

  /** Reactions were given or taken back. */
  List<Event.Talk> reactions(Incoming incoming) {
    var by = incoming.person();
    var message = messageId(incoming, incoming.replyTo());
    if (by.isEmpty() || message.isEmpty()) {
      return List.of();
    }
    var id = incoming.event("reaction");
    return Stream.<Event.Talk>concat(
            incoming.reactionsAdded().stream()
                .map(
                    reaction ->
                        new Event.Talk.Reacted(
                            id, message.get(), by.get(), name(reaction.getType()), incoming.at())),
            incoming.reactionsRemoved().stream()
                .map(
                    reaction ->
                        new Event.Talk.Unreacted(
                            id, message.get(), by.get(), name(reaction.getType()), incoming.at())))
        .toList();
  }

  private static String name(@Nullable String type) {
    return Reactions.name(type == null ? "" : type);
  }

  /**
   * @param changed when; null: it is as it was posted
   */
  private Optional<Message> message(Incoming incoming, @Nullable Instant changed) {
    var author = incoming.author();
    var id = messageId(incoming, incoming.id());
    if (author.isEmpty() || id.isEmpty()) {
      return Optional.empty();
    }
    var at = at(incoming);
    return Optional.of(
        new Message(
            id.get(),
            author.get(),
            incoming.isFromProgram() ? Message.Kind.BOT : Message.Kind.TALK,
            at,
            thread(incoming, id.get()),
            wording.of(incoming),
            Wording.files(incoming),
            List.of(),
            changed != null && changed.isAfter(at) ? changed : at));
  }

  private static Optional<MessageId> messageId(Incoming incoming, String id) {
    return Incoming.isId(id)
        ? Optional.of(new MessageId(incoming.channel(), id))
        : Optional.empty();
  }

  private static @Nullable MessageId thread(Incoming incoming, MessageId self) {
    var root = incoming.root();
    return root == null || root.equals(self) ? null : root;
  }

  /**
   * A channel's message is named by the millisecond in which it was posted, which Microsoft Graph
   * gives as {@code createdDateTime}: so the same message is of the same time, whoever tells of it.
   */
  private static Instant at(Incoming incoming) {
    return incoming.id().matches("\\d{12,14}")
        ? Instant.ofEpochMilli(Long.parseLong(incoming.id()))
        : incoming.at();
  }

  private static EventId id(MessageId message, Instant version) {
    return new EventId(Conversations.TEAMS + message + ":" + version);
  }
}
