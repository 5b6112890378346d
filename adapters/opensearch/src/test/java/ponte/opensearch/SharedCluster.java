package ponte.opensearch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import ponte.archive.Conversations;
import ponte.nlp.Nlp;
import ponte.opensearch.node.OpenSearchCluster;
import tools.jackson.databind.JsonNode;

/**
 * Three nodes that all tests of a run share. Making indexes takes longer than most tests: what one
 * test leaves is emptied for another one.
 */
final class SharedCluster {

  static final Nlp NLP = Nlp.shared();

  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  /** As many archives as a test may have open at once. */
  private static final int ARCHIVES = 3;

  private static final AtomicInteger OPENED = new AtomicInteger();
  private static final Map<String, Integer> POOLS = new ConcurrentHashMap<>();

  private SharedCluster() {}

  static OpenSearchCluster nodes() {
    return Three.NODES;
  }

  /**
   * An archive of which nobody has ever written anything, as far as it knows.
   *
   * @param pool begins its prefix
   */
  static OpenSearchArchive emptyArchive(String pool) {
    var number = OPENED.getAndIncrement();
    var opened = POOLS.merge(pool, 1, Integer::sum);
    var settings = settings(pool + opened % ARCHIVES);
    if (opened > ARCHIVES) {
      empty(settings);
    }
    return open(settings, number);
  }

  /** An archive under a prefix of its own. */
  static OpenSearchArchive open(String prefix) {
    return open(settings(prefix), OPENED.getAndIncrement());
  }

  static OpenSearchSettings settings(String prefix) {
    return OpenSearchSettings.of(nodes().addresses()).withPrefix(prefix);
  }

  private static OpenSearchArchive open(OpenSearchSettings settings, int number) {
    var clock = Clock.fixed(START.plus(Duration.ofHours(number)), ZoneOffset.UTC);
    return OpenSearchArchive.open(settings, NLP, Conversations.Rules.DEFAULT, clock);
  }

  private static void empty(OpenSearchSettings settings) {
    try (var cluster = Connecting.to(settings)) {
      var all = "/" + settings.prefix() + "-*";
      cluster.ask("POST", all + "/_refresh", Map.of());
      var hits =
          cluster
              .ask("POST", all + "/_search", Map.of(), Map.of("size", 10_000, "_source", false))
              .path("hits")
              .path("hits");
      var lines = new ArrayList<String>();
      hits.forEach(hit -> lines.add(Json.write(Map.of("delete", name(hit)))));
      if (!lines.isEmpty()) {
        cluster.bulk(Map.of("refresh", "true"), List.copyOf(lines));
      }
    }
  }

  private static Map<String, Object> name(JsonNode hit) {
    var name =
        Json.object("_index", hit.path("_index").asString(), "_id", hit.path("_id").asString());
    if (hit.has("_routing")) {
      name.put("routing", hit.path("_routing").asString());
    }
    return name;
  }

  private static final class Three {
    static final OpenSearchCluster NODES = OpenSearchCluster.start(Path.of("node"), 3);
  }
}
