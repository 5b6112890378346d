package ponte.teams.live;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.directory.Directory;
import ponte.teams.Conversations;

/**
 * Decides where Ponte listens: in channels of teams it was added to, unless an administrator has
 * excluded them or they are shared with others than the team. In chats, of two or of more, it never
 * listens.
 */
public final class Doorkeeper {

  private final Directory directory;
  private final NarrowChannels narrow;
  private final Set<String> excluded;

  /**
   * @param excluded ids or names of channels, with or without {@code #}
   */
  public Doorkeeper(Directory directory, NarrowChannels narrow, Set<String> excluded) {
    this.directory = directory;
    this.narrow = narrow;
    this.excluded = excluded.stream().map(Doorkeeper::folded).collect(Collectors.toSet());
  }

  /** Whether what happened in the activity's conversation is to be kept. */
  boolean listens(Incoming incoming) {
    return incoming.kind().filter(Conversations.Kind.CHANNEL::equals).isPresent()
        && incoming.team().isPresent()
        && !isShared(incoming)
        && !isExcluded(incoming.channel());
  }

  /** Whether others than its team read the activity's channel, as it says or as is known. */
  boolean isShared(Incoming incoming) {
    if (!incoming.channelType().isEmpty()) {
      narrow.note(incoming.subject().orElseGet(incoming::channel), incoming.channelType());
    }
    return isShared(incoming.channel());
  }

  /**
   * Takes note of what kind of channel it is, {@code private} or {@code shared}; a channel never
   * becomes wider than it was.
   */
  public void note(ChannelId channel, String channelType) {
    narrow.note(channel, channelType);
  }

  public boolean isShared(ChannelId channel) {
    return narrow.kind(channel).filter(NarrowChannels.Kind.SHARED::equals).isPresent();
  }

  /** Whether a channel is for all members of its team, as far as is known. */
  public boolean isStandard(ChannelId channel) {
    return narrow.kind(channel).isEmpty();
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

  private static String folded(String channel) {
    var name = channel.strip();
    return (name.startsWith("#") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
  }
}
