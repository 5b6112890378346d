package ponte.bench;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import ponte.opensearch.node.NodeProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One node of OpenSearch in a JVM of its own, with the class path that {@code
 * src/bench/peers/opensearch} fetches; asked over HTTP. It ends with this process, whatever ends
 * it.
 */
final class OpenSearchServer implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** From the peer's directory; the build compiles it. */
  private static final String PROGRAM = "../../../../adapters/opensearch/node/target/classes";

  private static final String ANALYSERS =
      "org.opensearch.analysis.common.CommonAnalysisModulePlugin";

  private final NodeProcess node;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private OpenSearchServer(NodeProcess node) {
    this.node = node;
  }

  /**
   * @param peer the directory with, below {@code target/lib}, its class path
   * @param heap as in {@code -Xmx}
   * @param data where its index lies
   * @throws IOException if it does not start; what it said is in the message
   */
  static OpenSearchServer start(Path peer, String heap, Path data) throws IOException {
    return new OpenSearchServer(
        NodeProcess.start(
            peer.resolve(PROGRAM) + File.pathSeparator + peer.resolve("target/lib") + "/*",
            List.of("-Xms" + heap, "-Xmx" + heap, "--add-modules=jdk.incubator.vector"),
            data,
            List.of("discovery.type=single-node", "module=" + ANALYSERS)));
  }

  JsonNode get(String path) throws IOException {
    return send(HttpRequest.newBuilder(node.address().resolve(path)));
  }

  JsonNode put(String path, JsonNode body) throws IOException {
    return send(request(path, "application/json").PUT(BodyPublishers.ofString(body.toString())));
  }

  JsonNode post(String path, JsonNode body) throws IOException {
    return send(request(path, "application/json").POST(BodyPublishers.ofString(body.toString())));
  }

  JsonNode post(String path) throws IOException {
    return send(request(path, "application/json").POST(BodyPublishers.noBody()));
  }

  /** Sends lines of JSON, each of which ends in a line feed. */
  JsonNode postLines(String path, String lines) throws IOException {
    return send(request(path, "application/x-ndjson").POST(BodyPublishers.ofString(lines)));
  }

  private HttpRequest.Builder request(String path, String type) {
    return HttpRequest.newBuilder(node.address().resolve(path)).header("Content-Type", type);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException {
    try {
      var response = client.send(request.build(), BodyHandlers.ofByteArray());
      var answer = JSON.readTree(response.body());
      if (response.statusCode() != 200) {
        throw new IOException(response.uri() + " gave " + response.statusCode() + ": " + answer);
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while OpenSearch was asked");
    }
  }

  long residentMegabytes() throws IOException {
    return Machine.residentMegabytes(node.pid());
  }

  @Override
  public void close() {
    client.close();
    node.close();
  }
}
