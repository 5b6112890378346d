package ponte.nudge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import ponte.consent.QuietHours;

/**
 * Counts the time in which somebody is not left in peace: their quiet hours do not pass.
 *
 * @param quiet the times that are not counted
 * @param zone where the clock stands
 */
public record WorkingTime(QuietHours quiet, ZoneId zone) {

  private static final QuietHours WEEKENDS =
      new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, true);

  /** All time but that of Saturdays and Sundays. */
  public static WorkingTime weekdays(ZoneId zone) {
    return new WorkingTime(WEEKENDS, zone);
  }

  /** The moment at which so much time has passed since another, the first one at which it has. */
  public Instant after(Instant moment, Duration time) {
    var calm = Calm.of(quiet, zone);
    var at = moment;
    var left = time;
    while (left.isPositive()) {
      at = calm.from(at).at();
      var free = Duration.between(at, mayBecomeQuiet(at));
      if (left.compareTo(free) <= 0) {
        return at.plus(left);
      }
      left = left.minus(free);
      at = at.plus(free);
    }
    return at;
  }

  /** It is quiet, or not, from one of these moments to the next: a beginning, or midnight. */
  private Instant mayBecomeQuiet(Instant moment) {
    var local = moment.atZone(zone);
    var midnight = local.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    var begins = local.toLocalDate().atTime(quiet.from()).atZone(zone).toInstant();
    return begins.isAfter(moment) && begins.isBefore(midnight) ? begins : midnight;
  }
}
