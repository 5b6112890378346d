package ponte.consent;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Italian fiscal codes of persons, by their form and their check letter (D.M. 23 December 1976),
 * also where letters stand for digits so that no two people share one (omocodia). Where it is
 * called one, its form is enough: a letter may be wrong.
 */
final class FiscalCodes {

  /** How many characters before a code may say that it is one. */
  private static final int CALLED_WITHIN = 60;

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?<![A-Za-z0-9])(?:cod(?:ice|\\.)? ?fisc(?:ale|\\.)?|c\\.? ?f\\.?|fiscal code|tax code)(?![A-Za-z0-9])");

  private static final String DIGIT = "[0-9LMNPQRSTUV]";

  private static final Pattern CODE =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?i:[A-Z]{3} ?[A-Z]{3} ?%1$s{2}[ABCDEHLMPRST]%1$s{2} ?[A-Z]%1$s{3} ?[A-Z])(?![A-Za-z0-9])"
              .replace("%1$s", DIGIT));

  /** What a letter or a digit counts in an odd place: A or 0 first. */
  private static final int[] ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private FiscalCodes() {}

  static void find(String text, Secrets secrets) {
    var code = CODE.matcher(text);
    while (code.find()) {
      if (!isWord(code.group()) && (isCode(code.group()) || isCalled(text, code.start()))) {
        secrets.add(code.start(), code.end());
      }
    }
  }

  private static boolean isCode(String written) {
    var code = written.replace(" ", "").toUpperCase(Locale.ROOT);
    int sum = 0;
    for (int place = 0; place < 15; place++) {
      char letter = code.charAt(place);
      int value = letter <= '9' ? letter - '0' : letter - 'A';
      sum += place % 2 == 0 ? ODD[value] : value;
    }
    return code.charAt(15) == 'A' + sum % 26;
  }

  private static boolean isCalled(String text, int from) {
    var before = text.substring(Math.max(0, from - CALLED_WITHIN), from);
    var name = NAME.matcher(before.substring(before.lastIndexOf(Redaction.MARK) + 1));
    return name.find();
  }

  /** All letters are a word or some, unless written as nobody writes words. */
  private static boolean isWord(String written) {
    return written.chars().noneMatch(Character::isDigit)
        && !written.chars().allMatch(Character::isUpperCase);
  }
}
