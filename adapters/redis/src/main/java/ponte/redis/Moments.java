package ponte.redis;

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
    return "%017d%09d"
        .formatted(moment.getEpochSecond() - Instant.MIN.getEpochSecond(), moment.getNano());
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
}
