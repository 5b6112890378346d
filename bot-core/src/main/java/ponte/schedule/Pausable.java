package ponte.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Rhythm;

/** What comes again and again, but for a while in which it is paused. */
public sealed interface Pausable permits Schedule, PrivateSchedule {

  Rhythm rhythm();

  /** The clock it goes by. */
  ZoneId zone();

  /** Since when nothing comes; null: it is not paused. */
  @Nullable Instant paused();

  /** The first day on which it comes again by itself; null: it waits to be let go on. */
  @Nullable LocalDate until();

  /** Whether nothing comes at a moment. */
  default boolean isPausedAt(Instant moment) {
    var until = until();
    return paused() != null
        && (until == null || moment.isBefore(until.atStartOfDay(zone()).toInstant()));
  }

  /** Since when nothing comes, where nothing is to come from a moment on. */
  default Instant pausedSince(Instant moment) {
    var since = paused();
    return since == null || !isPausedAt(moment) ? moment : since;
  }

  /** The first occurrence after a moment, paused or not. */
  default Instant next(Instant moment) {
    return recurrence().after(moment);
  }

  /** The first occurrence after a moment at which it is not paused, as far as an end is known. */
  default Instant comesNext(Instant moment) {
    var until = until();
    if (until == null || !isPausedAt(moment)) {
      return next(moment);
    }
    return next(until.atStartOfDay(zone()).toInstant().minusNanos(1));
  }

  /** The last occurrence that is not after a moment. */
  default Instant lastBy(Instant moment) {
    return recurrence().lastBy(moment);
  }

  /** The occurrence before another one. */
  default Instant before(Instant occurrence) {
    return lastBy(occurrence.minusNanos(1));
  }

  private Recurrence recurrence() {
    return new Recurrence(rhythm(), zone());
  }
}
