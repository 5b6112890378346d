package ponte.nlp;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Drops accents that come as characters of their own, as some systems write them. */
final class MarkFilter extends TokenFilter {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  MarkFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    var characters = term.buffer();
    int kept = 0;
    for (int i = 0; i < term.length(); i++) {
      if (characters[i] < 0x300 || Character.getType(characters[i]) != Character.NON_SPACING_MARK) {
        characters[kept++] = characters[i];
      }
    }
    term.setLength(kept);
    return true;
  }
}
