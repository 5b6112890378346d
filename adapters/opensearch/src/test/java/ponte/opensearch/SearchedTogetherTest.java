package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.opensearch.OpenSearchUnavailableException.Reason;

/** What becomes of searches in one request of which one fails. */
class SearchedTogetherTest {

  private static final String DONE = "{\"status\":200,\"took\":1}";
  private static final String BUSY =
      "{\"status\":429,\"error\":{\"type\":\"rejected_execution_exception\",\"reason\":\"busy\"}}";
  private static final String WRONG =
      "{\"status\":400,\"error\":{\"type\":\"parsing_exception\",\"reason\":\"nonsense\"}}";

  private static final List<Map<String, Object>> TWO =
      List.of(Map.of("size", 0), Map.of("size", 1));

  private final Deque<String> answers = new ArrayDeque<>();
  private HttpServer server;
  private Cluster cluster;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var answer = answers.remove().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    var settings = LoneNode.settings("together");
    cluster =
        Connecting.to(
            new OpenSearchSettings(
                List.of(URI.create("http://localhost:" + server.getAddress().getPort())),
                settings.login(),
                settings.authorities(),
                settings.prefix(),
                settings.shards(),
                settings.copies(),
                settings.connecting(),
                settings.answering()));
  }

  @AfterEach
  void stop() {
    cluster.close();
    server.stop(0);
  }

  @Test
  void areAskedAgainWhereTheClusterIsBusyWithOne() {
    answers.add(answer(DONE, BUSY));
    answers.add(answer(DONE, DONE));

    assertThat(cluster.search(Map.of("index", "talk"), TWO))
        .extracting(each -> each.path("status").asInt())
        .containsExactly(200, 200);
    assertThat(answers).isEmpty();
  }

  @Test
  void failWithTheOneThatIsRefused() {
    answers.add(answer(DONE, WRONG));

    assertThatExceptionOfType(OpenSearchUnavailableException.class)
        .isThrownBy(() -> cluster.search(Map.of("index", "talk"), TWO))
        .withMessageContaining("nonsense")
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.REFUSED));
  }

  @Test
  void failWhereOneIsNotAnswered() {
    answers.add(answer(DONE));

    assertThatExceptionOfType(OpenSearchUnavailableException.class)
        .isThrownBy(() -> cluster.search(Map.of("index", "talk"), TWO))
        .withMessageContaining("2 searches sent, 1 answered");
  }

  private static String answer(String... each) {
    return "{\"responses\":[" + String.join(",", each) + "]}";
  }
}
