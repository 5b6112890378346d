package ponte.nlp;

import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** One spelling for letters that people type with or without accents and capitals. */
final class Folding {

  private Folding() {}

  /** Lower case without accents: what the terms' filters make of a word. */
  static String fold(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    var characters = lower.toCharArray();
    var folded = new char[characters.length * 4];
    var length = ASCIIFoldingFilter.foldToASCII(characters, 0, folded, 0, characters.length);
    return new String(folded, 0, length);
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
