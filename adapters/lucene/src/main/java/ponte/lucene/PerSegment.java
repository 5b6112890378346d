package ponte.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;

/**
 * What was computed of a segment, until the segment changes, or what is deleted in it where that
 * matters.
 */
final class PerSegment<T> {

  private final Map<CacheKey, T> computed = new ConcurrentHashMap<>();
  private final Computation<T> computation;
  private final Function<LeafReader, CacheHelper> key;

  /** Computes it. */
  interface Computation<T> {
    T of(LeafReader leaf) throws IOException;
  }

  PerSegment(Computation<T> computation) {
    this(computation, LeafReader::getReaderCacheHelper);
  }

  private PerSegment(Computation<T> computation, Function<LeafReader, CacheHelper> key) {
    this.computation = computation;
    this.key = key;
  }

  /** For what is the same whatever is deleted. */
  static <T> PerSegment<T> withDeleted(Computation<T> computation) {
    return new PerSegment<>(computation, LeafReader::getCoreCacheHelper);
  }

  T of(LeafReader leaf) throws IOException {
    var helper = key.apply(leaf);
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
