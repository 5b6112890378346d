package ponte.slack;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Slack's timestamp, which is also the name of a message in its channel: seconds since 1970, a dot,
 * microseconds.
 *
 * @param value as Slack writes it
 */
public record Ts(String value, Instant instant) {

  private static final int MOST_SECOND_DIGITS = 11;
  private static final int MOST_FRACTION_DIGITS = 9;

  /** A moment as Slack writes it, to the microsecond. */
  public static Ts of(Instant instant) {
    return new Ts(
        String.format(Locale.ROOT, "%d.%06d", instant.getEpochSecond(), instant.getNano() / 1000),
        instant);
  }

  /** Empty where the text is no timestamp. */
  public static Optional<Ts> parse(String text) {
    int dot = text.indexOf('.');
    var seconds = dot < 0 ? text : text.substring(0, dot);
    var fraction = dot < 0 ? "" : text.substring(dot + 1);
    if (!isNumber(seconds, 1, MOST_SECOND_DIGITS)
        || !isNumber(fraction, dot < 0 ? 0 : 1, MOST_FRACTION_DIGITS)) {
      return Optional.empty();
    }
    long nanos = 0;
    for (int i = 0; i < MOST_FRACTION_DIGITS; i++) {
      nanos = nanos * 10 + (i < fraction.length() ? fraction.charAt(i) - '0' : 0);
    }
    return Optional.of(new Ts(text, Instant.ofEpochSecond(Long.parseLong(seconds), nanos)));
  }

  private static boolean isNumber(String text, int fewest, int most) {
    if (text.length() < fewest || text.length() > most) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
