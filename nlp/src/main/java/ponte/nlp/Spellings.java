package ponte.nlp;

import java.util.LinkedHashSet;
import java.util.Set;

/** The words of a text as they were written, for those who look for words by their form. */
final class Spellings {

  private static final int LONGEST = 40;

  private Spellings() {}

  static Set<String> of(String text, Language language) {
    var spellings = new LinkedHashSet<String>();
    for (var token : Tokens.of(text, language)) {
      switch (token.kind()) {
        case WORD, IDENTIFIER -> {
          var word = Folding.fold(Apostrophes.without(token.in(text)).toString());
          if (word.length() > 1
              && word.length() <= LONGEST
              && Character.isLetter(word.charAt(0))
              && !StopWords.of(language).contains(word)) {
            spellings.add(word);
          }
        }
        case ELIDED, ADDRESS -> {}
      }
    }
    return spellings;
  }
}
