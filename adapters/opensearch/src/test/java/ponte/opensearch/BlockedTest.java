package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.conversation.Event.Talk;
import ponte.opensearch.OpenSearchUnavailableException.Reason;

/** A cluster before which something stands that lets nobody through any more. */
class BlockedTest {

  /** What the security plugin answers. */
  private static final String FORBIDDEN =
      """
      {"error": {"type": "security_exception",
        "reason": "no permissions for [indices:admin/create] and User [name=ponte]"}, "status": 403}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<String> askedInVain = ConcurrentHashMap.newKeySet();
  private HttpServer gate;
  private volatile boolean blocked;
  private volatile boolean mayMakeNoMonths;
  private volatile boolean mayManageNothing;
  private volatile String page = "";
  private volatile Predicate<HttpExchange> isMissed = _ -> false;

  @BeforeEach
  void open() throws IOException {
    gate = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gate.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    gate.createContext("/", this::pass);
    gate.start();
  }

  @AfterEach
  void close() {
    gate.stop(0);
    client.close();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      if (blocked) {
        askedInVain.add(exchange.getRequestURI() + " " + new String(body, StandardCharsets.UTF_8));
        answer(exchange, 200, "Back soon".getBytes(StandardCharsets.UTF_8));
        return;
      }
      if (isMissed.test(exchange)) {
        answer(exchange, 404, page.getBytes(StandardCharsets.UTF_8));
        return;
      }
      if (mayMakeNoMonths
          && exchange.getRequestMethod().equals("PUT")
          && exchange.getRequestURI().getPath().matches(".*-\\d{4}-\\d\\d")) {
        answer(exchange, 403, FORBIDDEN.getBytes(StandardCharsets.UTF_8));
        return;
      }
      if (mayManageNothing
          && exchange
              .getRequestURI()
              .getPath()
              .matches(".*(?<!-journal)/_settings|/_index_template/.*")) {
        answer(exchange, 403, FORBIDDEN.getBytes(StandardCharsets.UTF_8));
        return;
      }
      var node = LoneNode.settings("any").nodes().getFirst();
      var type = exchange.getRequestHeaders().getFirst("Content-Type");
      var request =
          HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
              .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body))
              .header("Content-Type", type == null ? "application/json" : type)
              .build();
      var answer = client.send(request, BodyHandlers.ofByteArray());
      answer(exchange, answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private OpenSearchSettings settings() {
    var node = URI.create("http://127.0.0.1:" + gate.getAddress().getPort());
    var minute = Duration.ofMinutes(1);
    return new OpenSearchSettings(List.of(node), null, null, "blocked", 1, 0, minute, minute);
  }

  @Test
  void isWaitedForInVainByAFewChannelsOfABatch() {
    try (var archive = LoneNode.open(settings())) {
      var talk =
          IntStream.range(0, 50)
              .<Talk>mapToObj(i -> Chat.in("c" + i).posts(1, "ada", "kafka"))
              .toList();
      blocked = true;

      assertThatExceptionOfType(OpenSearchUnavailableException.class)
          .isThrownBy(() -> archive.apply(talk))
          .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.AWAY));

      assertThat(askedInVain).isNotEmpty().hasSizeLessThanOrEqualTo(8);
    }
  }

  /** As a proxy answers that has lost its way to the cluster, between one request and the next. */
  @ParameterizedTest
  @ValueSource(strings = {"<html>Not found</html>", "{\"message\": \"no route\"}"})
  void carriesNothingOutWhereAPageSaysThatNothingIsThere(String page) {
    this.page = page;
    var dev = Chat.in("lost-" + page.length());
    var said = dev.posts(1, "ada", "kafka");
    try (var archive = LoneNode.open(settings())) {
      for (var asked : List.of("/_bulk", "/_bulk?refresh=true")) {
        isMissed = exchange -> exchange.getRequestURI().toString().equals(asked);
        assertThatExceptionOfType(OpenSearchUnavailableException.class)
            .as(asked)
            .isThrownBy(() -> archive.apply(List.of(said)));
      }
      isMissed = _ -> false;
      archive.apply(List.of(said));

      assertThat(archive.search("kafka", dev.audience(), 9)).hasSize(1);
    }
  }

  @Test
  void isWhereARoleForbidsNewMonthsUntilItIsMended() {
    var dev = Chat.in("dev");
    var said = dev.posts(Duration.ofDays(62).toMinutes(), "ada", "kafka");
    try (var archive = LoneNode.open(settings())) {
      mayMakeNoMonths = true;

      for (Executable refused :
          List.<Executable>of(() -> archive.apply(List.of(said)), archive::requireUsable)) {
        assertThatExceptionOfType(OpenSearchUnavailableException.class)
            .isThrownBy(refused::execute)
            .satisfies(its -> assertThat(its.reason()).isEqualTo(Reason.NOT_PERMITTED))
            .withMessageContaining("no permissions for [indices:admin/create]");
      }
      mayMakeNoMonths = false;
      archive.apply(List.of(said));

      assertThatCode(archive::requireUsable).doesNotThrowAnyException();
      assertThat(archive.search("kafka", dev.audience(), 9)).hasSize(1);
    }
  }

  @Test
  void isUsedAsItIsByALoginThatMayNeitherManageItNorMakeMonths() {
    var dev = Chat.in("as-it-is");
    try (var archive = LoneNode.open(settings())) {
      archive.apply(List.of(dev.posts(1, "ada", "kafka")));
    }
    mayManageNothing = true;
    mayMakeNoMonths = true;

    try (var archive = LoneNode.open(settings())) {
      archive.apply(List.of(dev.posts(2, "bob", "zebra")));

      assertThat(archive.search("zebra", dev.audience(), 9)).hasSize(1);
    }
  }
}
