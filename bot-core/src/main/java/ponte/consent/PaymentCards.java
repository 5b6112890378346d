package ponte.consent;

import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * Numbers of payment cards: 13 to 19 digits, at once or in groups, of a range that banks issue and
 * with a valid check digit (ISO/IEC 7812-1). In four groups of four, as on a card, also behind a
 * plus or a slash, and with points between; otherwise not there, where numbers of phones and pages
 * are, and never next to a letter, as in the names of things: a card that is written so is shown.
 */
final class PaymentCards {

  private static final int LEAST = 13;
  private static final int MOST = 19;

  /** No phone number with its country, no part of a path, no decimals. */
  private static final Pattern NUMBERS =
      Pattern.compile("(?<![A-Za-z0-9_+/])(?<![\\d•]\\.)\\d++(?:[ \\u00a0\\u202f-]\\d++)*+");

  /** As on a card. */
  private static final Pattern ON_CARD =
      Pattern.compile(
          "(?<![A-Za-z0-9_])(?<![\\d•][ .\\u00a0\\u202f-])\\d{4}([ .\\u00a0\\u202f-])\\d{4}\\1\\d{4}\\1\\d{4}(?![A-Za-z_]|[ .-]?\\d)");

  /** Digits without one between. */
  private record Group(int from, int to) {
    int length() {
      return to - from;
    }
  }

  private PaymentCards() {}

  static void find(String text, Secrets secrets) {
    findOnCard(text, secrets);
    var numbers = NUMBERS.matcher(text);
    while (numbers.find()) {
      var groups = groups(text, numbers.start(), numbers.end());
      for (int first = 0; first < groups.size(); first++) {
        int last = lastOfCard(text, groups, first);
        if (last >= 0) {
          secrets.add(groups.get(first).from(), groups.get(last).to());
          first = last;
        }
      }
    }
  }

  private static void findOnCard(String text, Secrets secrets) {
    var numbers = ON_CARD.matcher(text);
    while (numbers.find()) {
      if (isCard(text, numbers.start(), numbers.end())) {
        secrets.add(numbers.start(), numbers.end());
      }
    }
  }

  private static ArrayList<Group> groups(String text, int from, int to) {
    var groups = new ArrayList<Group>();
    int start = from;
    for (int at = from; at < to; at++) {
      if (!isDigit(text.charAt(at))) {
        groups.add(new Group(start, at));
        start = at + 1;
      }
    }
    if (to == text.length() || !Character.isLetter(text.charAt(to)) && text.charAt(to) != '_') {
      groups.add(new Group(start, to));
    }
    return groups;
  }

  /** The last group of the longest card that starts with a group; -1 where none does. */
  private static int lastOfCard(String text, ArrayList<Group> groups, int first) {
    var head = groups.get(first);
    int found = -1;
    int length = 0;
    for (int last = first; last < groups.size(); last++) {
      var group = groups.get(last);
      length += group.length();
      boolean fits = last == first || (head.length() == 4 && group.length() <= 7);
      if (length > MOST || !fits) {
        break;
      }
      if (length >= LEAST && isCard(text, head.from(), group.to())) {
        found = last;
      }
      if (last > first && group.length() < 3) {
        break;
      }
    }
    return found;
  }

  private static boolean isCard(String text, int from, int to) {
    var digits = new StringBuilder();
    for (int at = from; at < to; at++) {
      if (isDigit(text.charAt(at))) {
        digits.append(text.charAt(at));
      }
    }
    return isIssued(Integer.parseInt(digits.substring(0, 4))) && passesLuhn(digits);
  }

  /** Mir and the second range of Mastercard start with 2, all other cards of banks with 3 to 6. */
  private static boolean isIssued(int head) {
    return (head >= 3000 && head < 7000)
        || (head >= 2200 && head <= 2204)
        || (head >= 2221 && head <= 2720);
  }

  private static boolean passesLuhn(CharSequence digits) {
    int sum = 0;
    for (int place = 1; place <= digits.length(); place++) {
      int digit = digits.charAt(digits.length() - place) - '0';
      int weighed = place % 2 == 0 ? 2 * digit : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
