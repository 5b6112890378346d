package ponte.slack;

/** The sign before quoted lines: {@code >} as Slack escapes it, and as other tools leave it. */
final class QuoteMark {

  private static final String[] SIGNS = {"&gt;", ">", "&amp;gt;"};
  private static final int LONG = 3;

  private QuoteMark() {}

  /** How long the mark is that stands here, with the space after it; 0 where there is none. */
  static int at(String text, int start) {
    var sign = sign(text, start);
    if (sign.isEmpty()) {
      return 0;
    }
    int end = start + sign.length() * (isLong(text, start) ? LONG : 1);
    return (end < text.length() && text.charAt(end) == ' ' ? end + 1 : end) - start;
  }

  /** Whether the mark here quotes all that follows and not only its line. */
  static boolean isLong(String text, int start) {
    var sign = sign(text, start);
    return !sign.isEmpty() && text.startsWith(sign.repeat(LONG), start);
  }

  private static String sign(String text, int start) {
    for (var sign : SIGNS) {
      if (text.startsWith(sign, start)) {
        return sign;
      }
    }
    return "";
  }
}
