package ponte.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import ponte.archive.Wish;

/** Scores by the statistics of what an audience may see. */
final class AudienceSearcher extends IndexSearcher {

  private final Map<Term, Long> frequencies = new HashMap<>();
  private final Map<String, CollectionStatistics> statistics;

  /**
   * @param wishes whose terms may be searched for
   * @param statistics by field
   */
  AudienceSearcher(
      IndexReader reader,
      List<Wish<TopicTerm>> wishes,
      Map<String, CollectionStatistics> statistics) {
    super(reader);
    wishes.forEach(
        wish ->
            wish.terms()
                .forEach(
                    term -> frequencies.merge(term.term(), wish.frequencyOf(term), Math::max)));
    this.statistics = statistics;
    setSimilarity(new BM25Similarity(1.2f, 0.75f));
    setQueryCache(null);
  }

  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) {
    long frequency = frequencies.getOrDefault(term, (long) docFreq);
    return new TermStatistics(term.bytes(), frequency, frequency);
  }

  @Override
  public CollectionStatistics collectionStatistics(String field) throws IOException {
    var known = statistics.get(field);
    return known == null ? super.collectionStatistics(field) : known;
  }
}
