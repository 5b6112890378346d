package ponte.teams.live;

import java.util.Locale;
import java.util.Optional;
import ponte.conversation.ChannelId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * Of what kind channels are, as far as Teams or Graph said it. A channel never becomes wider than
 * it was said to be.
 *
 * <p>Microsoft names three kinds and nowhere says what a channel is of which none is told
 * (<https://learn.microsoft.com/javascript/api/botframework-schema/channelinfo>). So such a channel
 * is of no kind: it is nobody's until somebody says more.
 */
public final class ChannelKinds {

  private final Records records;

  /** The kinds, the wider before the narrower. */
  public enum Kind {
    /** For all members of its team. */
    STANDARD,
    /** For some of the team's members. */
    PRIVATE,
    /** For others than the team's members, too: Ponte is silent in it and keeps nothing. */
    SHARED;

    /**
     * What is said of a channel, {@code type} by the connector and {@code membershipType} by Graph.
     * Of a kind that a program may not know Graph says {@code unknownFutureValue}, and that is how
     * it tells a shared one unless it is asked otherwise
     * (<https://learn.microsoft.com/graph/api/resources/channel>): Ponte is silent there, too.
     */
    public static Optional<Kind> of(String said) {
      return switch (said.toLowerCase(Locale.ROOT)) {
        case "" -> Optional.empty();
        case "standard" -> Optional.of(STANDARD);
        case "private" -> Optional.of(PRIVATE);
        default -> Optional.of(SHARED);
      };
    }
  }

  /** What is known of a channel. */
  record Known(Kind kind) {}

  public ChannelKinds(Records records) {
    this.records = records;
  }

  /** Of what kind a channel is; empty: nobody said it. */
  public Optional<Kind> kind(ChannelId channel) {
    return records.find(partition(channel).key(channel.value())).map(ChannelKinds::kind);
  }

  private static Kind kind(Document document) {
    return Codec.read(document.content(), Known.class).kind();
  }

  /**
   * Takes note of what is said of a channel.
   *
   * @return whether it is news
   */
  boolean note(ChannelId channel, Kind kind) {
    var key = partition(channel).key(channel.value());
    while (true) {
      var old = records.find(key);
      if (old.map(ChannelKinds::kind).filter(known -> known.compareTo(kind) >= 0).isPresent()) {
        return false;
      }
      var version = old.map(Document::version).orElse(0L);
      if (records.write(new Write(key, Codec.write(new Known(kind)), version, null, null))) {
        return true;
      }
    }
  }

  private static Partition partition(ChannelId channel) {
    return new Partition("teams-channel-kinds", channel.workspace().value());
  }
}
