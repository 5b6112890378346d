package ponte.community;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.TimeSpan;

/**
 * How well people help each other, and how it changes.
 *
 * @param channel null: all public channels
 * @param before the same of as long a time before; null: that is not known, or of too few people
 * @param course week by week or month by month
 * @param asOf until when what was said is counted
 */
public record Pulse(
    @Nullable Channel channel,
    Scorecard now,
    @Nullable Scorecard before,
    List<Point> course,
    Verdict verdict,
    Instant asOf) {

  public Pulse {
    course = List.copyOf(course);
  }

  /**
   * A part of the time.
   *
   * @param card empty where too few wrote
   */
  public record Point(TimeSpan span, Optional<Scorecard> card) {}

  /** One channel beside others. */
  public record Room(Channel channel, Scorecard card) {}
}
