package ponte.nlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The terms of a text, as the analysers give them. */
final class Terms {

  private Terms() {}

  static List<String> of(String text, Language language) {
    var terms = new ArrayList<String>();
    try (var stream = Analyzers.of(language).tokenStream("", text)) {
      var term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
    return terms;
  }
}
