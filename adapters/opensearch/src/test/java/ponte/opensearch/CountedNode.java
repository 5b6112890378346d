package ponte.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import ponte.archive.Archive;
import ponte.archive.Conversations;

/** Stands before a node, passes all on to it, and keeps what was asked of it. */
final class CountedNode implements AutoCloseable {

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI node;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  CountedNode(URI node) throws IOException {
    this.node = node;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  /** An archive that asks through it. */
  Archive archive(String prefix) {
    var settings = SharedCluster.settings(prefix);
    return OpenSearchArchive.open(
        new OpenSearchSettings(
            List.of(URI.create("http://localhost:" + server.getAddress().getPort())),
            settings.login(),
            settings.authorities(),
            settings.prefix(),
            settings.shards(),
            settings.copies(),
            settings.connecting(),
            settings.answering()),
        SharedCluster.NLP,
        Conversations.Rules.DEFAULT,
        Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC));
  }

  /** What was asked since this was called last: path and body of each request. */
  List<String> asked() {
    var since = List.copyOf(asked);
    asked.clear();
    return since;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      asked.add(exchange.getRequestURI().getPath() + " " + new String(body));
      var request =
          HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
              .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
      var type = exchange.getRequestHeaders().getFirst("Content-Type");
      if (type != null) {
        request.header("Content-Type", type);
      }
      var answer = client.send(request.build(), BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(each -> exchange.getResponseHeaders().set("Content-Type", each));
      var bytes = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
