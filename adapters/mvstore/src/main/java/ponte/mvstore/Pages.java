package ponte.mvstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import ponte.store.Stored;

/**
 * What lies in a map, a page at a time, so that others have their turn between two pages; for the
 * thread of the store alone.
 */
final class Pages<K, V> {

  private static final int LENGTH = 200;

  private final MVMap<K, V> map;
  private final BiFunction<K, V, Optional<Stored>> reading;
  private @Nullable K reached;

  /**
   * @param after where to begin; null: at the first key
   * @param reading what a key and its value stand for, if for anything
   */
  Pages(MVMap<K, V> map, @Nullable K after, BiFunction<K, V, Optional<Stored>> reading) {
    this.map = map;
    this.reached = after;
    this.reading = reading;
  }

  /** The next page; an empty one is the last. */
  List<Stored> next() {
    var page = new ArrayList<Stored>();
    var cursor = map.cursor(reached);
    while (page.size() < LENGTH && cursor.hasNext()) {
      var key = cursor.next();
      if (!key.equals(reached)) {
        reading.apply(key, cursor.getValue()).ifPresent(page::add);
        reached = key;
      }
    }
    return List.copyOf(page);
  }
}
