package ponte.lucene;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import ponte.archive.Found.Part;

/**
 * A segment's conversations in the order of their last words, the latest first; deleted ones are
 * among them. It takes 16 bytes a conversation.
 *
 * @param last the {@link Fields#time} of each
 * @param channels the number of each one's channel
 */
record LatestTally(int[] documents, long[] last, int[] channels) {

  private record Entry(int document, long last, int channel) {}

  static LatestTally of(LeafReader leaf) throws IOException {
    var ords = DocValues.getSorted(leaf, Fields.WHERE);
    var parts = DocValues.getBinary(leaf, Fields.PARTS);
    var entries = new ArrayList<Entry>();
    for (var doc = ords.nextDoc(); doc != NO_MORE_DOCS; doc = ords.nextDoc()) {
      if (parts.advanceExact(doc)) {
        entries.add(new Entry(doc, last(Parts.read(parts.binaryValue())), ords.ordValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::last).reversed());
    return new LatestTally(
        entries.stream().mapToInt(Entry::document).toArray(),
        entries.stream().mapToLong(Entry::last).toArray(),
        entries.stream().mapToInt(Entry::channel).toArray());
  }

  private static long last(List<Part> parts) {
    return parts.stream().mapToLong(part -> Fields.time(part.last())).max().orElse(Long.MIN_VALUE);
  }
}
