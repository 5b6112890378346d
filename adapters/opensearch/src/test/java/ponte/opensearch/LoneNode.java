package ponte.opensearch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import ponte.archive.Conversations;
import ponte.opensearch.node.OpenSearchCluster;
import tools.jackson.databind.JsonNode;

/** A cluster of one node whose own settings tests change, each under a prefix of its own. */
final class LoneNode {

  private LoneNode() {}

  static OpenSearchSettings settings(String prefix) {
    return settings(prefix, 0);
  }

  static OpenSearchSettings settings(String prefix, int copies) {
    var it = OpenSearchSettings.of(Started.NODE.addresses()).withPrefix(prefix);
    return new OpenSearchSettings(
        it.nodes(), null, null, prefix, 1, copies, it.connecting(), it.answering());
  }

  static OpenSearchArchive open(OpenSearchSettings settings) {
    return OpenSearchArchive.open(
        settings, SharedCluster.NLP, Conversations.Rules.DEFAULT, Clock.systemUTC());
  }

  static Layout layout(String prefix) {
    return Layout.of(prefix, OpenSearchArchive.filing(Conversations.Rules.DEFAULT));
  }

  /** Asks it something of which the answer is of interest. */
  static JsonNode ask(String method, String path, Map<String, String> parameters, Object body) {
    try (var cluster = Connecting.to(settings("any"))) {
      return cluster.ask(method, path, parameters, body);
    }
  }

  static JsonNode get(String path) {
    try (var cluster = Connecting.to(settings("any"))) {
      return cluster.ask("GET", path, Map.of()).body();
    }
  }

  static void delete(String path) {
    try (var cluster = Connecting.to(settings("any"))) {
      cluster.ask("DELETE", path, Map.of());
    }
  }

  /** The indexes of a prefix. */
  static List<String> indexes(String prefix) {
    return get("/" + prefix + "-*/_alias").properties().stream().map(Map.Entry::getKey).toList();
  }

  /** Sets something for the whole cluster while something is done. */
  static void with(String setting, Object value, Runnable doing) {
    set(setting, value);
    try {
      doing.run();
    } finally {
      set(setting, null);
    }
  }

  private static void set(String setting, @org.jspecify.annotations.Nullable Object value) {
    ask(
        "PUT",
        "/_cluster/settings",
        Map.of(),
        Map.of("persistent", Json.object(setting, value == null ? Json.read("null") : value)));
  }

  private static final class Started {
    static final OpenSearchCluster NODE = OpenSearchCluster.start(Path.of("node"), 1);
  }
}
