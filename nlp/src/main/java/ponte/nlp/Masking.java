package ponte.nlp;

import java.util.regex.Pattern;

/**
 * Hides what holds full stops and question marks that end nothing: code and addresses. The masked
 * text is as long as the text.
 */
final class Masking {

  private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
  private static final Pattern URL =
      Pattern.compile(
          "(?:\\p{Alpha}[\\p{Alnum}+.-]{0,20}://|www\\.)[^\\s|>]*[^\\s|>.,;:!?)\\]}\"'»]");

  private Masking() {}

  static String mask(String text) {
    if (text.indexOf('`') < 0 && !text.contains("://") && !text.contains("www.")) {
      return text;
    }
    return hide(URL, hide(CODE, text));
  }

  static String hide(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(found -> "x".repeat(found.end() - found.start()));
  }
}
