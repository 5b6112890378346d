package ponte.nlp;

import java.util.Locale;
import java.util.Set;

/**
 * Stop words that in capitals are the name of something: {@code IT} is no {@code it}. What people
 * put in capitals only to stress it is not among them.
 */
final class Acronyms {

  private static final Set<String> ENGLISH = listed(Language.ENGLISH);
  private static final Set<String> ITALIAN = listed(Language.ITALIAN);

  /** A line in capitals with more words is shouted; one with fewer may be names. */
  private static final int MOST_NAMES = 3;

  private Acronyms() {}

  /** Whether a word is one, however it is written. */
  static boolean has(String word, Language language) {
    return in(language).contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether a word at this place of a text is one: in capitals, in a line that is not. */
  static boolean isAt(String word, int start, String text, Language language) {
    return isOne(word, language) && !isShouted(text, start);
  }

  /** Whether a part of an identifier is one: in capitals, where not all of it is. */
  static boolean isPart(String part, String identifier, Language language) {
    return isOne(part, language) && identifier.chars().anyMatch(Character::isLowerCase);
  }

  private static boolean isOne(String word, Language language) {
    return word.chars().allMatch(Character::isUpperCase) && has(word, language);
  }

  private static boolean isShouted(String text, int at) {
    var end = text.indexOf('\n', at);
    var words = 0;
    var inWord = false;
    for (var i = text.lastIndexOf('\n', at) + 1; i < (end < 0 ? text.length() : end); i++) {
      var letter = text.charAt(i);
      if (Character.isLowerCase(letter)) {
        return false;
      }
      words += Character.isLetter(letter) && !inWord ? 1 : 0;
      inWord = Character.isLetter(letter);
    }
    return words > MOST_NAMES;
  }

  private static Set<String> in(Language language) {
    return switch (language) {
      case ENGLISH -> ENGLISH;
      case ITALIAN -> ITALIAN;
    };
  }

  private static Set<String> listed(Language language) {
    return Set.copyOf(WordList.read(language.name().toLowerCase(Locale.ROOT) + ".acronyms.txt"));
  }
}
