package ponte.consent;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * International bank account numbers (ISO 13616): of their country's length and with a valid check
 * number (ISO 7064, MOD 97-10), or in groups of four as on paper, or called an IBAN. The latter two
 * also find those in which a digit is wrong.
 */
final class Ibans {

  private static final int LEAST = 15;
  private static final int MOST = 34;

  /** How many characters before a number may say that it is an IBAN. */
  private static final int CALLED_WITHIN = 60;

  /** The characters that are enough where the rest was cut off. */
  private static final int LEAST_OF_CUT = 8;

  private static final Pattern START =
      Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{2}[ \\u00a0]?[0-9]{2}(?=[ .\\u00a0-]?[A-Za-z0-9])");

  /** The lengths of the IBAN Registry, release 99. */
  private static final Map<String, Integer> LENGTHS =
      lengths(
          "NO15 BE16 DK18 FI18 FK18 FO18 GL18 NL18 SD18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20"
              + " MN20 XK20 CH21 HR21 LI21 LV21 BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22 VA22"
              + " AE23 GI23 IL23 IQ23 OM23 SO23 TL23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24"
              + " TN24 VG24 LY25 PT25 ST25 IS26 TR26 BI27 DJ27 FR27 GR27 IT27 MC27 MR27 SM27 AL28"
              + " AZ28 BY28 CY28 DO28 GT28 HN28 HU28 LB28 NI28 PL28 SV28 BR29 EG29 PS29 QA29 UA29"
              + " JO30 KW30 MU30 YE30 MT31 SC31 LC32 RU33");

  private Ibans() {}

  static void find(String text, Secrets secrets) {
    var start = START.matcher(text);
    int from = 0;
    while (start.find(from)) {
      int end = end(text, start.start());
      if (end > 0) {
        secrets.add(start.start(), end);
      }
      from = Math.max(end, start.end());
    }
  }

  /** Where the number ends that may start here; 0 where there is none. */
  private static int end(String text, int from) {
    var number = new StringBuilder();
    boolean called = isCalledIban(text, from);
    boolean onPaper = true;
    boolean ofAccount = true;
    int end = 0;
    int letters = 0;
    int groupEnd;
    for (int at = from; at >= 0 && number.length() < MOST; at = nextGroup(text, groupEnd)) {
      groupEnd = endOfGroup(text, at);
      number.append(text, at, groupEnd);
      if (isIban(number, called, onPaper && at > from)) {
        return groupEnd;
      }
      onPaper &= groupEnd - at == 4;
      ofAccount &= isOfAccount(text, at, groupEnd) && number.length() <= MOST;
      if (ofAccount) {
        end = groupEnd;
        letters = number.length();
      }
    }
    boolean known = called || (onPaper && LENGTHS.containsKey(country(number)));
    boolean whole = called && letters >= LEAST;
    return whole || (known && letters >= LEAST_OF_CUT && isCut(text, end)) ? end : 0;
  }

  private static boolean isIban(CharSequence number, boolean called, boolean onPaper) {
    var length = LENGTHS.get(country(number));
    if (length == null || length != number.length()) {
      return false;
    }
    return isValid(number)
        || (called || onPaper)
            && isOfAccount(number.toString(), 0, length)
            && 2 * number.chars().filter(Ibans::isDigit).count() >= length;
  }

  private static String country(CharSequence number) {
    return number.subSequence(0, 2).toString().toUpperCase(Locale.ROOT);
  }

  /** Whether the number, its first four characters put last, is 1 modulo 97; A counts 10. */
  private static boolean isValid(CharSequence number) {
    int rest = 0;
    for (int place = 0; place < number.length(); place++) {
      int value = Character.digit(number.charAt((place + 4) % number.length()), 36);
      rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
    }
    return rest == 1;
  }

  /** Digits, with capitals or not; words of a sentence have neither. */
  private static boolean isOfAccount(String text, int from, int to) {
    var group = text.substring(from, to);
    return group.chars().anyMatch(Ibans::isDigit)
        || group.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
  }

  private static boolean isCalledIban(String text, int from) {
    var before = text.substring(Math.max(0, from - CALLED_WITHIN), from).toLowerCase(Locale.ROOT);
    return before.lastIndexOf("iban") > before.lastIndexOf(Redaction.MARK);
  }

  private static boolean isCut(String text, int end) {
    return text.startsWith("…", end) || text.startsWith(" …", end);
  }

  private static int endOfGroup(String text, int from) {
    int end = from;
    while (end < text.length() && end - from <= MOST && isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The start of the group after one separator; -1 where there is none. */
  private static int nextGroup(String text, int groupEnd) {
    boolean follows =
        groupEnd + 1 < text.length()
            && " .-\u00a0".indexOf(text.charAt(groupEnd)) >= 0
            && isLetterOrDigit(text.charAt(groupEnd + 1));
    return follows ? groupEnd + 1 : -1;
  }

  private static boolean isDigit(int letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean isLetterOrDigit(char letter) {
    return isDigit(letter) || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
  }

  private static Map<String, Integer> lengths(String written) {
    var lengths = new HashMap<String, Integer>();
    for (var each : written.split(" ")) {
      lengths.put(each.substring(0, 2), Integer.valueOf(each.substring(2)));
    }
    return Map.copyOf(lengths);
  }
}
