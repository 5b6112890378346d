package ponte.app;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.seeding.SeedingRules;

/**
 * Discussions that are worth beginning.
 *
 * @param proposals so many are proposed at once, 1 to 10
 * @param apart so long a channel is left in peace after one, 1 hour to 60 days
 * @param outcome so long after it was posted it is told what became of it, 1 hour to 14 days
 * @param rallies so long after a call for help the same person may call again, 1 minute to 30 days
 */
@Validated
@ConfigurationProperties("ponte.seeding")
record SeedingProperties(
    @DefaultValue("5") @Min(1) @Max(10) int proposals,
    @DefaultValue("7d") @DurationMin(hours = 1) @DurationMax(days = 60) Duration apart,
    @DefaultValue("3d") @DurationMin(hours = 1) @DurationMax(days = 14) Duration outcome,
    @DefaultValue("1d") @DurationMin(minutes = 1) @DurationMax(days = 30) Duration rallies) {

  SeedingRules rules() {
    return new SeedingRules(proposals, apart, outcome, rallies);
  }
}
