package ponte.feed;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * That a channel has a feed.
 *
 * @param by who switched it on
 * @param since when its address was made
 * @param secret the hash of what its address ends with
 * @param issues what was last read of each issue, by its id
 * @param ended since when its address leads to nothing for good; null: it does not
 */
public record Feed(
    ChannelId channel,
    PersonId by,
    Instant since,
    String secret,
    Map<String, Stamp> issues,
    @Nullable Instant ended) {

  /**
   * How an issue read, and since when.
   *
   * @param hash of all that it said
   */
  public record Stamp(String hash, Instant since) {}

  public Feed {
    issues = Map.copyOf(issues);
  }

  /** One that was not ended. */
  Feed(ChannelId channel, PersonId by, Instant since, String secret, Map<String, Stamp> issues) {
    this(channel, by, since, secret, issues, null);
  }

  /** The same with what was read of its issues by now. */
  Feed reading(Map<String, Stamp> now) {
    return new Feed(channel, by, since, secret, now, ended);
  }

  /** The same, ended for good, with nothing of what it said. */
  Feed ended(Instant at) {
    return new Feed(channel, by, since, secret, Map.of(), at);
  }

  boolean isEnded() {
    return ended != null;
  }
}
