package ponte.introduction;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.function.Predicate;

/**
 * How people are brought together.
 *
 * @param workingDays after so many days, Saturdays, Sundays and public holidays not counted, the
 *     asker is asked whether it helped, and nobody is invited to their question any more; 1 or more
 * @param afterAnswer so long after an answer in the channel the asker is asked whether it helped
 * @param invited colleagues that may be invited to one question, at most; 0: none
 * @param daily most messages on one day for somebody who did not ask for them, 1 or more
 * @param weekly most of them in seven days, 1 or more
 */
public record IntroductionRules(
    int workingDays, Duration afterAnswer, int invited, int daily, int weekly) {

  public static final IntroductionRules DEFAULT =
      new IntroductionRules(2, Duration.ofHours(4), 3, 1, 3);

  private static final EnumSet<DayOfWeek> WEEKEND =
      EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  public IntroductionRules {
    if (workingDays < 1) {
      throw new IllegalArgumentException("workingDays is " + workingDays + ", must be 1 or more");
    }
    if (afterAnswer.isNegative()) {
      throw new IllegalArgumentException("afterAnswer is " + afterAnswer + ", must be 0 or more");
    }
    if (invited < 0) {
      throw new IllegalArgumentException("invited is " + invited + ", must be 0 or more");
    }
  }

  /**
   * The same time of day so many working days later, on this clock.
   *
   * @param holidays the public holidays of who is to read it by then
   */
  public Instant later(Instant moment, ZoneId zone, Predicate<LocalDate> holidays) {
    var time = moment.atZone(zone);
    for (var left = workingDays; left > 0; ) {
      time = time.plusDays(1);
      if (!WEEKEND.contains(time.getDayOfWeek()) && !holidays.test(time.toLocalDate())) {
        left--;
      }
    }
    return time.toInstant();
  }
}
