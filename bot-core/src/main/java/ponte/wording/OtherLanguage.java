package ponte.wording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import ponte.archive.Shape;
import ponte.nlp.Language;

/**
 * What the speakers of the other language say for the words of a topic: by the dictionary, and by
 * words of theirs that look like the same word.
 */
final class OtherLanguage {

  private static final double FIRST = 0.9;
  private static final double FURTHER = 0.8;
  private static final double ALIKE = 0.8;

  /** What only may mean the same, where nobody uses the word itself. */
  private static final double SYNONYM = 0.6;

  /** Of longer topics every word says little. */
  private static final int MOST_WORDS = 40;

  /** The dictionary's longest entries. */
  private static final int LONGEST = 4;

  private static final int CANDIDATES = 3;

  private OtherLanguage() {}

  static void read(Asked asked) {
    var words = asked.words().subList(0, Math.min(MOST_WORDS, asked.words().size()));
    for (var language : asked.languages()) {
      var phrased = phrases(words, language, asked);
      for (var word : words) {
        if (!phrased.contains(word)) {
          translated(List.of(word), asked.nlp().translations(word, language), language, asked);
        }
        alike(word, language, asked);
        if (asked.mentions(word) == 0) {
          asked
              .nlp()
              .synonyms(word, language)
              .forEach(other -> asked.standIn(word, other, language, SYNONYM));
        }
      }
    }
  }

  /** Translates groups of words that mean something together; returns these words. */
  private static HashSet<String> phrases(List<String> words, Language language, Asked asked) {
    var phrased = new HashSet<String>();
    for (var from = 0; from < words.size(); from++) {
      for (var until = Math.min(words.size(), from + LONGEST); until > from + 1; until--) {
        var phrase = words.subList(from, until);
        var translations = asked.nlp().translations(String.join(" ", phrase), language);
        if (!translations.isEmpty()) {
          translated(phrase, translations, language, asked);
          phrased.addAll(phrase);
        }
      }
    }
    return phrased;
  }

  private static void translated(
      List<String> words, List<String> translations, Language from, Asked asked) {
    var worth = FIRST;
    for (var translation : translations) {
      for (var word : words) {
        asked.standIn(word, translation, Asked.other(from), worth);
      }
      worth = FURTHER;
    }
  }

  private static void alike(String typed, Language language, Asked asked) {
    var pieces = Cognates.of(Asked.lower(typed), language);
    if (!pieces.isEmpty()) {
      var found =
          new ArrayList<>(
              asked.spellings(new Shape.Pieces(pieces), Asked.other(language), CANDIDATES));
      found.forEach(each -> asked.standIn(typed, each.word(), Asked.other(language), ALIKE));
    }
  }
}
