package ponte.lucene;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;

/**
 * How many messages a segment holds, channel by channel.
 *
 * @param oldest the earliest {@link Fields#time} of each channel
 */
record MessageTally(Channels channels, long[] messages, long[] oldest, long[] newest) {

  static MessageTally of(LeafReader leaf) throws IOException {
    var ords = DocValues.getSorted(leaf, Fields.CHANNEL);
    var times = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf, Fields.AT));
    var live = leaf.getLiveDocs();
    var messages = new long[ords.getValueCount()];
    var oldest = new long[messages.length];
    var newest = new long[messages.length];
    Arrays.fill(oldest, Long.MAX_VALUE);
    Arrays.fill(newest, Long.MIN_VALUE);
    for (var doc = ords.nextDoc(); doc != NO_MORE_DOCS; doc = ords.nextDoc()) {
      if (live == null || live.get(doc)) {
        var ord = ords.ordValue();
        var time = times != null && times.advanceExact(doc) ? times.longValue() : 0;
        messages[ord]++;
        oldest[ord] = Math.min(oldest[ord], time);
        newest[ord] = Math.max(newest[ord], time);
      }
    }
    return new MessageTally(Channels.of(ords), messages, oldest, newest);
  }
}
