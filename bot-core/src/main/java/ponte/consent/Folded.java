package ponte.consent;

import java.lang.Character.UnicodeBlock;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text with letters and digits in their plain form: whoever writes {@code ４１１１} or {@code
 * 𝟒𝟏𝟏𝟏} writes 4111. Only what is written for the same character is taken (NFKC, Unicode
 * Standard Annex 15), one for one, and digits of all scripts.
 */
final class Folded {

  private static final Set<UnicodeBlock> FORMS =
      Set.of(
          UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
          UnicodeBlock.MATHEMATICAL_ALPHANUMERIC_SYMBOLS);

  /** From here on there are other forms of letters and digits (before it are those of Europe). */
  private static final int PLAIN = 0x600;

  private final String text;

  /**
   * Where each character of the text is in what was written, and where that ends; null: where it is
   * in the text.
   */
  private final int @Nullable [] places;

  private Folded(String text, int @Nullable [] places) {
    this.text = text;
    this.places = places;
  }

  static Folded of(String written) {
    if (written.chars().allMatch(letter -> letter < PLAIN)) {
      return new Folded(written, null);
    }
    var text = new StringBuilder(written.length());
    var places = new int[written.length() + 1];
    for (int at = 0; at < written.length(); ) {
      int letter = written.codePointAt(at);
      places[text.length()] = at;
      int plain = plain(letter);
      text.appendCodePoint(plain);
      if (Character.charCount(plain) == 2) {
        places[text.length() - 1] = at + 1;
      }
      at += Character.charCount(letter);
    }
    places[text.length()] = written.length();
    return new Folded(text.toString(), Arrays.copyOf(places, text.length() + 1));
  }

  private static int plain(int letter) {
    if (letter < PLAIN) {
      return letter;
    }
    if (Character.getType(letter) == Character.DECIMAL_DIGIT_NUMBER) {
      return '0' + Character.digit(letter, 10);
    }
    if (!FORMS.contains(UnicodeBlock.of(letter))) {
      return letter;
    }
    var plain = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC);
    return plain.codePointCount(0, plain.length()) == 1 ? plain.codePointAt(0) : letter;
  }

  String text() {
    return text;
  }

  /** Where a character of the text is in what was written. */
  int place(int at) {
    return places == null ? at : places[at];
  }
}
