package ponte.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.WorkspaceId;

/** Makes the messages and events of a channel for tests: times are minutes of one morning. */
public record Chat(ChannelId channel) {

  public static final WorkspaceId WORKSPACE = new WorkspaceId("T1");
  public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  public static Chat in(String channel) {
    return new Chat(new ChannelId(WORKSPACE, channel));
  }

  public static PersonId person(String name) {
    return new PersonId(WORKSPACE, name);
  }

  public static Instant minute(double minute) {
    return START.plus(Duration.ofMillis((long) (minute * 60_000)));
  }

  public Audience audience() {
    return Audience.of(channel);
  }

  public MessageId id(double minute) {
    return new MessageId(channel, String.valueOf(minute(minute).toEpochMilli()));
  }

  /** What a person writes in the channel; {@code @name} at the start speaks to somebody. */
  public Message says(double minute, String author, String text) {
    return message(minute, author, Message.Kind.TALK, null, text);
  }

  /** What a person writes in the thread of the message of another minute. */
  public Message replies(double minute, double root, String author, String text) {
    return message(minute, author, Message.Kind.TALK, id(root), text);
  }

  public Message message(
      double minute,
      String author,
      Message.Kind kind,
      @org.jspecify.annotations.Nullable MessageId thread,
      String text) {
    return new Message(
        id(minute),
        person(author),
        kind,
        minute(minute),
        thread,
        text(text),
        List.of(),
        List.of(),
        minute(minute));
  }

  public Talk posts(double minute, String author, String text) {
    return posted(says(minute, author, text));
  }

  public static Talk posted(Message message) {
    return new Talk.Posted(new EventId("post " + message.id()), message);
  }

  /** The message with another text from another minute on. */
  public static Talk edited(Message message, double minute, String text) {
    var after =
        new Message(
            message.id(),
            message.author(),
            message.kind(),
            message.at(),
            message.thread(),
            text(text),
            message.files(),
            List.of(),
            minute(minute));
    return new Talk.Edited(new EventId("edit " + message.id() + " at " + minute), after);
  }

  public static Talk deleted(MessageId message, double minute) {
    return new Talk.Deleted(
        new EventId("delete " + message + " at " + minute), message, minute(minute));
  }

  public static Talk reacted(MessageId message, double minute, String by, String emoji) {
    return new Talk.Reacted(
        new EventId("react " + message + by + emoji + minute),
        message,
        person(by),
        emoji,
        minute(minute));
  }

  public static Talk unreacted(MessageId message, double minute, String by, String emoji) {
    return new Talk.Unreacted(
        new EventId("unreact " + message + by + emoji + minute),
        message,
        person(by),
        emoji,
        minute(minute));
  }

  public static Message.Reaction reaction(String emoji, String... people) {
    return new Message.Reaction(
        emoji,
        Set.of(people).stream().map(Chat::person).collect(java.util.stream.Collectors.toSet()));
  }

  private static RichText text(String text) {
    if (!text.startsWith("@")) {
      return RichText.plain(text);
    }
    var end = text.indexOf(' ');
    return RichText.of(
        new Span.Mention(person(text.substring(1, end))), new Span.Plain(text.substring(end)));
  }
}
