package ponte.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many further copies the parts of an archive have. What was made with fewer than are wanted
 * today gets more; nothing gets fewer, since somebody may have wanted them.
 */
final class Copies {

  private static final Logger log = LoggerFactory.getLogger(Copies.class);

  private static final String COPIES = "index.number_of_replicas";
  private static final String BY_ITSELF = "index.auto_expand_replicas";

  /** As many names as an address may well have. */
  private static final int AT_ONCE = 20;

  private final Cluster cluster;
  private final Layout layout;
  private final int wanted;

  Copies(Cluster cluster, Layout layout, int wanted) {
    this.cluster = cluster;
    this.layout = layout;
    this.wanted = wanted;
  }

  /** The indexes that have fewer than are wanted, in order; not where OpenSearch counts itself. */
  List<String> fewer() {
    var found =
        cluster
            .ask("GET", "/" + layout.all() + "/_settings", Map.of("flat_settings", "true"))
            .body();
    var fewer = new ArrayList<String>();
    for (var index : found.properties()) {
      var its = index.getValue().path("settings");
      if (its.path(COPIES).asInt(wanted) < wanted
          && its.path(BY_ITSELF).asString("false").equals("false")) {
        fewer.add(index.getKey());
      }
    }
    fewer.sort(null);
    return fewer;
  }

  /** Adds what is missing; where that is refused, the archive is used as it is. */
  void add() {
    try {
      var fewer = fewer();
      for (var from = 0; from < fewer.size(); from += AT_ONCE) {
        var some = fewer.subList(from, Math.min(fewer.size(), from + AT_ONCE));
        cluster.ask(
            "PUT", "/" + String.join(",", some) + "/_settings", Map.of(), Map.of(COPIES, wanted));
        log.atInfo().addKeyValue("indexes", some).addKeyValue("copies", wanted).log("copies added");
      }
    } catch (OpenSearchUnavailableException e) {
      log.atWarn()
          .addKeyValue("copies", wanted)
          .addKeyValue("trouble", e.getMessage())
          .log("indexes may have fewer copies than are set");
    }
  }
}
