package ponte.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One node of OpenSearch in a JVM of its own, with the class path that {@code
 * src/bench/peers/opensearch} fetches; asked over HTTP. It ends with this process, whatever ends
 * it.
 */
final class OpenSearchServer implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("listening on (\\d+)");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Process process;
  private final String address;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private OpenSearchServer(Process process, int port) {
    this.process = process;
    this.address = "http://127.0.0.1:" + port;
  }

  /**
   * @param peer the directory with the program and, below {@code target/lib}, its class path
   * @param heap as in {@code -Xmx}
   * @param data where its index lies
   * @throws IOException if it does not start; what it said last is in the message
   */
  static OpenSearchServer start(Path peer, String heap, Path data) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + heap,
                "-Xmx" + heap,
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                peer.resolve("target/lib") + "/*",
                peer.resolve("OpenSearchNode.java").toString(),
                data.toString())
            .redirectErrorStream(true)
            .start();
    var last = new ArrayList<String>();
    var said = process.inputReader();
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      var found = LISTENING.matcher(line);
      if (found.find()) {
        Thread.ofVirtual().start(() -> said.lines().forEach(System.err::println));
        return new OpenSearchServer(process, Integer.parseInt(found.group(1)));
      }
      last.add(line);
    }
    throw new IOException(
        "OpenSearch did not start: "
            + String.join("\n", last.subList(Math.max(0, last.size() - 20), last.size())));
  }

  JsonNode get(String path) throws IOException {
    return send(HttpRequest.newBuilder(URI.create(address + path)));
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
    return HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", type);
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
    return Machine.residentMegabytes(process.pid());
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    process.onExit().join();
  }
}
