package ponte.app;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.nudge.NudgeRules;

/**
 * Questions that nobody answers.
 *
 * @param after so much working time of the asker passes before they are asked whether colleagues
 *     are to be asked, 0 to 5 days
 * @param next so long after one group of colleagues the next one is asked, Saturdays and Sundays
 *     not counted, 1 second to 14 days
 * @param groups so many groups of colleagues are asked at most, 1 to 5
 * @param listed so long after the asker's consent, or the question for it, it stands on the
 *     community managers' list, Saturdays and Sundays not counted, 1 second to 20 days
 */
@Validated
@ConfigurationProperties("ponte.nudges")
record NudgeProperties(
    @DefaultValue("4h") @DurationMin @DurationMax(days = 5) Duration after,
    @DefaultValue("24h") @DurationMin(seconds = 1) @DurationMax(days = 14) Duration next,
    @DefaultValue("2") @Min(1) @Max(5) int groups,
    @DefaultValue("72h") @DurationMin(seconds = 1) @DurationMax(days = 20) Duration listed) {

  NudgeRules rules() {
    return new NudgeRules(after, next, groups, listed);
  }
}
