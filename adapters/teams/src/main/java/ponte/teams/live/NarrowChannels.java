package ponte.teams.live;

import java.util.Optional;
import ponte.conversation.ChannelId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * The channels of teams that are not for the whole team: private ones, and those that are shared
 * with other teams, which may be of other organisations.
 */
public final class NarrowChannels {

  private final Records records;

  /** How a channel is narrower than its team. */
  public enum Kind {
    /** For some of the team's members: nobody tells a bot who they are. */
    PRIVATE,
    /** For others than the team's members, too: Ponte is silent in it and keeps nothing. */
    SHARED
  }

  /** What is known of a channel. */
  record Known(Kind kind) {}

  public NarrowChannels(Records records) {
    this.records = records;
  }

  /** How a channel is narrow, as far as is known; empty: it is a standard channel. */
  public Optional<Kind> kind(ChannelId channel) {
    return records
        .find(partition(channel).key(channel.value()))
        .map(document -> Codec.read(document.content(), Known.class).kind());
  }

  /** Takes note of what Teams says; a channel never becomes wider than it was. */
  void note(ChannelId channel, String channelType) {
    switch (channelType) {
      case "private" -> keep(channel, Kind.PRIVATE);
      case "shared" -> keep(channel, Kind.SHARED);
      default -> {}
    }
  }

  private void keep(ChannelId channel, Kind kind) {
    var key = partition(channel).key(channel.value());
    while (true) {
      var old = records.find(key);
      if (kind(channel).filter(known -> known.compareTo(kind) >= 0).isPresent()
          || records.write(
              new Write(
                  key,
                  Codec.write(new Known(kind)),
                  old.map(Document::version).orElse(0L),
                  null,
                  null))) {
        return;
      }
    }
  }

  private static Partition partition(ChannelId channel) {
    return new Partition("teams-narrow-channels", channel.workspace().value());
  }
}
