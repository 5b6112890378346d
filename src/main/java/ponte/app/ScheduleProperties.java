package ponte.app;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.schedule.ScheduleRules;

/**
 * Digests that come again and again.
 *
 * @param preview how long before its time, at least, its owner sees the first post of a schedule; 5
 *     minutes to 24 hours
 * @param mostPrivate how many digests may come to one person alone, 1 to 100
 */
@Validated
@ConfigurationProperties("ponte.schedules")
record ScheduleProperties(
    @DefaultValue("1h") @DurationMin(minutes = 5) @DurationMax(hours = 24) Duration preview,
    @DefaultValue("10") @Min(1) @Max(100) int mostPrivate) {

  ScheduleRules rules() {
    return new ScheduleRules(preview, mostPrivate);
  }
}
