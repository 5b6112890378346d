package ponte.redis;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Instants as 26 digits whose order as text is that of time, to the nanosecond. */
final class Moments {

  /** What a document has in place of an absent moment. */
  static final String NONE = "-";

  /** How many digits. */
  static final int LENGTH = 26;

  private static final int SECONDS = 17;

  private Moments() {}

  static String write(Instant moment) {
    var digits = new byte[LENGTH];
    fill(digits, 0, SECONDS, moment.getEpochSecond() - Instant.MIN.getEpochSecond());
    fill(digits, SECONDS, LENGTH, moment.getNano());
    return new String(digits, StandardCharsets.US_ASCII);
  }

  static Instant read(String digits) {
    return Instant.ofEpochSecond(
        Long.parseLong(digits.substring(0, SECONDS)) + Instant.MIN.getEpochSecond(),
        Long.parseLong(digits.substring(SECONDS)));
  }

  /** The part of the digits that Redis holds as a score, on which only upkeep relies. */
  static String seconds(Instant moment) {
    return write(moment).substring(0, SECONDS);
  }

  private static void fill(byte[] digits, int from, int to, long number) {
    var rest = number;
    for (var i = to - 1; i >= from; i--) {
      digits[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
