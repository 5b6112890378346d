package ponte.consent;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets without a form of their own, known by the words before them, English and Italian. */
final class Passwords {

  /** The most characters of a value that are looked at; it bounds the time, not the secrets. */
  private static final int LONGEST = 4_096;

  /** The least characters of a value behind a word that names other things too. */
  private static final int LEAST_OF_WEAK = 8;

  /** The length from which on a value is no word. */
  private static final int NO_WORD = 20;

  /**
   * A label and what joins it to its value. A strong one always names a password; the others also
   * occur in talk, as in "token: one word of a text".
   */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:(?<strong>(?i:password|passwd|passphrase|passcode)"
              + "|(?<![A-Za-z])(?i:pwd|psw|pw|parola d['’]ordine))"
              + "|(?<![A-Za-z])(?i:secret(?:[ _-]?(?:access[ _-]?)?key)?"
              + "|(?:access|auth|refresh|session)?token"
              + "|(?:api|access|account|private|signing|encryption)[ _-]?key|credentials?"
              + "|chiave (?:segreta|privata|api|di accesso)|codice segreto|segreto|credenziali)"
              + "|(?<=[a-z0-9])(?:Secret(?:Key)?|Token|(?:Api|Access|Account)Key))"
              + "(?<about> (?:for|of|to|on|per|di|del|della|dell['’]|dello|dei)"
              + "[\\p{L}\\p{N} '’_-]{1,40}?"
              + "(?=[\"'*_]{0,3}(?:\\s{1,3}(?:is|was|è|era|e')[\\s:]|\\s{0,3}[:=])))?"
              + "[\"'*_]{0,3}"
              + "(?<told>\\s{1,3}(?:is|was|è|era|e')(?=[\\s:]))?"
              + "(?:(?<equals>=(?!=))|(?<sign>\\s{0,3}(?:=>|:=|=(?!=)|:(?!//))))?"
              + "\\s{0,3}(?<quote>[\"'`“«]?)");

  /** {@code Authorization: Bearer …} of RFC 6750 and {@code Basic} of RFC 7617. */
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "(?i:(?<![A-Za-z])bearer\\s{1,3}(?=[\\w.~+/-]{0,60}[0-9]|[\\w.~+/-]{30})"
              + "|authorization[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?(?:basic|token)\\s{1,3})"
              + "([\\w.~+/-]{8,}+=*+)");

  /** Where a value is yet to be filled in, or was hidden by others. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$[{(].*|\\$[A-Z][A-Z0-9_]{2,}|<.*|\\{\\{.*|\\[.*|[*x.…_-]+");

  /** What follows a label in talk about passwords. */
  private static final Set<String> TALK =
      Set.of(
          """
          a an the is are was not no any if in on to for of or and how why what when where who which
          see ask use your my our we i you it this that please must should can could does do did
          don't never always none null nil true false undefined yes required optional
          string str text bool boolean int
          un una il lo la gli le è non se su per di da o e come perché cosa che quando dove chi quale
          vedi chiedi usa tua tuo mia mio qualcuno avete bisogna deve devi mai sempre sì vero falso
          nessuno nessuna nulla
          """
              .strip()
              .split("\\s+"));

  private static final String AFTER_VALUE = ".,;:!?)]}>»”’\"'`*_…";

  private Passwords() {}

  /** Comes after what tells more exactly where it ends, such as the parameters of an address. */
  static void find(String text, Secrets secrets) {
    var authorization = AUTHORIZATION.matcher(text);
    while (authorization.find()) {
      secrets.add(authorization.start(1), authorization.end(1));
    }
    var label = LABEL.matcher(text);
    while (label.find()) {
      if (label.group("equals") != null && secrets.has(label.end())) {
        continue;
      }
      int end = endOfQuoted(text, label);
      if (end < 0 || !isSecret(text, label, end)) {
        end = endOfWord(text, label.end());
      }
      if (isSecret(text, label, end)) {
        secrets.add(label.end(), end);
      }
    }
  }

  /** Where a value in quotation marks ends on its line; -1 where there is none. */
  private static int endOfQuoted(String text, Matcher label) {
    var quote = label.group("quote");
    if (!quote.isEmpty()) {
      char closing =
          switch (quote.charAt(0)) {
            case '“' -> '”';
            case '«' -> '»';
            default -> quote.charAt(0);
          };
      int most = Math.min(text.length(), label.end() + LONGEST);
      for (int end = label.end(); end < most && text.charAt(end) != '\n'; end++) {
        if (text.charAt(end) == closing) {
          return end;
        }
      }
    }
    return -1;
  }

  private static int endOfWord(String text, int from) {
    int most = Math.min(text.length(), from + LONGEST);
    int end = from;
    while (end < most && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return endOfValue(text, from, end);
  }

  /** Where a value ends without what its sentence puts after it. */
  static int endOfValue(String text, int from, int to) {
    int end = to;
    while (end > from && AFTER_VALUE.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isSecret(String text, Matcher label, int end) {
    var value = text.substring(label.end(), end);
    boolean equals = label.group("equals") != null;
    if (!isValue(value)) {
      return false;
    }
    boolean signed = equals || label.group("sign") != null;
    boolean joined = signed || label.group("told") != null || label.group("quote").equals("`");
    if (!joined) {
      return false;
    }
    if (label.group("strong") == null && !equals) {
      return value.length() >= NO_WORD || (value.length() >= LEAST_OF_WEAK && hasDigit(value));
    }
    if (text.substring(label.start(), label.end()).contains("\n") && !endsLine(text, end)) {
      return false;
    }
    boolean said = !signed || label.group("about") != null;
    return !said || hasSign(value) || (signed && endsLine(text, end));
  }

  /** Whether it may be one, and is neither talk nor yet to be filled in. */
  static boolean isValue(String value) {
    return !value.isEmpty()
        && !value.contains(Redaction.MARK)
        && !value.contains("://")
        && !PLACEHOLDER.matcher(value).matches()
        && !TALK.contains(value.toLowerCase(Locale.ROOT));
  }

  private static boolean hasDigit(String value) {
    return value.chars().anyMatch(Character::isDigit);
  }

  private static boolean hasSign(String value) {
    return value
        .chars()
        .anyMatch(letter -> !Character.isLetter(letter) && "'’-".indexOf(letter) < 0);
  }

  private static boolean endsLine(String text, int end) {
    int at = end;
    while (at < text.length()
        && at - end < LONGEST
        && (AFTER_VALUE.indexOf(text.charAt(at)) >= 0 || text.charAt(at) == ' ')) {
      at++;
    }
    return at == text.length() || text.charAt(at) == '\n';
  }
}
