package ponte.slack;

/**
 * The three characters that Slack escapes. Some exports escape them twice; a text that means {@code
 * &gt;} itself is so rare that both are read as the character.
 */
final class Entities {

  private static final String AMP = "&amp;";

  private Entities() {}

  /** Appends what the ampersand here means; returns where what follows it starts. */
  static int append(String text, int at, StringBuilder into) {
    int start = text.startsWith(AMP, at) ? at + AMP.length() - 1 : at;
    // At start stands the ampersand, or the semicolon that ends a whole one.
    for (int name = start + 1, i = 0; i < NAMES.length; i++) {
      if (text.startsWith(NAMES[i], name)) {
        into.append(CHARACTERS[i]);
        return name + NAMES[i].length();
      }
    }
    into.append('&');
    return start + 1;
  }

  static int append(String text, int at, SpanList into) {
    var character = new StringBuilder(1);
    int after = append(text, at, character);
    into.text(character);
    return after;
  }

  static String decode(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    var decoded = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '&') {
        at = append(text, at, decoded);
      } else {
        decoded.append(text.charAt(at++));
      }
    }
    return decoded.toString();
  }

  private static final String[] NAMES = {"lt;", "gt;", "amp;"};
  private static final char[] CHARACTERS = {'<', '>', '&'};
}
