package ponte.command;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads times of day as people type them: {@code 9}, {@code 8:30}, {@code 9.15}, {@code 5 pm}. */
final class TimeOfDay {

  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?(?: ?(am|pm|h))?");

  private TimeOfDay() {}

  /** The time that a folded text names; 24:00 is midnight. */
  static Optional<LocalTime> of(String folded) {
    var text = folded.replace("a.m", "am").replace("p.m", "pm").replaceAll("m\\.$", "m");
    switch (text) {
      case "noon", "midday", "mezzogiorno" -> {
        return Optional.of(LocalTime.NOON);
      }
      case "midnight", "mezzanotte", "24", "24:00", "24.00" -> {
        return Optional.of(LocalTime.MIDNIGHT);
      }
      default -> {}
    }
    var clock = CLOCK.matcher(text);
    if (!clock.matches()) {
      return Optional.empty();
    }
    var hour = Integer.parseInt(clock.group(1));
    var half = clock.group(3);
    if (half != null && !half.equals("h")) {
      if (hour < 1 || hour > 12) {
        return Optional.empty();
      }
      hour = hour % 12 + (half.equals("pm") ? 12 : 0);
    }
    try {
      var minute = clock.group(2);
      return Optional.of(LocalTime.of(hour, minute == null ? 0 : Integer.parseInt(minute)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
