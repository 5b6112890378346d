package ponte.digest;

import java.util.regex.Pattern;

/**
 * Finds words that point at something said before: "this contract", "does it", "in quel caso". A
 * pronoun is taken to mean something of its own sentence where enough of one stands before it.
 */
final class Dangling {

  /** A verb and a noun: with one of them alone, "fix it" would name what is to be fixed. */
  private static final int WORDS_TO_MEAN = 2;

  private static final int LETTERS_OF_A_STEM = 4;
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*", Pattern.UNICODE_CHARACTER_CLASS);

  private Dangling() {}

  static boolean in(Line line) {
    var cues = Cues.in(line.language());
    var text = cues.without(Cue.IMPERSONAL, line.plain());
    if (cues.has(Cue.DEICTIC, text)) {
      return true;
    }
    var pronoun = cues.find(Cue.PRONOUN, text);
    return pronoun.isPresent()
        && content(line, text.substring(0, pronoun.getAsInt())) < WORDS_TO_MEAN;
  }

  /** How many words of content a part of a line has. */
  private static long content(Line line, String part) {
    return WORD.matcher(part)
        .results()
        .map(word -> word.group().toLowerCase(line.language().locale()))
        .filter(word -> line.terms().stream().anyMatch(term -> isOf(word, term)))
        .distinct()
        .count();
  }

  private static boolean isOf(String word, String term) {
    return word.startsWith(term.substring(0, Math.min(LETTERS_OF_A_STEM, term.length())));
  }
}
