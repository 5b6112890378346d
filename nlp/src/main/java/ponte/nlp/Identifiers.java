package ponte.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes identifiers apart. */
final class Identifiers {

  private static final Set<String> WHOLE_NAMES = Set.copyOf(WordList.read("whole-names.txt"));

  private Identifiers() {}

  /**
   * The parts of an identifier that mean something alone, none where it has only one: {@code
   * max_user_connections}, {@code maxUserConnections}, {@code XMLHttpRequest}, {@code python3}.
   */
  static List<String> parts(CharSequence identifier) {
    var parts = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= identifier.length(); i++) {
      boolean ends = i == identifier.length() || !isPart(identifier.charAt(i));
      if (ends) {
        addHumps(identifier.subSequence(start, i).toString(), parts);
        start = i + 1;
      }
    }
    if (parts.size() == 1 && parts.getFirst().contentEquals(identifier)) {
      return List.of();
    }
    return parts;
  }

  /** Whether a word has humps to be cut at, as in {@code camelCase}. */
  static boolean hasHumps(String word) {
    for (int i = 1; i < word.length(); i++) {
      if (isHump(word, i)) {
        return !WHOLE_NAMES.contains(word.toLowerCase(Locale.ROOT));
      }
    }
    return false;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || isMark(c) || Character.isSurrogate(c);
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static void addHumps(String word, List<String> parts) {
    if (WHOLE_NAMES.contains(word.toLowerCase(Locale.ROOT))) {
      parts.add(word);
      return;
    }
    int start = 0;
    for (int i = 1; i <= word.length(); i++) {
      if (i == word.length() || isBoundary(word, i)) {
        add(word.substring(start, i), parts);
        start = i;
      }
    }
  }

  private static boolean isBoundary(String word, int i) {
    return isHump(word, i) || isVersionDigit(word, i);
  }

  private static boolean isHump(String word, int i) {
    if (!Character.isUpperCase(word.charAt(i))) {
      return false;
    }
    char before = word.charAt(i - 1);
    return Character.isLowerCase(before) || (Character.isUpperCase(before) && beginsWord(word, i));
  }

  /** Tells the {@code R} of {@code HTTPRequest} from the {@code I} of {@code APIs}. */
  private static boolean beginsWord(String word, int i) {
    return i + 2 < word.length()
        && Character.isLowerCase(word.charAt(i + 1))
        && Character.isLowerCase(word.charAt(i + 2));
  }

  /** A digit that ends a word of three letters and more, as in {@code python3}; not {@code s3}. */
  private static boolean isVersionDigit(String word, int i) {
    if (!Character.isDigit(word.charAt(i)) || i < 3) {
      return false;
    }
    for (int j = i; j < word.length(); j++) {
      if (!Character.isDigit(word.charAt(j))) {
        return false;
      }
    }
    return Character.isLetter(word.charAt(i - 1))
        && Character.isLetter(word.charAt(i - 2))
        && Character.isLetter(word.charAt(i - 3));
  }

  private static void add(String part, List<String> parts) {
    long letters = part.chars().filter(Character::isLetter).count();
    if (letters >= 2 || part.length() >= 3) {
      parts.add(part);
    }
  }
}
