package ponte.app.opensearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a node of OpenSearch: lets through who knows the login, as its security plugin
 * does, and may hold a request for ever, so that whoever sent it can be killed at that moment.
 */
final class Gate implements AutoCloseable {

  private static final String FORBIDDEN =
      """
      {"error": {"type": "security_exception",
        "reason": "no permissions for [%s] and User [name=ponte]"}, "status": 403}
      """;

  private final HttpServer server;
  private final URI node;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger refused = new AtomicInteger();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable String login;
  private volatile @Nullable String forbidden;
  private volatile Predicate<String> holding = _ -> false;

  private Gate(HttpServer server, URI node) {
    this.server = server;
    this.node = node;
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  /** Lets everybody through. */
  static Gate to(URI node) throws IOException {
    return new Gate(HttpServer.create(anyPort(), 0), node);
  }

  /** Lets through whoever knows the login, over a connection that is encrypted. */
  static Gate to(URI node, SSLContext tls, String user, String password) throws IOException {
    var server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    var gate = new Gate(server, node);
    var both = user + ":" + password;
    gate.login = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
    return gate;
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  URI address() {
    var scheme = server instanceof HttpsServer ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How many requests came without the login. */
  int refused() {
    return refused.get();
  }

  /** Holds the first request of which this is so: its method and path. */
  void hold(Predicate<String> which) {
    holding = which;
  }

  /** Says as the security plugin does that the user may not do something. */
  void forbid(String action) {
    forbidden = action;
  }

  /** Lets nobody wait any more. */
  void release() {
    held.countDown();
  }

  /** Returns when one is held. */
  void awaitHeld() throws InterruptedException {
    held.await();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      if (login != null && !login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        refused.incrementAndGet();
        exchange
            .getResponseHeaders()
            .add("WWW-Authenticate", "Basic realm=\"OpenSearch Security\"");
        answer(exchange, 401, "Unauthorized".getBytes(UTF_8), "text/plain");
        return;
      }
      if (forbidden != null) {
        answer(exchange, 403, FORBIDDEN.formatted(forbidden).getBytes(UTF_8), "application/json");
        return;
      }
      if (holding.test(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath())) {
        held.countDown();
        closed.await();
        return;
      }
      var request =
          HttpRequest.newBuilder(node.resolve(exchange.getRequestURI().toString()))
              .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
      var type = exchange.getRequestHeaders().getFirst("Content-Type");
      if (type != null) {
        request.header("Content-Type", type);
      }
      var answer = client.send(request.build(), BodyHandlers.ofByteArray());
      answer(
          exchange,
          answer.statusCode(),
          answer.body(),
          answer.headers().firstValue("Content-Type").orElse("application/json"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body, String type)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    client.close();
  }
}
