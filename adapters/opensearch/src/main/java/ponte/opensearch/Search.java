package ponte.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import tools.jackson.databind.JsonNode;

/** Asks for documents; nothing where there are no indexes yet. */
final class Search {

  /** As many as OpenSearch gives at once. */
  private static final int PAGE = 5_000;

  private static final Map<String, String> WHOLE =
      Map.of(
          "ignore_unavailable", "true",
          "allow_no_indices", "true",
          "allow_partial_search_results", "false");

  private final Cluster cluster;

  Search(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * The documents in order, page by page.
   *
   * @param channel whose documents they all are; null: of several
   * @param sort whose last field no two documents share
   */
  List<JsonNode> hits(
      String indexes,
      @Nullable ChannelId channel,
      Map<String, Object> query,
      List<?> sort,
      List<String> fields,
      int limit) {
    var hits = new ArrayList<JsonNode>();
    while (hits.size() < limit) {
      var size = Math.min(PAGE, limit - hits.size());
      var asked = body(query, sort, fields, size);
      if (!hits.isEmpty()) {
        asked.put("search_after", hits.getLast().path("sort"));
      }
      var page = ask(indexes, channel, asked).path("hits").path("hits");
      page.forEach(hits::add);
      if (page.size() < size) {
        break;
      }
    }
    return hits;
  }

  /** What asks for the first document in an order. */
  static Map<String, Object> first(Map<String, Object> query, List<?> sort, List<String> fields) {
    return body(query, sort, fields, 1);
  }

  private static Map<String, Object> body(
      Map<String, Object> query, List<?> sort, List<String> fields, int size) {
    return Json.object(
        "query", query,
        "size", size,
        "sort", sort,
        "_source", fields,
        "track_total_hits", false);
  }

  /** What asks for counts and sums over documents, none of which is given. */
  static Map<String, Object> tally(Map<String, Object> query, Map<String, Object> counts) {
    return Json.object("query", query, "size", 0, "track_total_hits", true, "aggs", counts);
  }

  JsonNode ask(String indexes, @Nullable ChannelId channel, Map<String, Object> body) {
    var parameters = new TreeMap<>(WHOLE);
    if (channel != null) {
      parameters.put("routing", Layout.routing(channel));
    }
    return cluster.ask("POST", "/" + indexes + "/_search", parameters, body);
  }

  /** Asks several things in one request; the answers are in their order. */
  List<JsonNode> together(String indexes, List<Map<String, Object>> bodies) {
    var parameters = new TreeMap<>(WHOLE);
    parameters.put("index", indexes);
    return cluster.search(parameters, bodies);
  }
}
