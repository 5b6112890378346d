package ponte.nlp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.nlp.Tokens.Kind;

/**
 * Tells the language of a line: by its small words, which are quick and seldom err, and only where
 * these are missing or at odds by its letters.
 */
final class Languages {

  /**
   * Below these leanings the letters say nothing: names, single loanwords. Tuned on Slack's English
   * and JILDA's Italian, cut to one to three words.
   */
  private static final double LEAST_LEANING = 0.08;

  private static final double LEAST_LEANING_OF_FEW = 0.16;

  /** So many characters are plenty for telling by letters. */
  private static final int ENOUGH_CHARACTERS = 400;

  /** So many last lines of its surroundings tell what language a doubtful line is in. */
  private static final int CONTEXT = 5;

  private static final int ENOUGH_WORDS = 3;

  private static final Map<String, Integer> VOTES = votes();

  private final Lazy<LetterSequences> letters;

  Languages(Lazy<LetterSequences> letters) {
    this.letters = letters;
  }

  Optional<Language> of(String text) {
    return Optional.ofNullable(sign(text).language());
  }

  Language of(String text, List<String> context, Language otherwise) {
    var around =
        context.subList(Math.max(0, context.size() - CONTEXT), context.size()).stream()
            .map(this::sign)
            .toList();
    return sign(text).among(around, otherwise);
  }

  LanguageSign sign(String text) {
    var words = new StringBuilder(" ");
    int votes = 0;
    int count = 0;
    for (var token : Tokens.of(text, Language.ITALIAN)) {
      if (token.kind() == Kind.ADDRESS || token.kind() == Kind.IDENTIFIER) {
        continue;
      }
      var word = token.in(text).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
      votes += token.kind() == Kind.ELIDED ? -1 : vote(word);
      if (!Character.isDigit(word.charAt(0))
          && words.length() + word.length() < ENOUGH_CHARACTERS) {
        words.append(word).append(token.kind() == Kind.ELIDED ? "" : " ");
        count++;
      }
    }
    if (votes != 0) {
      return new LanguageSign(languageOf(votes), true);
    }
    if (count == 0) {
      return new LanguageSign(null, false);
    }
    double leaning = letters.get().leaningToEnglish(words.toString());
    boolean tells =
        Math.abs(leaning) >= (count < ENOUGH_WORDS ? LEAST_LEANING_OF_FEW : LEAST_LEANING);
    return new LanguageSign(tells ? languageOf(leaning) : null, tells && count >= ENOUGH_WORDS);
  }

  private static @Nullable Language languageOf(double leaning) {
    if (leaning == 0) {
      return null;
    }
    return leaning > 0 ? Language.ENGLISH : Language.ITALIAN;
  }

  private static int vote(String word) {
    var known = VOTES.get(word);
    if (known != null) {
      return known;
    }
    int last = word.charAt(word.length() - 1);
    if ("àèéìòù".indexOf(last) >= 0 && word.length() > 2) {
      return -1;
    }
    int apostrophe = word.indexOf('\'');
    return apostrophe > 0 && apostrophe < word.length() - 1 ? 1 : 0;
  }

  private static Map<String, Integer> votes() {
    var english = words(Language.ENGLISH);
    var italian = words(Language.ITALIAN);
    var votes = new HashMap<String, Integer>();
    english.forEach(word -> votes.merge(word, 1, Integer::sum));
    italian.forEach(word -> votes.merge(word, -1, Integer::sum));
    votes.values().removeIf(vote -> vote == 0);
    return Map.copyOf(votes);
  }

  private static Set<String> words(Language language) {
    var words = new HashSet<>(StopWords.written(language));
    words.addAll(WordList.read(language.name().toLowerCase(Locale.ROOT) + ".votes.txt"));
    return words;
  }
}
