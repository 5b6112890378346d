package ponte.listening;

import java.time.Instant;
import java.util.List;
import ponte.conversation.ChannelId;
import ponte.digest.Digest.Discussion;
import ponte.digest.Digest.Quote;

/**
 * A question that keeps coming back.
 *
 * @param question as it was put best
 * @param times how often it was asked
 * @param people by how many
 * @param unanswered how often nobody answered
 * @param first when first, of the time looked at
 * @param last when last
 * @param channels where, the one with most of it first
 * @param asked other ways in which it was put
 * @param answers conversations with the best earlier answers, the best first
 */
public record RecurringQuestion(
    Quote question,
    int times,
    int people,
    int unanswered,
    Instant first,
    Instant last,
    List<ChannelId> channels,
    List<Quote> asked,
    List<Discussion> answers) {
  public RecurringQuestion {
    channels = List.copyOf(channels);
    asked = List.copyOf(asked);
    answers = List.copyOf(answers);
  }
}
