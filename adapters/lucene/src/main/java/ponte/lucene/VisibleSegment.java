package ponte.lucene;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Audience;

/**
 * A segment and the channels in it that an audience may see.
 *
 * @param ords the numbers of these channels
 * @param channels the same as a set
 */
record VisibleSegment(
    LeafReaderContext leaf, ConversationTally tally, int[] ords, FixedBitSet channels) {

  static VisibleSegment of(LeafReaderContext leaf, ConversationTally tally, Audience audience) {
    var ords = tally.channels().visibleTo(audience);
    var channels = new FixedBitSet(tally.channels().ids().size());
    for (var ord : ords) {
      channels.set(ord);
    }
    return new VisibleSegment(leaf, tally, ords, channels);
  }

  boolean isAllVisible() {
    return ords.length == tally.channels().ids().size();
  }

  /** The conversations with a term, deleted and invisible ones too; null where there is none. */
  @Nullable PostingsEnum postings(Term term, TermStates states) throws IOException {
    var terms = at(term, states);
    return terms == null ? null : terms.postings(null, PostingsEnum.NONE);
  }

  private @Nullable TermsEnum at(Term term, TermStates states) throws IOException {
    var found = states.get(leaf);
    var state = found == null ? null : found.get();
    if (state == null) {
      return null;
    }
    var terms = Objects.requireNonNull(leaf.reader().terms(term.field())).iterator();
    terms.seekExact(term.bytes(), state);
    return terms;
  }

  /** In how many visible conversations a term occurs. */
  long frequency(Term term, TermStates states) throws IOException {
    var terms = at(term, states);
    return terms == null ? 0 : frequency(terms);
  }

  /** In how many visible conversations the term at hand occurs. */
  long frequency(TermsEnum terms) throws IOException {
    var live = leaf.reader().getLiveDocs();
    if (isAllVisible() && live == null) {
      return terms.docFreq();
    }
    var postings = terms.postings(null, PostingsEnum.NONE);
    var ords = isAllVisible() ? null : DocValues.getSorted(leaf.reader(), Fields.WHERE);
    long frequency = 0;
    for (var doc = postings.nextDoc(); doc != NO_MORE_DOCS; doc = postings.nextDoc()) {
      if ((live == null || live.get(doc))
          && (ords == null || (ords.advanceExact(doc) && channels.get(ords.ordValue())))) {
        frequency++;
      }
    }
    return frequency;
  }
}
