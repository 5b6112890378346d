package ponte.digest;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.digest.Materials.Material;

/**
 * What was said lately where a person is: when they wrote last, and with whom they talk. The
 * channels are read one after the other. What they hold is at hand for a second look as long as it
 * is no more than one channel may have; beyond that a channel is read once more.
 */
final class Whereabouts {

  private final Materials materials;
  private final Lookback lookback;
  private final Set<PersonId> accounts;
  private final int room;
  private final List<Channel> channels;
  private final Map<ChannelId, Material> atHand = new HashMap<>();
  private final Set<PersonId> partners = new HashSet<>();
  private @Nullable Instant wrote;
  private int taken;

  /**
   * Looks at the channels.
   *
   * @param accounts the person's
   * @param room how many messages are at hand at most, beside those of the channel just read
   */
  static Whereabouts of(
      List<Channel> channels,
      Materials materials,
      Lookback lookback,
      Set<PersonId> accounts,
      int room) {
    var whereabouts = new Whereabouts(channels, materials, lookback, accounts, room);
    for (var channel : channels) {
      whereabouts.look(materials.read(channel, lookback));
    }
    whereabouts.partners.removeAll(accounts);
    return whereabouts;
  }

  private Whereabouts(
      List<Channel> channels,
      Materials materials,
      Lookback lookback,
      Set<PersonId> accounts,
      int room) {
    this.channels = List.copyOf(channels);
    this.materials = materials;
    this.lookback = lookback;
    this.accounts = Set.copyOf(accounts);
    this.room = room;
  }

  private void look(Material material) {
    var authors = new HashMap<MessageId, Set<PersonId>>();
    for (var filed : material.filed()) {
      var message = filed.message();
      if (accounts.contains(message.author()) && (wrote == null || message.at().isAfter(wrote))) {
        wrote = message.at();
      }
      if (message.isTalk() && !material.out().contains(message.author())) {
        authors.computeIfAbsent(filed.conversation(), _ -> new HashSet<>()).add(message.author());
      }
    }
    authors.values().stream()
        .filter(people -> !Collections.disjoint(people, accounts))
        .forEach(partners::addAll);
    if (taken + material.filed().size() <= room) {
      taken += material.filed().size();
      atHand.put(material.channel().id(), material);
    }
  }

  /** When the person wrote last; empty where they did not. */
  Optional<Instant> wrote() {
    return Optional.ofNullable(wrote);
  }

  /** Those who take part in the same conversations. */
  Set<PersonId> partners() {
    return Collections.unmodifiableSet(partners);
  }

  /** Shows what was said, channel by channel; nobody may keep it. */
  void each(Consumer<Material> reader) {
    for (var channel : channels) {
      var known = atHand.remove(channel.id());
      reader.accept(known == null ? materials.read(channel, lookback) : known);
    }
  }
}
