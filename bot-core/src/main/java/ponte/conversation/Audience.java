package ponte.conversation;

import java.util.Set;

/**
 * For whose eyes something is: the channels they may open at this moment.
 *
 * <p>Every read of the archive asks for one, so that no reader can forget that a private channel is
 * private. {@link Directory} makes them.
 */
public record Audience(Set<ChannelId> channels) {

  /** Sees nothing. */
  public static final Audience NOBODY = new Audience(Set.of());

  public Audience {
    channels = Set.copyOf(channels);
  }

  /** Those who may see this one channel and nothing else: what is posted there uses only it. */
  public static Audience of(ChannelId channel) {
    return new Audience(Set.of(channel));
  }

  public boolean maySee(ChannelId channel) {
    return channels.contains(channel);
  }

  public boolean maySee(MessageId message) {
    return maySee(message.channel());
  }
}
