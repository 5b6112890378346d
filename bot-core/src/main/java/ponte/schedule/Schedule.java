package ponte.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import ponte.command.Command.Rhythm;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * A digest of a channel that is posted there again and again.
 *
 * @param id of the request that wanted it: what is planned for an earlier one is void
 * @param owner who wanted it
 * @param zone the clock it goes by: the owner's when they wanted it
 * @param since when they did
 */
public record Schedule(
    String id, ChannelId channel, PersonId owner, Rhythm rhythm, ZoneId zone, Instant since) {

  /** The first occurrence after a moment. */
  public Instant next(Instant moment) {
    return recurrence().after(moment);
  }

  /** The last occurrence that is not after a moment. */
  Instant lastBy(Instant moment) {
    return recurrence().lastBy(moment);
  }

  /** How many days an occurrence looks back over: those since the one before it, 1 or more. */
  int daysBefore(Instant occurrence) {
    var before = recurrence().lastBy(occurrence.minusNanos(1));
    return (int) Math.max(1, Math.round(Duration.between(before, occurrence).toHours() / 24.0));
  }

  private Recurrence recurrence() {
    return new Recurrence(rhythm, zone);
  }
}
