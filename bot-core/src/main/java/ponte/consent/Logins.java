package ponte.consent;

import java.util.regex.Pattern;

/**
 * What somebody signs in with, where it is called less than a password: {@code user/pass: …} and
 * {@code pass: …}. The latter also names what passes, so that its value has to look like a secret.
 */
final class Logins {

  private static final String QUOTE = "[\"'*_`]{0,3}";

  /** A name and a password, in one word, or two with a slash or a digit in the second. */
  private static final Pattern PAIR =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?i:(?:user(?:name)?|usr|login|utente) ?[/&+] ?(?:pass(?:word|wd)?|pwd|psw|pw))"
              + QUOTE
              + "\\s{0,3}[:=]\\s{0,3}"
              + QUOTE
              + "([^\\s/|]{2,80}(?:\\s{0,2}[/|]\\s{0,2}\\S{2,80}|\\s(?=\\S{0,40}\\d)\\S{4,80})?)");

  /**
   * Neither a property nor a call nor an address of a program, nor what a run of tests prints: a
   * count, a test's name, words with hyphens.
   */
  private static final Pattern PASS =
      Pattern.compile(
          "(?<![\\p{L}\\d_.-])[Pp]ass"
              + QUOTE
              + "\\s{0,2}(?::(?!:)|=(?!=))\\s{0,3}"
              + QUOTE
              + "(?=[^\\s]{0,60}[\\d!?@#%&+])(?![\\w.]{0,60}\\()(?!\\w{1,60}\\.\\w)"
              + "(?!\\d+/\\d+)(?!(?i:test))(?!\\p{Ll}[\\p{Ll}\\d]*(?:-[\\p{Ll}\\d]+)+(?!\\S))([^\\s\"'`,;()]{6,80})");

  private Logins() {}

  static void find(String text, Secrets secrets) {
    for (var pattern : new Pattern[] {PAIR, PASS}) {
      var found = pattern.matcher(text);
      while (found.find()) {
        var end = Passwords.endOfValue(text, found.start(1), found.end(1));
        if (Passwords.isValue(text.substring(found.start(1), end))) {
          secrets.add(found.start(1), end);
        }
      }
    }
  }
}
