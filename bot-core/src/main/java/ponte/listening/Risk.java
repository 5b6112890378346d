package ponte.listening;

import java.time.Instant;
import java.util.List;
import ponte.conversation.ChannelId;
import ponte.digest.Digest.Quote;

/**
 * A topic that people ask about and hardly anybody answers for: a question to the community, and
 * never a report on a person. So it does not know who that one is.
 *
 * @param topic as people write it
 * @param questions in how many questions it came up
 * @param askers of how many
 * @param unanswered how many of them nobody answered
 * @param last when it was asked about last
 * @param channels where, the one with most of it first
 * @param asked some of the questions
 */
public record Risk(
    String topic,
    Answered answered,
    int questions,
    int askers,
    int unanswered,
    Instant last,
    List<ChannelId> channels,
    List<Quote> asked) {

  /** By whom. */
  public enum Answered {
    BY_NOBODY,
    BY_ONE
  }

  public Risk {
    channels = List.copyOf(channels);
    asked = List.copyOf(asked);
  }
}
