package ponte.wording;

import java.util.List;
import java.util.Optional;
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

  /** Of a longer topic the first ones: every word says little there, and takes its time. */
  private static final int MOST_WORDS = 16;

  /** The dictionary's longest entries. */
  private static final int LONGEST = 4;

  private static final int CANDIDATES = 3;

  /** Said in so many conversations, a word belongs to a language. */
  private static final int IN_USE = 3;

  private OtherLanguage() {}

  static void read(Asked asked) {
    var words = asked.words().subList(0, Math.min(MOST_WORDS, asked.words().size()));
    for (var language : asked.languages()) {
      phrases(words, language, asked);
      for (var word : words) {
        var isOfTheOther = isOfTheOther(word, language, asked);
        if (isOfTheOther.isEmpty()) {
          asked.leaveOpen(word);
        } else if (!isOfTheOther.get()) {
          translated(List.of(word), asked.translations(word, language), language, asked);
          alike(word, language, asked);
        }
        if (asked.isNeverSaid(word)) {
          asked
              .nlp()
              .synonyms(word, language)
              .forEach(other -> asked.standIn(word, other, language, SYNONYM));
        }
      }
    }
  }

  /**
   * Whether a word is one of the other language, be it borrowed, rather than of this one; empty
   * while it is not known.
   */
  private static Optional<Boolean> isOfTheOther(String word, Language language, Asked asked) {
    return asked
        .spelled(word, Asked.other(language))
        .flatMap(
            others ->
                others < IN_USE
                    ? Optional.of(false)
                    : asked.spelled(word, language).map(own -> others >= own));
  }

  /** Translates groups of words that mean something together. */
  private static void phrases(List<String> words, Language language, Asked asked) {
    for (var from = 0; from < words.size(); from++) {
      for (var until = Math.min(words.size(), from + LONGEST); until > from + 1; until--) {
        var phrase = words.subList(from, until);
        var translations = asked.translations(String.join(" ", phrase), language);
        if (!translations.isEmpty()) {
          translated(phrase, translations, language, asked);
        }
      }
    }
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
    if (!asked.lacksStandIn(typed)) {
      return;
    }
    var pieces = Cognates.of(Asked.lower(typed), language);
    if (!pieces.isEmpty()) {
      var other = Asked.other(language);
      var found = asked.usage().spellings(new Shape.Pieces(pieces), other, CANDIDATES);
      found.ifPresentOrElse(
          alike -> alike.forEach(each -> asked.standIn(typed, each.word(), other, ALIKE)),
          () -> asked.leaveOpen(typed));
    }
  }
}
