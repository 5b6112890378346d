package ponte.nlp;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds in a text of several sentences those that tell what it is about: that name three things and
 * more which are no everyday language. Who writes a whole mail also says who they are, what the
 * weekend was like and when they have a meeting, and hardly a sentence of that does. Where none
 * tells, those that ask are the gist.
 */
final class Gist {

  /** With two, a place and a profession are a subject; with four, many a question is none. */
  private static final int THINGS = 3;

  /**
   * Of the text's terms so large a share is in what is left out, at least. A question that only has
   * a sentence beside it is as good as it is.
   */
  private static final double BESIDE_THE_POINT = 0.45;

  private final Nlp nlp;
  private final Language otherwise;

  /**
   * @param otherwise the language of a sentence that does not tell its own
   */
  Gist(Nlp nlp, Language otherwise) {
    this.nlp = nlp;
    this.otherwise = otherwise;
  }

  /** The text itself where little of it is beside the point, or no sentence tells or asks. */
  String of(String text) {
    var sentences = nlp.sentences(text);
    if (sentences.size() < 2) {
      return text;
    }
    var kept = those(sentences, this::tells);
    for (var sign : List.of(QuestionSign.MARK, QuestionSign.CUE)) {
      if (kept.isEmpty()) {
        kept = those(sentences, sentence -> asks(sentence, sign));
      }
    }
    var left = new BitSet();
    left.set(0, sentences.size());
    left.andNot(kept);
    return kept.isEmpty() || terms(joined(left, sentences)) < BESIDE_THE_POINT * terms(text)
        ? text
        : joined(kept, sentences);
  }

  private static BitSet those(List<String> sentences, Predicate<String> which) {
    var those = new BitSet();
    for (var i = 0; i < sentences.size(); i++) {
      those.set(i, which.test(sentences.get(i)));
    }
    return those;
  }

  private static String joined(BitSet those, List<String> sentences) {
    return String.join(" ", those.stream().mapToObj(sentences::get).toList());
  }

  private int terms(String text) {
    return new HashSet<>(nlp.terms(text, otherwise)).size();
  }

  /** Whether a sentence names so many things. */
  boolean tells(String sentence) {
    var language = language(sentence);
    var named = new HashSet<String>();
    nlp.nounGroups(sentence, language).forEach(group -> named.addAll(group.terms()));
    var things = new HashSet<String>();
    for (var word : nlp.words(sentence, language)) {
      var terms = nlp.terms(word, language);
      if (terms.stream().anyMatch(named::contains) && !isCommon(word)) {
        things.addAll(terms);
      }
    }
    return things.size() >= THINGS;
  }

  /**
   * Whether it is of everyday talk or courtesy, or looks like a name: people sign what they ask.
   */
  private boolean isCommon(String word) {
    var isNameLike =
        Character.isUpperCase(word.charAt(0))
            && word.chars().skip(1).allMatch(Character::isLowerCase);
    return isNameLike || nlp.isPleasantry(word) || nlp.isEveryday(word);
  }

  private boolean asks(String sentence, QuestionSign sign) {
    var language = language(sentence);
    return nlp.question(sentence, language) == sign && !nlp.terms(sentence, language).isEmpty();
  }

  private Language language(String sentence) {
    return nlp.language(sentence).orElse(otherwise);
  }
}
