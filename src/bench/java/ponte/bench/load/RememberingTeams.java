package ponte.bench.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** A connector of Teams that takes what is posted in chats and tells of it at once. */
final class RememberingTeams implements AutoCloseable {

  private static final Pattern POSTED = Pattern.compile("/v3/conversations/([^/]+)/activities.*");

  private final HttpServer server;
  private final BiConsumer<String, String> posted;
  private final AtomicLong ids = new AtomicLong(1_772_442_000_000L);

  /**
   * @param posted hears the conversation and the activity as JSON
   */
  RememberingTeams(BiConsumer<String, String> posted) throws IOException {
    this.posted = posted;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it is, with a slash at its end. */
  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var conversation = POSTED.matcher(exchange.getRequestURI().getRawPath());
    if (conversation.matches() && !body.isEmpty()) {
      posted.accept(URLDecoder.decode(conversation.group(1), StandardCharsets.UTF_8), body);
    }
    var answer = ("{\"id\":\"" + ids.incrementAndGet() + "\"}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    try (var out = exchange.getResponseBody()) {
      out.write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
