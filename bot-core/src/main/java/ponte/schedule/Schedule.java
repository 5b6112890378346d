package ponte.schedule;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
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
 * @param paused since when nothing is posted; null: it is not paused
 */
public record Schedule(
    String id,
    ChannelId channel,
    PersonId owner,
    Rhythm rhythm,
    ZoneId zone,
    Instant since,
    @Nullable Instant paused) {

  /** One that is not paused. */
  public Schedule(
      String id, ChannelId channel, PersonId owner, Rhythm rhythm, ZoneId zone, Instant since) {
    this(id, channel, owner, rhythm, zone, since, null);
  }

  /** The same, paused since a moment; null: not paused. */
  Schedule pausedSince(@Nullable Instant moment) {
    return new Schedule(id, channel, owner, rhythm, zone, since, moment);
  }

  /** The first occurrence after a moment. */
  public Instant next(Instant moment) {
    return recurrence().after(moment);
  }

  /** The last occurrence that is not after a moment. */
  Instant lastBy(Instant moment) {
    return recurrence().lastBy(moment);
  }

  /** The occurrence before another one. */
  Instant before(Instant occurrence) {
    return lastBy(occurrence.minusNanos(1));
  }

  private Recurrence recurrence() {
    return new Recurrence(rhythm, zone);
  }
}
