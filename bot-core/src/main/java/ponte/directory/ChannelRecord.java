package ponte.directory;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Trait;
import ponte.store.Codec;

/**
 * What is known of a channel: all of it at one moment, and what turned since.
 *
 * <p>The order in which these become known does not matter: of each kind of trait the latest holds,
 * unless all of the channel was told as late or later.
 *
 * @param channel null: nobody has told all of it yet
 * @param since by kind of trait, only what is later than the whole
 */
record ChannelRecord(@Nullable Channel channel, Instant at, Map<String, Turn> since) {

  static final ChannelRecord NOTHING = new ChannelRecord(null, Instant.EPOCH, Map.of());

  /** A trait, with the moment from which it holds. */
  record Turn(Trait trait, Instant at) {}

  ChannelRecord(@Nullable Channel channel, Instant at, @Nullable Map<String, Turn> since) {
    this.channel = channel;
    this.at = at;
    // Documents written before there were traits have none.
    this.since = since == null ? Map.of() : Map.copyOf(since);
  }

  /** The later of two wholes; of equally late ones the one whose stored form sorts last. */
  ChannelRecord tell(Channel whole, Instant when) {
    if (channel != null
        && (when.isBefore(at)
            || when.equals(at) && Codec.write(whole).compareTo(Codec.write(channel)) <= 0)) {
      return this;
    }
    var later = new TreeMap<>(since);
    later.values().removeIf(turn -> !turn.at().isAfter(when));
    return new ChannelRecord(whole, when, later);
  }

  ChannelRecord turn(Trait trait, Instant when) {
    var kind = trait.getClass().getSimpleName();
    var known = since.get(kind);
    var isOld =
        channel != null && !when.isAfter(at)
            || known != null
                && (when.isBefore(known.at())
                    || when.equals(known.at())
                        && Codec.write(trait).compareTo(Codec.write(known.trait())) <= 0);
    if (isOld) {
      return this;
    }
    var later = new TreeMap<>(since);
    later.put(kind, new Turn(trait, when));
    return new ChannelRecord(channel, at, later);
  }

  /** The channel as it is now; empty where only some of it is known. */
  Optional<Channel> latest() {
    if (channel == null) {
      return Optional.empty();
    }
    var latest = channel;
    for (var turn : since.values()) {
      latest = latest.with(turn.trait());
    }
    return Optional.of(latest);
  }
}
