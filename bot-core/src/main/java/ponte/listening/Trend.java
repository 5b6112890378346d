package ponte.listening;

import java.util.List;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.digest.Digest.Quote;

/**
 * A topic that is much more, or much less, spoken of than in the weeks before; or, where none is
 * spoken of more, one that people spoke of most with each other.
 *
 * <p>A mention is a person on a day: who says it ten times that day mentions it once.
 *
 * @param topic as people write it
 * @param beside words that come up with it, and tell what of it is spoken of; the first fits best
 * @param now mentions a week in the span
 * @param before mentions a week in the time before it
 * @param mentions mentions in the span; of what fades, in the time before it
 * @param people how many mentioned it there
 * @param conversations in how many conversations it came up there
 * @param channels where it came up there, the one with most mentions first
 * @param course mentions of each week before and in the span, oldest first
 * @param surprise how surprising that is, as a log-likelihood ratio
 * @param evidence what was said of it: of several people where there are several, the best first
 * @param said all messages that mention it there, the oldest first
 */
public record Trend(
    String topic,
    List<String> beside,
    Direction direction,
    double now,
    double before,
    int mentions,
    int people,
    int conversations,
    List<ChannelId> channels,
    List<Integer> course,
    double surprise,
    List<Quote> evidence,
    List<MessageId> said) {

  /** Where a topic goes. */
  public enum Direction {
    RISING,
    FADING,
    STAYING
  }

  public Trend {
    beside = List.copyOf(beside);
    channels = List.copyOf(channels);
    course = List.copyOf(course);
    evidence = List.copyOf(evidence);
    said = List.copyOf(said);
  }

  /** The topic, with what comes up with it where that is known: "debugger (performance, mode)". */
  public String label() {
    return beside.isEmpty() ? topic : topic + " (" + String.join(", ", beside) + ")";
  }

  /** The messages that show it, the best first. */
  public List<MessageId> messages() {
    return evidence.stream().map(Quote::message).toList();
  }
}
