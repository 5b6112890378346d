package ponte.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import ponte.archive.Wish;

/**
 * A term of a topic.
 *
 * @param states where it is in each segment, looked up once
 * @param frequency in how many visible conversations it occurs
 */
record TopicTerm(Term term, TermStates states, long frequency) implements Wish.Term {

  static TopicTerm of(Term term, IndexSearcher searcher, List<VisibleSegment> segments)
      throws IOException {
    var states = TermStates.build(searcher, term, true);
    long frequency = 0;
    for (var segment : segments) {
      frequency += segment.frequency(term, states);
    }
    return new TopicTerm(term, states, frequency);
  }

  @Override
  public String text() {
    return term.text();
  }

  TermQuery query() {
    return new TermQuery(term, states);
  }
}
