package ponte.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.directory.ChannelPattern;

/**
 * How long what people write is kept, as an administrator has set it. What is set for a channel
 * holds before what is set for its workspace, and that before what is usual.
 *
 * @param usual null: for ever
 * @param workspaces by their ids
 * @param channels as {@link ChannelPattern}s; of several that name a channel the shortest holds
 */
public record Retention(
    @Nullable Duration usual, Map<String, Duration> workspaces, Map<String, Duration> channels) {

  /** Everything is kept for ever. */
  public static final Retention FOREVER = new Retention(null, Map.of(), Map.of());

  /**
   * @throws IllegalArgumentException if a time is not longer than none, or names no channel
   */
  public Retention {
    var lower = new HashMap<String, Duration>();
    workspaces.forEach((workspace, time) -> lower.put(folded(workspace), time));
    workspaces = Map.copyOf(lower);
    channels = Map.copyOf(channels);
    channels.keySet().forEach(ChannelPattern::new);
    requirePositive(workspaces.values());
    requirePositive(channels.values());
    if (usual != null) {
      requirePositive(List.of(usual));
    }
  }

  private static void requirePositive(Collection<Duration> times) {
    for (var time : times) {
      if (!time.isPositive()) {
        throw new IllegalArgumentException("retention is " + time + ", must be more than none");
      }
    }
  }

  /** Whether anything is to be removed at any time. */
  public boolean isLimited() {
    return usual != null || !workspaces.isEmpty() || !channels.isEmpty();
  }

  /**
   * From when on what was said in a channel is kept; empty: from ever.
   *
   * @param name the channel's; empty where it is not known
   */
  public Optional<Instant> since(ChannelId channel, String name, Instant now) {
    var own =
        channels.entrySet().stream()
            .filter(each -> new ChannelPattern(each.getKey()).names(channel, name))
            .map(Map.Entry::getValue)
            .min(Comparator.naturalOrder());
    return own.or(() -> Optional.ofNullable(workspaces.get(folded(channel.workspace().value()))))
        .or(() -> Optional.ofNullable(usual))
        .map(now::minus);
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
