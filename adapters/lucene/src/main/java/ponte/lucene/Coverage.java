package ponte.lucene;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.ScoreDoc;
import ponte.nlp.Language;

/**
 * How much of a topic comes up in each conversation: in the language in which most of it does.
 *
 * @param segments in order
 * @param languages the topic's terms as they are in each language
 */
record Coverage(List<VisibleSegment> segments, List<Weighed> languages) {

  /**
   * Terms of one language.
   *
   * @param rarities of each of them, BM25's inverse document frequency among what the audience may
   *     see; a term that nobody used is the rarest
   */
  private record Weighed(List<TopicTerm> terms, double[] rarities) {

    private static Weighed of(List<TopicTerm> terms, long conversations) {
      var rarities =
          terms.stream()
              .mapToLong(TopicTerm::frequency)
              .mapToDouble(n -> Math.log(1 + (conversations - n + 0.5) / (n + 0.5)))
              .toArray();
      return new Weighed(terms, rarities);
    }

    private double whole() {
      return IntStream.range(0, rarities.length).mapToDouble(i -> rarities[i]).sum();
    }
  }

  /**
   * @param terms all of the topic's, used or not
   * @param statistics by field; a field without any counts nothing
   */
  static Coverage of(
      List<VisibleSegment> segments,
      List<TopicTerm> terms,
      Map<String, CollectionStatistics> statistics) {
    var languages = new ArrayList<Weighed>();
    for (var language : Language.values()) {
      var field = Fields.words(language);
      var known = statistics.get(field);
      if (known != null) {
        var own = terms.stream().filter(term -> term.term().field().equals(field)).toList();
        languages.add(Weighed.of(own, known.docCount()));
      }
    }
    return new Coverage(segments, languages);
  }

  /** The share of the topic's rarity that each conversation has, 0 to 1. */
  double[] of(ScoreDoc[] hits) throws IOException {
    var most = new double[hits.length];
    var byDocument =
        IntStream.range(0, hits.length)
            .boxed()
            .sorted((one, other) -> Integer.compare(hits[one].doc, hits[other].doc))
            .mapToInt(Integer::intValue)
            .toArray();
    for (var language : languages) {
      var whole = language.whole();
      if (whole > 0) {
        var covered = covered(language, hits, byDocument);
        for (var i = 0; i < most.length; i++) {
          most[i] = Math.max(most[i], covered[i] / whole);
        }
      }
    }
    return most;
  }

  /** The rarity that each hit has: every term's postings are walked once a segment. */
  private double[] covered(Weighed language, ScoreDoc[] hits, int[] byDocument) throws IOException {
    var covered = new double[hits.length];
    var from = 0;
    for (var segment : segments) {
      var to = from;
      var end = segment.leaf().docBase + segment.leaf().reader().maxDoc();
      while (to < byDocument.length && hits[byDocument[to]].doc < end) {
        to++;
      }
      for (var term = 0; term < language.terms.size() && to > from; term++) {
        var found = language.terms.get(term);
        var postings = segment.postings(found.term(), found.states());
        var doc = postings == null ? NO_MORE_DOCS : -1;
        for (var i = from; i < to && postings != null && doc != NO_MORE_DOCS; i++) {
          var wanted = hits[byDocument[i]].doc - segment.leaf().docBase;
          doc = doc < wanted ? postings.advance(wanted) : doc;
          covered[byDocument[i]] += doc == wanted ? language.rarities[term] : 0;
        }
      }
      from = to;
    }
    return covered;
  }
}
