package ponte.directory;

import java.util.Set;
import java.util.stream.Collectors;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;

/**
 * In which channels Ponte hears, as an administrator has set it. What is said in any other is for
 * nobody: it is not kept, and is not shown even where it was kept before.
 *
 * @param allowed only these; none: all
 * @param denied not these, even where they are among the allowed ones
 */
public record ChannelRules(Set<ChannelPattern> allowed, Set<ChannelPattern> denied) {

  /** In all to which it is invited. */
  public static final ChannelRules ALL = new ChannelRules(Set.of(), Set.of());

  public ChannelRules {
    allowed = Set.copyOf(allowed);
    denied = Set.copyOf(denied);
  }

  /** The rules as they are written, see {@link ChannelPattern}. */
  public static ChannelRules of(Set<String> allowed, Set<String> denied) {
    return new ChannelRules(patterns(allowed), patterns(denied));
  }

  private static Set<ChannelPattern> patterns(Set<String> written) {
    return written.stream()
        .filter(each -> !each.isBlank())
        .map(ChannelPattern::new)
        .collect(Collectors.toSet());
  }

  public boolean hears(Channel channel) {
    return hears(channel.id(), channel.name());
  }

  /**
   * Whether Ponte hears in a channel. One whose name is not known is heard unless its id is denied:
   * nobody sees it before it is known.
   */
  boolean hears(ChannelId channel, String name) {
    return denied.stream().noneMatch(each -> each.names(channel, name))
        && (allowed.isEmpty()
            || name.isEmpty()
            || allowed.stream().anyMatch(each -> each.names(channel, name)));
  }

  /** Whether there is a channel in which it does not hear. */
  public boolean excludeAny() {
    return !allowed.isEmpty() || !denied.isEmpty();
  }
}
