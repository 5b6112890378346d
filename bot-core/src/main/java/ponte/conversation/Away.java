package ponte.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is away for days and cannot be expected to answer, as their platform tells. What
 * they do meanwhile is nobody's business.
 *
 * @param from inside; null: they are away already
 * @param until outside; null: nobody said
 */
public record Away(@Nullable Instant from, @Nullable Instant until) {

  /** Somebody who is away already. */
  public static Away until(@Nullable Instant until) {
    return new Away(null, until);
  }

  public boolean contains(Instant moment) {
    return (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
  }

  public boolean lastsPast(Instant moment) {
    return until == null || until.isAfter(moment);
  }

  /** Of two who tell of one absence the one that lasts longer. */
  public Away longer(Away other) {
    return until == null || other.until != null && until.isAfter(other.until) ? this : other;
  }
}
