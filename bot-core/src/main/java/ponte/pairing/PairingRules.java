package ponte.pairing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import ponte.command.Acquaintance.Cadence;

/**
 * How colleagues are introduced to each other.
 *
 * @param company whether those who want it are introduced to anybody of the organisation; else only
 *     by the programmes of channels, as newcomers and to learn
 * @param every how often, where somebody did not say otherwise
 * @param day on which they are written to
 * @param at the time of that day, on the clock of the one for whom it comes last; to the minute
 * @param repeat the same two are not introduced again for that long
 * @param newcomer for so long after they were first seen somebody is new
 * @param reminder so long after the introduction those who said nothing to it are reminded, once
 * @param later so long after the introduction each is asked whether they met
 */
public record PairingRules(
    boolean company,
    Cadence every,
    DayOfWeek day,
    LocalTime at,
    Duration repeat,
    Duration newcomer,
    Duration reminder,
    Duration later) {

  public static final PairingRules DEFAULT =
      new PairingRules(
          true,
          Cadence.EVERY_TWO_WEEKS,
          DayOfWeek.TUESDAY,
          LocalTime.of(10, 0),
          Duration.ofDays(180),
          Duration.ofDays(30),
          Duration.ofDays(3),
          Duration.ofDays(10));

  public PairingRules {
    if (!at.equals(at.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("at is " + at + ", must be to the minute");
    }
    requirePositive("repeat", repeat);
    requirePositive("newcomer", newcomer);
    requirePositive("reminder", reminder);
    if (later.compareTo(reminder) <= 0) {
      throw new IllegalArgumentException(
          "later is " + later + ", must be more than the reminder's " + reminder);
    }
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is " + value + ", must be more than nothing");
    }
  }
}
