package ponte.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import ponte.command.Command.Rhythm;

/**
 * The moments of a rhythm on one clock.
 *
 * <p>Where the clocks go forward and the time of day is left out, it is the moment at which they do
 * so; where they go back and the time of day comes twice, it is the first one.
 */
record Recurrence(Rhythm rhythm, ZoneId zone) {

  /** The first moment after this one. */
  Instant after(Instant moment) {
    var day = day(moment).minusDays(1);
    while (!isOn(day) || !at(day).isAfter(moment)) {
      day = day.plusDays(1);
    }
    return at(day);
  }

  /** The last moment that is not after this one. */
  Instant lastBy(Instant moment) {
    var day = day(moment).plusDays(1);
    while (!isOn(day) || at(day).isAfter(moment)) {
      day = day.minusDays(1);
    }
    return at(day);
  }

  private boolean isOn(LocalDate day) {
    return rhythm.days().contains(day.getDayOfWeek());
  }

  private LocalDate day(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  private Instant at(LocalDate day) {
    var local = day.atTime(rhythm.time());
    var change = zone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
