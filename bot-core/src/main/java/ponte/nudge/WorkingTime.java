package ponte.nudge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.stream.Stream;
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
    var at = moment;
    var left = time;
    while (left.isPositive()) {
      var next = next(at);
      if (!quiet.contains(at.atZone(zone).toLocalDateTime())) {
        var free = Duration.between(at, next);
        if (left.compareTo(free) <= 0) {
          return at.plus(left);
        }
        left = left.minus(free);
      }
      at = next;
    }
    return at;
  }

  /** How much of the time between two moments is not quiet; none where the second is the first. */
  public Duration between(Instant from, Instant until) {
    var passed = Duration.ZERO;
    var at = from;
    while (at.isBefore(until)) {
      var next = next(at);
      var end = next.isBefore(until) ? next : until;
      if (!quiet.contains(at.atZone(zone).toLocalDateTime())) {
        passed = passed.plus(Duration.between(at, end));
      }
      at = end;
    }
    return passed;
  }

  /**
   * Up to this moment it stays quiet, or not: a time of day at which quiet begins or ends,
   * midnight, or a change of the clock.
   */
  private Instant next(Instant moment) {
    var rules = zone.getRules();
    var offset = rules.getOffset(moment);
    var day = LocalDateTime.ofInstant(moment, offset).toLocalDate();
    var change = rules.nextTransition(moment);
    return Stream.concat(
            Stream.of(
                    day.atTime(quiet.from()),
                    day.atTime(quiet.until()),
                    day.plusDays(1).atTime(LocalTime.MIDNIGHT))
                .map(local -> local.toInstant(offset)),
            change == null ? Stream.of() : Stream.of(change.getInstant()))
        .filter(each -> each.isAfter(moment))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
