package ponte.listening;

import java.util.List;
import ponte.nlp.Language;
import ponte.nlp.LanguageSign;

/**
 * What was made of messages, and what it takes to go on with those that come after them.
 *
 * @param tongues the languages of the messages
 * @param lately what tells the language of the last of them, where that of the next depends on it
 */
record Made<T>(List<T> items, Tongues tongues, List<LanguageSign> lately) {

  Made {
    items = List.copyOf(items);
    lately = List.copyOf(lately);
  }

  static <T> Made<T> nothing() {
    return new Made<>(List.of(), Tongues.NONE, List.of());
  }

  /** How many messages are of which language. */
  record Tongues(int italian, int english) {

    static final Tongues NONE = new Tongues(0, 0);

    Tongues with(List<LanguageSign> signs) {
      return new Tongues(
          italian + count(signs, Language.ITALIAN), english + count(signs, Language.ENGLISH));
    }

    private static int count(List<LanguageSign> signs, Language language) {
      return (int) signs.stream().filter(each -> each.language() == language).count();
    }

    /** In which language most of it is. */
    Language usual() {
      return italian > english ? Language.ITALIAN : Language.ENGLISH;
    }
  }
}
