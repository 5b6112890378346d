package ponte.digest;

import java.util.regex.Pattern;

/**
 * Finds words that point at something said before: "this contract", "does it", "in quel caso". A
 * pronoun is taken to mean something of its own sentence where enough of one stands before it.
 */
final class Dangling {

  /** "To fix it with rags": one word before a pronoun may well be no name of anything. */
  private static final int WORDS_TO_MEAN = 2;

  private static final int LETTERS_OF_A_STEM = 4;
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*", Pattern.UNICODE_CHARACTER_CLASS);

  /** What somebody quotes points at what was there, as an error message does. */
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]+\"|“[^”]+”|«[^»]+»");

  private Dangling() {}

  /** Whether it says of something that it was named before: "that function". */
  static boolean pointsBack(Line line) {
    return line.has(Cue.DEICTIC)
        && Cues.in(line.language()).has(Cue.DEICTIC, QUOTED.matcher(line.plain()).replaceAll(" "));
  }

  static boolean in(Line line) {
    if (pointsBack(line)) {
      return true;
    }
    var cues = Cues.in(line.language());
    var text = cues.without(Cue.IMPERSONAL, line.plain());
    var pronoun = cues.find(Cue.PRONOUN, text);
    if (pronoun.isEmpty()) {
      return false;
    }
    var before = cues.without(Cue.ACTING, text.substring(0, pronoun.getAsInt()));
    return content(line, before) < (before.indexOf(',') >= 0 ? 1 : WORDS_TO_MEAN);
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
