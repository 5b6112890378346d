package ponte.listening;

import java.time.Instant;
import java.util.List;
import ponte.conversation.ChannelId;
import ponte.digest.Digest.Quote;

/**
 * A word, or a few, that nobody used before a span of time and several use in it.
 *
 * @param word as people write it
 * @param first when it was used first
 * @param people how many use it
 * @param channels where, the one with most of it first
 * @param evidence what was said with it, the best first
 */
public record NewWord(
    String word, Instant first, int people, List<ChannelId> channels, List<Quote> evidence) {
  public NewWord {
    channels = List.copyOf(channels);
    evidence = List.copyOf(evidence);
  }
}
