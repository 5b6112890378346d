package ponte.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Audience;

/**
 * What an audience may see of each segment. A question is many look-ups for one audience: what was
 * worked out for the last one is kept.
 */
final class Sight {

  private final PerSegment<ConversationTally> tallies;
  private volatile @Nullable Seen last;

  private record Seen(IndexReader reader, Audience audience, List<VisibleSegment> segments) {}

  Sight(PerSegment<ConversationTally> tallies) {
    this.tallies = tallies;
  }

  List<VisibleSegment> of(IndexReader reader, Audience audience) throws IOException {
    var known = last;
    if (known != null && known.reader == reader && known.audience == audience) {
      return known.segments;
    }
    var segments = new ArrayList<VisibleSegment>();
    for (var leaf : reader.leaves()) {
      segments.add(VisibleSegment.of(leaf, tallies.of(leaf.reader()), audience));
    }
    var seen = new Seen(reader, audience, List.copyOf(segments));
    last = seen;
    return seen.segments;
  }
}
