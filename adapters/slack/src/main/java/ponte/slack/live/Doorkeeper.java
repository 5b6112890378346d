package ponte.slack.live;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.directory.Directory;
import ponte.slack.Fields;

/**
 * Decides in which channels Ponte listens: those it was invited to, unless an administrator has
 * excluded them or people of other organisations read them. Slack tells a bot only of channels that
 * it is in. In direct messages, of two or of more, it never listens.
 */
public final class Doorkeeper {

  private static final Set<String> CHANNELS = Set.of("channel", "group");

  private final Directory directory;
  private final SharedChannels shared;
  private final Set<String> excluded;

  /**
   * @param excluded ids or names of channels, with or without {@code #}
   */
  public Doorkeeper(Directory directory, SharedChannels shared, Set<String> excluded) {
    this.directory = directory;
    this.shared = shared;
    this.excluded = excluded.stream().map(Doorkeeper::folded).collect(Collectors.toSet());
  }

  /** Whether what happened in a channel is to be kept. */
  boolean listens(ChannelId channel, Incoming incoming) {
    return isChannel(channel, incoming) && !isShared(channel, incoming) && !isExcluded(channel);
  }

  /** Whether people of other organisations read a channel, as the event says or as is known. */
  boolean isShared(ChannelId channel, Incoming incoming) {
    var told = incoming.isShared();
    if (told == null) {
      return shared.isShared(channel);
    }
    // What an event says is of the moment it happened; it may come late.
    shared.note(channel, told, incoming.at());
    return told || shared.isShared(channel);
  }

  public boolean isShared(ChannelId channel) {
    return shared.isShared(channel);
  }

  public boolean isExcluded(ChannelId channel) {
    return excluded.contains(folded(channel.value()))
        || directory
            .channel(channel)
            .map(Channel::name)
            .map(Doorkeeper::folded)
            .filter(excluded::contains)
            .isPresent();
  }

  /** Where an event does not say what it happened in, only what the directory has is a channel. */
  private boolean isChannel(ChannelId channel, Incoming incoming) {
    if (Incoming.isDirect(channel.value())) {
      return false;
    }
    var kind = Fields.text(incoming.event(), "channel_type");
    return kind.isEmpty() ? directory.channel(channel).isPresent() : CHANNELS.contains(kind);
  }

  private static String folded(String channel) {
    var name = channel.strip();
    return (name.startsWith("#") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
  }
}
