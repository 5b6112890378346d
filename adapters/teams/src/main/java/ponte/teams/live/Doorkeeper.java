package ponte.teams.live;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.directory.Directory;
import ponte.teams.Conversations;
import ponte.teams.live.ChannelKinds.Kind;
import ponte.teams.reference.Team;

/**
 * Decides where Ponte listens: in channels of teams it was added to, unless an administrator has
 * excluded them or they are shared with others than the team. In chats, of two or of more, it never
 * listens.
 */
public final class Doorkeeper {

  private final Directory directory;
  private final ChannelKinds kinds;
  private final Set<String> excluded;

  /**
   * @param excluded ids or names of channels, with or without {@code #}
   */
  public Doorkeeper(Directory directory, ChannelKinds kinds, Set<String> excluded) {
    this.directory = directory;
    this.kinds = kinds;
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
    Kind.of(incoming.channelType())
        .ifPresent(kind -> note(incoming.subject().orElseGet(incoming::channel), kind));
    return isShared(incoming.channel());
  }

  /**
   * Takes note of what kind of channel it is; a channel never becomes wider than it was.
   *
   * @return whether it is news
   */
  public boolean note(ChannelId channel, Kind kind) {
    return kinds.note(channel, kind);
  }

  public boolean isShared(ChannelId channel) {
    return kinds.kind(channel).filter(Kind.SHARED::equals).isPresent();
  }

  /** Whether a channel is for some of its team alone. */
  public boolean isPrivate(ChannelId channel) {
    return kinds.kind(channel).filter(Kind.PRIVATE::equals).isPresent();
  }

  /**
   * Whether a channel is for all members of its team: because that was said, or because it is the
   * one that each team has from its beginning. A channel of which nobody said it is not.
   */
  public boolean isStandard(ChannelId channel, Team team) {
    return kinds
        .kind(channel)
        .map(Kind.STANDARD::equals)
        .orElseGet(() -> channel.equals(team.general()));
  }

  public boolean isExcluded(ChannelId channel) {
    return excluded.contains(folded(channel.value()))
        || name(channel).filter(excluded::contains).isPresent();
  }

  /** Whether nobody can say yet if a channel is excluded: by its name, which is not known. */
  public boolean awaitsName(ChannelId channel) {
    return directory.awaitsName(channel)
        || !excluded.isEmpty() && !isExcluded(channel) && name(channel).isEmpty();
  }

  private Optional<String> name(ChannelId channel) {
    return directory.channel(channel).map(Channel::name).map(Doorkeeper::folded);
  }

  private static String folded(String channel) {
    var name = channel.strip();
    return (name.startsWith("#") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
  }
}
