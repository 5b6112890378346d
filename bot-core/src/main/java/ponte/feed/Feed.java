package ponte.feed;

import java.time.Instant;
import java.util.Map;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * That a channel has a feed.
 *
 * @param by who switched it on
 * @param since when its address was made
 * @param secret the hash of what its address ends with
 * @param issues what was last read of each issue, by its id
 */
public record Feed(
    ChannelId channel, PersonId by, Instant since, String secret, Map<String, Stamp> issues) {

  /**
   * How an issue read, and since when.
   *
   * @param hash of all that it said
   */
  public record Stamp(String hash, Instant since) {}

  public Feed {
    issues = Map.copyOf(issues);
  }
}
