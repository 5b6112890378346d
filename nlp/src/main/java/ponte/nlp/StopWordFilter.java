package ponte.nlp;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Leaves out stop words, but for those that {@link TermTokenizer} calls acronyms. */
final class StopWordFilter extends FilteringTokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private final CharArraySet words;

  StopWordFilter(TokenStream input, Language language) {
    super(input);
    this.words = StopWords.of(language);
  }

  @Override
  protected boolean accept() {
    return !words.contains(term.buffer(), 0, term.length())
        || type.type().equals(TermTokenizer.ACRONYM);
  }
}
