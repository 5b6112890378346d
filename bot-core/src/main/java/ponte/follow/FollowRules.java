package ponte.follow;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import ponte.command.Command.Pace;

/**
 * How people follow topics.
 *
 * @param topics that one person follows, at most; 1 or more
 * @param at the time of day at which those are told who want it daily or weekly
 * @param weekly the day on which those are told who want it weekly
 * @param shown questions in one message, at most; 1 or more
 */
public record FollowRules(int topics, LocalTime at, DayOfWeek weekly, int shown) {

  public static final FollowRules DEFAULT =
      new FollowRules(20, LocalTime.of(9, 0), DayOfWeek.MONDAY, 10);

  /** What is older is no news. */
  static final Duration LATEST = Duration.ofDays(8);

  public FollowRules {
    if (topics < 1 || shown < 1) {
      throw new IllegalArgumentException(
          "topics and shown are " + topics + " and " + shown + ", must be 1 or more");
    }
  }

  /** When somebody is told what they learn at a moment, on their clock; never before it. */
  Instant due(Pace pace, Instant moment, ZoneId zone) {
    return switch (pace) {
      case AT_ONCE -> moment;
      case DAILY -> next(moment, zone, false);
      case WEEKLY -> next(moment, zone, true);
    };
  }

  private Instant next(Instant moment, ZoneId zone, boolean onThatDay) {
    var day = moment.atZone(zone).toLocalDate();
    while (true) {
      var time = day.atTime(at).atZone(zone).toInstant();
      if (time.isAfter(moment) && (!onThatDay || day.getDayOfWeek() == weekly)) {
        return time;
      }
      day = day.plusDays(1);
    }
  }
}
