package ponte.nlp;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;

/**
 * Stems Italian text, in which the words of the trade are English: those that don't look Italian
 * are stemmed as English ones, so that {@code kafka} and {@code deployments} are the same term in
 * both languages.
 */
final class ItalianStemFilter extends TokenFilter {

  private static final String VOWELS = "aeiou";
  private static final String FOREIGN = "jkwxy";

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final SnowballStemmer italian = new ItalianStemmer();
  private final SnowballStemmer english = new EnglishStemmer();

  ItalianStemFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!keyword.isKeyword()) {
      var stemmer = looksItalian(term) ? italian : english;
      stemmer.setCurrent(term.buffer(), term.length());
      stemmer.stem();
      term.copyBuffer(stemmer.getCurrentBuffer(), 0, stemmer.getCurrentBufferLength());
    }
    return true;
  }

  /** Italian words end in a vowel and do without the letters j, k, w, x and y. */
  static boolean looksItalian(CharSequence word) {
    if (word.isEmpty() || VOWELS.indexOf(word.charAt(word.length() - 1)) < 0) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (FOREIGN.indexOf(word.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
