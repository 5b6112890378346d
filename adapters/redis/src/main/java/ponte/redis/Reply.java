package ponte.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads what scripts answer, and writes what they are given. */
final class Reply {

  private Reply() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] bytes(long number) {
    return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
  }

  static String text(Object answer) {
    return new String((byte[]) answer, StandardCharsets.UTF_8);
  }

  static int number(Object answer) {
    return Math.toIntExact((Long) answer);
  }

  static boolean yes(Object answer) {
    return number(answer) == 1;
  }

  static List<?> list(Object answer) {
    return (List<?>) answer;
  }
}
