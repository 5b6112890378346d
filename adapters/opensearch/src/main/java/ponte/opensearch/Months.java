package ponte.opensearch;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the indexes of talk before something is written into them. What OpenSearch would make by
 * itself hangs on a setting of the cluster and on a template, which no snapshot of indexes has.
 */
final class Months {

  private final Cluster cluster;
  private final Layout layout;
  private final OpenSearchSettings settings;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Months(Cluster cluster, Layout layout, OpenSearchSettings settings) {
    this.cluster = cluster;
    this.layout = layout;
    this.settings = settings;
  }

  /** Makes those that are not there, as far as is known. */
  void require(Collection<String> indexes) {
    for (var index : indexes) {
      if (!known.contains(index)) {
        requireThere(index);
      }
    }
  }

  /** Where no index may be made, making is refused also of one that is there. */
  private void requireThere(String index) {
    if (cluster.ask("GET", "/" + index + "/_alias", Map.of()).isFound()) {
      known.add(index);
    } else {
      make(index);
    }
  }

  /** Makes one that was thought to be there, unless it is. */
  void make(String index) {
    cluster.make("/" + index, layout.month(settings));
    known.add(index);
  }
}
