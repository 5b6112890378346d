package ponte.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/**
 * Matches the conversations in some of the channels.
 *
 * <p>It looks at the channel of a candidate: with hundreds of channels that costs a fraction of
 * joining the postings of each.
 */
final class VisibleConversations extends Query {

  /** The numbers of the channels in each segment. */
  private final List<FixedBitSet> channels;

  VisibleConversations(List<FixedBitSet> channels) {
    this.channels = List.copyOf(channels);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {

      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        var ords = DocValues.getSorted(leaf.reader(), Fields.WHERE);
        var visible = channels.get(leaf.ord);
        return new ScorerSupplier() {

          @Override
          public Scorer get(long leadCost) {
            return new ConstantScoreScorer(score(), scoreMode, new ChannelIs(ords, visible));
          }

          @Override
          public long cost() {
            return ords.cost();
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  private static final class ChannelIs extends TwoPhaseIterator {

    private final SortedDocValues ords;
    private final FixedBitSet visible;

    private ChannelIs(SortedDocValues ords, FixedBitSet visible) {
      super(ords);
      this.ords = ords;
      this.visible = visible;
    }

    @Override
    public boolean matches() throws IOException {
      return visible.get(ords.ordValue());
    }

    @Override
    public float matchCost() {
      return 2;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "visible conversations";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VisibleConversations that && channels.equals(that.channels);
  }

  @Override
  public int hashCode() {
    return channels.hashCode();
  }
}
