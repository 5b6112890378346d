package ponte.nudge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ponte.consent.QuietHours;

/**
 * Counts the time in which somebody is not left in peace: their quiet hours do not pass, nor do
 * public holidays where their weekends do not.
 *
 * @param quiet the times that are not counted
 * @param zone where the clock stands
 * @param holidays the public holidays that are kept
 */
public record WorkingTime(QuietHours quiet, ZoneId zone, Predicate<LocalDate> holidays) {

  private static final QuietHours WEEKENDS =
      new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, true);

  /** Where there are no holidays. */
  public WorkingTime(QuietHours quiet, ZoneId zone) {
    this(quiet, zone, _ -> false);
  }

  /** All time but that of Saturdays, Sundays and public holidays. */
  public static WorkingTime weekdays(ZoneId zone, Predicate<LocalDate> holidays) {
    return new WorkingTime(WEEKENDS, zone, holidays);
  }

  /** The moment at which so much time has passed since another, the first one at which it has. */
  public Instant after(Instant moment, Duration time) {
    var at = moment;
    var left = time;
    while (left.isPositive()) {
      var next = next(at);
      if (!isQuiet(at.atZone(zone).toLocalDateTime())) {
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
      if (!isQuiet(at.atZone(zone).toLocalDateTime())) {
        passed = passed.plus(Duration.between(at, end));
      }
      at = end;
    }
    return passed;
  }

  private boolean isQuiet(LocalDateTime local) {
    return quiet.contains(local) || quiet.weekends() && holidays.test(local.toLocalDate());
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
