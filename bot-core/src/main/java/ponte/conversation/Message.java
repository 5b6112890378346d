package ponte.conversation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message in a channel, in its latest version.
 *
 * @param at when it was posted
 * @param thread the message that started the thread this one replies in; null where it stands in
 *     the channel itself (and may have started a thread)
 * @param version when this version came to be: {@code at}, or the time of the last edit
 * @param files names of the files shared with it
 */
public record Message(
    MessageId id,
    PersonId author,
    Kind kind,
    Instant at,
    @Nullable MessageId thread,
    RichText text,
    List<String> files,
    List<Reaction> reactions,
    Instant version) {

  /** The order of a channel: by time, then by id. */
  public static final Comparator<Message> IN_ORDER =
      Comparator.comparing(Message::at).thenComparing(Message::id);

  /** Who speaks in a message. */
  public enum Kind {
    /** A person. */
    TALK,
    /** A program. */
    BOT,
    /** The platform itself: somebody joined, a topic was set. */
    NOTICE
  }

  /** A reaction and those who gave it. */
  public record Reaction(String emoji, Set<PersonId> people) {

    public Reaction {
      people = Set.copyOf(people);
    }
  }

  public Message {
    files = List.copyOf(files);
    reactions = List.copyOf(reactions);
    if (version.isBefore(at)) {
      throw new IllegalArgumentException("version " + version + " is before the post at " + at);
    }
    if (thread != null && !thread.channel().equals(id.channel())) {
      throw new IllegalArgumentException("thread " + thread + " lies in another channel");
    }
  }

  public ChannelId channel() {
    return id.channel();
  }

  /** Whether a person, and not a program or the platform, said this. */
  public boolean isTalk() {
    return kind == Kind.TALK;
  }

  /** Whether it was changed after it was posted. */
  public boolean edited() {
    return version.isAfter(at);
  }

  /** The message that opens the thread this one is in: itself, where it is no reply. */
  public MessageId threadOrSelf() {
    return thread == null ? id : thread;
  }

  /** The same message in other words. */
  public Message saying(RichText words) {
    return new Message(id, author, kind, at, thread, words, files, reactions, version);
  }

  /** The same message with other reactions. */
  public Message with(List<Reaction> others) {
    return new Message(id, author, kind, at, thread, text, files, others, version);
  }
}
