package ponte.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;

/** What was computed of a segment, until the segment or what is deleted in it changes. */
final class PerSegment<T> {

  private final Map<CacheKey, T> computed = new ConcurrentHashMap<>();
  private final Computation<T> computation;

  /** Computes it. */
  interface Computation<T> {
    T of(LeafReader leaf) throws IOException;
  }

  PerSegment(Computation<T> computation) {
    this.computation = computation;
  }

  T of(LeafReader leaf) throws IOException {
    var helper = leaf.getReaderCacheHelper();
    var known = computed.get(helper.getKey());
    if (known == null) {
      known = computation.of(leaf);
      if (computed.putIfAbsent(helper.getKey(), known) == null) {
        helper.addClosedListener(computed::remove);
      }
    }
    return known;
  }
}
