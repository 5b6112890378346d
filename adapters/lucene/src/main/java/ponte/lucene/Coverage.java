package ponte.lucene;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.ScoreDoc;
import ponte.archive.Wish;
import ponte.nlp.Language;

/**
 * How much of a topic comes up in each conversation: in the language in which most of it does.
 *
 * @param segments in order
 * @param languages the topic's words as they are in each language
 */
record Coverage(List<VisibleSegment> segments, List<Weighed> languages) {

  /**
   * Words of one language.
   *
   * @param rarities of each of them, BM25's inverse document frequency among what the audience may
   *     see; a word that nobody used is the rarest
   */
  private record Weighed(List<Wish<TopicTerm>> wishes, double[] rarities) {

    private static Weighed of(List<Wish<TopicTerm>> wishes, long conversations) {
      var rarities =
          wishes.stream()
              .mapToLong(Wish::frequency)
              .mapToDouble(n -> Math.log(1 + (conversations - n + 0.5) / (n + 0.5)))
              .toArray();
      return new Weighed(wishes, rarities);
    }

    private double whole() {
      return IntStream.range(0, rarities.length).mapToDouble(i -> rarities[i]).sum();
    }
  }

  /**
   * @param wishes all of the gist's, used or not
   * @param statistics by field; a field without any counts nothing
   */
  static Coverage of(
      List<VisibleSegment> segments,
      Map<Language, List<Wish<TopicTerm>>> wishes,
      Map<String, CollectionStatistics> statistics) {
    var languages = new ArrayList<Weighed>();
    wishes.forEach(
        (language, own) -> {
          var known = statistics.get(Fields.words(language));
          if (known != null) {
            languages.add(Weighed.of(own, known.docCount()));
          }
        });
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
      if (to > from) {
        var documents = new int[to - from];
        for (var i = 0; i < documents.length; i++) {
          documents[i] = hits[byDocument[from + i]].doc - segment.leaf().docBase;
        }
        for (var wish = 0; wish < language.wishes.size(); wish++) {
          var shares = shares(language.wishes.get(wish), segment, documents);
          for (var i = 0; i < documents.length; i++) {
            covered[byDocument[from + i]] += shares[i] * language.rarities[wish];
          }
        }
      }
      from = to;
    }
    return covered;
  }

  /**
   * What each document has of a word: 1 where it has the word itself, less for what stands in for
   * it.
   *
   * @param documents of the segment, in order
   */
  private static double[] shares(Wish<TopicTerm> wish, VisibleSegment segment, int[] documents)
      throws IOException {
    var shares = new double[documents.length];
    if (wish.own() != null) {
      var having = having(wish.own(), segment, documents);
      for (var i = having.nextSetBit(0); i >= 0; i = having.nextSetBit(i + 1)) {
        shares[i] = 1;
      }
    }
    for (var other : wish.others()) {
      var having = having(other.terms().getFirst(), segment, documents);
      for (var term : other.terms().subList(1, other.terms().size())) {
        having.and(having(term, segment, documents));
      }
      for (var i = having.nextSetBit(0); i >= 0; i = having.nextSetBit(i + 1)) {
        shares[i] = Math.max(shares[i], other.worth());
      }
    }
    return shares;
  }

  /** Which of the documents have a term. */
  private static BitSet having(TopicTerm term, VisibleSegment segment, int[] documents)
      throws IOException {
    var having = new BitSet(documents.length);
    var postings = segment.postings(term.term(), term.states());
    var doc = postings == null ? NO_MORE_DOCS : -1;
    for (var i = 0; i < documents.length && postings != null && doc != NO_MORE_DOCS; i++) {
      doc = doc < documents[i] ? postings.advance(documents[i]) : doc;
      having.set(i, doc == documents[i]);
    }
    return having;
  }
}
