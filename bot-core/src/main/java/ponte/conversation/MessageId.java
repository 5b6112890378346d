package ponte.conversation;

import java.util.Comparator;

/**
 * Names a message; with the workspace's address it makes the permalink.
 *
 * @param value the platform's own id within the channel (Slack: its {@code ts})
 */
public record MessageId(ChannelId channel, String value) implements Comparable<MessageId> {

  private static final Comparator<MessageId> ORDER =
      Comparator.comparing(MessageId::channel).thenComparing(MessageId::value);

  public MessageId {
    Ids.requirePart("message", value);
  }

  /** Reads what {@link #toString()} wrote. */
  public static MessageId parse(String written) {
    var parts = Ids.parts(written, 3);
    return new MessageId(new ChannelId(new WorkspaceId(parts.get(0)), parts.get(1)), parts.get(2));
  }

  @Override
  public int compareTo(MessageId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return channel + "/" + value;
  }
}
