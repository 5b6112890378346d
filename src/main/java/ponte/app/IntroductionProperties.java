package ponte.app;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.introduction.IntroductionRules;

/**
 * Bringing people together.
 *
 * @param workingDays after so many of them the asker is asked whether it helped, and nobody is
 *     invited to their question any more, 1 to 10
 * @param afterAnswer so long after an answer in the channel the asker is asked whether it helped, 0
 *     to 5 days
 * @param invited colleagues that may be invited to one question, at most, 0 to 5
 * @param daily most messages on one day for somebody who did not ask for them, 1 to 20
 * @param weekly most of them in seven days, 1 to 100
 */
@Validated
@ConfigurationProperties("ponte.introductions")
record IntroductionProperties(
    @DefaultValue("2") @Min(1) @Max(10) int workingDays,
    @DefaultValue("4h") @DurationMin @DurationMax(days = 5) Duration afterAnswer,
    @DefaultValue("3") @Min(0) @Max(5) int invited,
    @DefaultValue("1") @Min(1) @Max(20) int daily,
    @DefaultValue("3") @Min(1) @Max(100) int weekly) {

  IntroductionRules rules() {
    return new IntroductionRules(workingDays, afterAnswer, invited, daily, weekly);
  }
}
