package ponte.slack.live;

import java.time.Instant;
import ponte.conversation.ChannelId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * The channels that people of other organisations read: Ponte is silent in them and keeps nothing
 * of what is said there.
 */
public final class SharedChannels {

  private final Records records;

  /** What is known of a channel, and since when it holds. */
  record Known(boolean shared, Instant at) {}

  public SharedChannels(Records records) {
    this.records = records;
  }

  /** Whether a channel is shared, as far as is known. */
  public boolean isShared(ChannelId channel) {
    return records
        .find(partition(channel).key(channel.value()))
        .map(SharedChannels::known)
        .map(Known::shared)
        .orElse(false);
  }

  /** Takes note that a channel is shared, or is not; of two notes the later one holds. */
  public void note(ChannelId channel, boolean shared, Instant at) {
    var key = partition(channel).key(channel.value());
    while (true) {
      var old = records.find(key);
      var isNews = old.map(SharedChannels::known).map(k -> isNews(k, shared, at)).orElse(shared);
      if (!isNews
          || records.write(
              new Write(
                  key,
                  Codec.write(new Known(shared, at)),
                  old.map(Document::version).orElse(0L),
                  null,
                  null))) {
        return;
      }
    }
  }

  /** Of what is said of one moment, that it is shared holds. */
  private static boolean isNews(Known known, boolean shared, Instant at) {
    return known.shared() != shared && (at.isAfter(known.at()) || at.equals(known.at()) && shared);
  }

  private static Known known(Document document) {
    return Codec.read(document.content(), Known.class);
  }

  private static Partition partition(ChannelId channel) {
    return new Partition("slack-shared-channels", channel.workspace().value());
  }
}
