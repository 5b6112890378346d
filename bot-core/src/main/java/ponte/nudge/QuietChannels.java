package ponte.nudge;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.conversation.ChannelId;
import ponte.directory.Directory;

/** The channels about which nobody is written to unasked. */
@FunctionalInterface
public interface QuietChannels {

  QuietChannels NONE = _ -> false;

  boolean has(ChannelId channel);

  /**
   * Those with one of these names.
   *
   * @param named names with or without {@code #}, or ids with or without their workspace
   */
  static QuietChannels named(Set<String> named, Directory directory) {
    var names = named.stream().map(QuietChannels::plain).collect(Collectors.toUnmodifiableSet());
    return names.isEmpty()
        ? NONE
        : channel ->
            names.contains(plain(channel.value()))
                || names.contains(plain(channel.toString()))
                || directory
                    .channel(channel)
                    .filter(known -> names.contains(plain(known.name())))
                    .isPresent();
  }

  private static String plain(String name) {
    var stripped = name.strip().toLowerCase(Locale.ROOT);
    return stripped.startsWith("#") ? stripped.substring(1) : stripped;
  }
}
