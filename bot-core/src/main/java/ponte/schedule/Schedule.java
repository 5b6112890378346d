package ponte.schedule;

import java.time.Instant;
import java.time.LocalDate;
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
 * @param until the first day on which it is posted again by itself; null: it waits to be let go on
 */
public record Schedule(
    String id,
    ChannelId channel,
    PersonId owner,
    Rhythm rhythm,
    ZoneId zone,
    Instant since,
    @Nullable Instant paused,
    @Nullable LocalDate until)
    implements Pausable {

  /** One that is not paused. */
  public Schedule(
      String id, ChannelId channel, PersonId owner, Rhythm rhythm, ZoneId zone, Instant since) {
    this(id, channel, owner, rhythm, zone, since, null, null);
  }

  /** The same, paused since a moment. */
  Schedule paused(Instant moment, @Nullable LocalDate day) {
    return new Schedule(id, channel, owner, rhythm, zone, since, moment, day);
  }

  /** The same, not paused. */
  Schedule resumed() {
    return new Schedule(id, channel, owner, rhythm, zone, since);
  }
}
