package ponte.app.opensearch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import ponte.opensearch.OpenSearchSettings;
import ponte.opensearch.node.OpenSearchCluster;

/** A cluster of one node that all tests of a run share, each under a prefix of its own. */
final class OneNode {

  private OneNode() {}

  static URI address() {
    return Started.NODE.addresses().getFirst();
  }

  static OpenSearchSettings settings(String prefix) {
    return OpenSearchSettings.of(Started.NODE.addresses()).withPrefix(prefix);
  }

  /** Changes settings of all indexes of a prefix. */
  static void set(String prefix, String settings) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address().resolve("/" + prefix + "-*/_settings"))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(settings))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(answer.body());
      }
    }
  }

  private static final class Started {
    static final OpenSearchCluster NODE =
        OpenSearchCluster.start(Path.of("..", "adapters", "opensearch", "node"), 1);
  }
}
