package ponte.nudge;

import java.util.Set;

/**
 * What an administrator may set about messages that nobody asked for.
 *
 * @param countries whose public holidays people keep
 * @param quietChannels names or ids of channels about which nobody is written to
 * @param effects when a kind of message is slowed down since it does not help
 */
public record Politeness(Countries countries, Set<String> quietChannels, EffectRules effects) {

  public static final Politeness DEFAULT =
      new Politeness(Countries.BY_ZONE, Set.of(), EffectRules.DEFAULT);

  public Politeness {
    quietChannels = Set.copyOf(quietChannels);
  }
}
