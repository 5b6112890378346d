package ponte.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import ponte.archive.Held;
import ponte.conversation.Audience;
import ponte.conversation.MessageId;

/** Finds an audience's conversations that were held last. */
final class LatestConversations {

  private final IndexReader reader;
  private final PerSegment<ConversationTally> tallies;
  private final PerSegment<LatestTally> latest;

  LatestConversations(
      IndexReader reader, PerSegment<ConversationTally> tallies, PerSegment<LatestTally> latest) {
    this.reader = reader;
    this.tallies = tallies;
    this.latest = latest;
  }

  private record Hit(LeafReader leaf, int document, long last) {}

  List<Held> of(Audience audience, int limit) throws IOException {
    var hits = new ArrayList<Hit>();
    for (var leaf : reader.leaves()) {
      add(leaf, audience, limit, hits);
    }
    hits.sort(Comparator.comparingLong(Hit::last).reversed());
    var held = new ArrayList<Held>();
    for (var i = 0; i < hits.size() && isAmong(limit, hits.get(i), hits); i++) {
      held.add(held(hits.get(i)));
    }
    held.sort(Comparator.comparing(Held::last).reversed().thenComparing(Held::conversation));
    return held.subList(0, Math.min(limit, held.size()));
  }

  private static boolean isAmong(int limit, Hit hit, List<Hit> hits) {
    return hits.size() <= limit || hit.last() >= hits.get(limit - 1).last();
  }

  /** Adds those of a segment that may be among the last ones, with all of the same moment. */
  private void add(LeafReaderContext context, Audience audience, int limit, List<Hit> hits)
      throws IOException {
    var leaf = context.reader();
    var visible = channels(context, audience);
    var live = leaf.getLiveDocs();
    var tally = latest.of(leaf);
    var last = tally.last();
    var count = 0;
    var least = Long.MIN_VALUE;
    for (var i = 0; i < last.length && (count < limit || last[i] == least); i++) {
      var doc = tally.documents()[i];
      if (visible.get(tally.channels()[i]) && (live == null || live.get(doc))) {
        hits.add(new Hit(leaf, doc, last[i]));
        least = last[i];
        count++;
      }
    }
  }

  private FixedBitSet channels(LeafReaderContext context, Audience audience) throws IOException {
    return VisibleSegment.of(context, tallies.of(context.reader()), audience).channels();
  }

  private static Held held(Hit hit) throws IOException {
    var openings = DocValues.getBinary(hit.leaf(), Fields.OPENING);
    var parts = DocValues.getBinary(hit.leaf(), Fields.PARTS);
    if (!openings.advanceExact(hit.document()) || !parts.advanceExact(hit.document())) {
      throw new IllegalStateException("document " + hit.document() + " is no conversation");
    }
    return new Held(
        MessageId.parse(openings.binaryValue().utf8ToString()), Parts.read(parts.binaryValue()));
  }
}
