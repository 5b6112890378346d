package ponte.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import ponte.nlp.Language;

/**
 * How much of a topic comes up in a conversation: in the language in which most of it does.
 *
 * @param rarities the topic's terms with their rarity among what the audience may see, a term that
 *     nobody used being the rarest; by the language they were made for
 */
record Coverage(Map<Language, Map<Term, Double>> rarities) {

  Coverage {
    rarities = new EnumMap<>(rarities);
  }

  /** BM25's inverse document frequency. */
  static double rarity(long frequency, long conversations) {
    return Math.log(1 + (conversations - frequency + 0.5) / (frequency + 0.5));
  }

  /** The share of the topic's rarity that the conversation of this document has, 0 to 1. */
  double of(LeafReader leaf, int doc) throws IOException {
    var most = 0.0;
    for (var terms : rarities.values()) {
      var whole = 0.0;
      var covered = 0.0;
      for (var term : terms.entrySet()) {
        whole += term.getValue();
        covered += has(leaf, doc, term.getKey()) ? term.getValue() : 0;
      }
      most = whole > 0 ? Math.max(most, covered / whole) : most;
    }
    return most;
  }

  private static boolean has(LeafReader leaf, int doc, Term term) throws IOException {
    var postings = leaf.postings(term, PostingsEnum.NONE);
    return postings != null && postings.advance(doc) == doc;
  }
}
