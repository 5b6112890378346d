package ponte.app;

import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.command.Acquaintance.Cadence;
import ponte.pairing.PairingRules;

/**
 * Introducing colleagues who do not know each other yet, to those who want it.
 *
 * @param company whether to anybody of the organisation; else only by the programmes of channels
 * @param every how often, where somebody did not say otherwise: weekly, every-two-weeks or monthly
 * @param day the day on which they are written to
 * @param at the time of that day, on their own clocks
 * @param repeat the same two are not introduced again for that long, 1 to 1000 days
 * @param newcomer for so long after they were first seen somebody is new, 1 to 365 days
 * @param reminder so long after the introduction they are reminded, 1 to 6 days
 * @param later so long after the introduction each is asked whether they met, 7 to 30 days
 */
@Validated
@ConfigurationProperties("ponte.pairing")
record PairingProperties(
    @DefaultValue("true") boolean company,
    @DefaultValue("every-two-weeks") @NotNull Cadence every,
    @DefaultValue("tuesday") @NotNull DayOfWeek day,
    @DefaultValue("10:00") @NotNull LocalTime at,
    @DefaultValue("180d") @DurationMin(days = 1) @DurationMax(days = 1000) Duration repeat,
    @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 365) Duration newcomer,
    @DefaultValue("3d") @DurationMin(days = 1) @DurationMax(days = 6) Duration reminder,
    @DefaultValue("10d") @DurationMin(days = 7) @DurationMax(days = 30) Duration later) {

  PairingRules rules() {
    return new PairingRules(
        company, every, day, at.truncatedTo(ChronoUnit.MINUTES), repeat, newcomer, reminder, later);
  }
}
