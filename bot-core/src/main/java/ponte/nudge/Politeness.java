package ponte.nudge;

import java.util.Set;

/**
 * What an administrator may set about messages that nobody asked for.
 *
 * @param countries whose public holidays people keep
 * @param quietChannels names or ids of channels about which nobody is written to
 */
public record Politeness(Countries countries, Set<String> quietChannels) {

  public static final Politeness DEFAULT = new Politeness(Countries.BY_ZONE, Set.of());

  public Politeness {
    quietChannels = Set.copyOf(quietChannels);
  }
}
