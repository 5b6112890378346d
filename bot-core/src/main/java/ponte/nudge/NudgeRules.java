package ponte.nudge;

import java.time.Duration;
import ponte.unnamed.UnnamedRules;

/**
 * When people are nudged about a question that nobody answers.
 *
 * @param after so much working time of the asker passes before they are asked whether colleagues
 *     are to be asked; 0 or more
 * @param next so long after one group of colleagues the next one is asked, Saturdays and Sundays
 *     not counted; more than 0
 * @param groups so many groups of colleagues are asked at most, 1 or more
 * @param listed so long after the asker's consent, or the question for it, it stands on the
 *     community managers' list, Saturdays and Sundays not counted; more than 0
 * @param unnamed where colleagues may be asked without the asker's name
 */
public record NudgeRules(
    Duration after, Duration next, int groups, Duration listed, UnnamedRules unnamed) {

  public static final NudgeRules DEFAULT =
      new NudgeRules(Duration.ofHours(4), Duration.ofHours(24), 2, Duration.ofHours(72));

  /** Where nobody may be asked without the asker's name. */
  public NudgeRules(Duration after, Duration next, int groups, Duration listed) {
    this(after, next, groups, listed, UnnamedRules.NOWHERE);
  }

  public NudgeRules {
    if (after.isNegative()) {
      throw new IllegalArgumentException("after is " + after + ", must be 0 or more");
    }
    if (!next.isPositive() || !listed.isPositive()) {
      throw new IllegalArgumentException(
          "next and listed are " + next + " and " + listed + ", must be more than 0");
    }
    if (groups < 1) {
      throw new IllegalArgumentException("groups is " + groups + ", must be 1 or more");
    }
  }
}
