package ponte.slack.live;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.bot.Pause;
import ponte.slack.installation.OneInstallation;
import ponte.slack.installation.Token;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Socket Mode, with a Slack of our own at the other end of the line. */
class ConnectionsTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE = 60;

  private final WireMockServer api = new WireMockServer(wireMockConfig().dynamicPort());
  private final Server server = new Server();
  private final Stand slack = new Stand();
  private Connections connections = connections(1);

  /** Keeps what the client sends. */
  private static final class Server extends WebSocketServer {

    private final BlockingQueue<WebSocket> opened = new LinkedBlockingQueue<>();
    private final BlockingQueue<WebSocket> closed = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    private final CountDownLatch started = new CountDownLatch(1);

    Server() {
      super(new InetSocketAddress("127.0.0.1", 0));
      setReuseAddr(true);
      setDaemon(true);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
      socket.send("{\"type\":\"hello\",\"num_connections\":1}");
      opened.add(socket);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
      closed.add(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
      told.add(JSON.readTree(message));
    }

    @Override
    public void onError(WebSocket socket, Exception failure) {}

    @Override
    public void onStart() {
      started.countDown();
    }

    WebSocket next() throws InterruptedException {
      return Objects.requireNonNull(opened.poll(PATIENCE, TimeUnit.SECONDS), "no connection");
    }

    JsonNode acknowledgement() throws InterruptedException {
      return Objects.requireNonNull(told.poll(PATIENCE, TimeUnit.SECONDS), "nothing was said");
    }
  }

  private Connections pausing(Pause pause) {
    return new Connections(entrance(), new Token("xapp-1"), 1, pause, slack.clock);
  }

  /** Tells that a try came to nothing, and stays so until the test goes on. */
  private static final class Halt implements Pause {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    @Override
    public void pause(Duration time) throws InterruptedException {
      begun.countDown();
      assertThat(over.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }

    void isBegun() throws InterruptedException {
      assertThat(begun.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void slackSays(ResponseDefinitionBuilder answer) {
    api.stubFor(post(urlPathEqualTo("/api/apps.connections.open")).willReturn(answer));
  }

  private ResponseDefinitionBuilder address() {
    return okJson(
        "{\"ok\":true,\"url\":\"ws://127.0.0.1:" + server.getPort() + "/link/?ticket=1\"}");
  }

  /** Once an event is taken in, the greeting before it is. */
  private void isHeard(WebSocket socket) throws InterruptedException {
    socket.send(envelope("events_api", "e1", Stand.payload("message")));
    assertThat(server.acknowledgement().path("envelope_id").stringValue("")).isEqualTo("e1");
  }

  private Connections connections(int count) {
    return new Connections(entrance(), new Token("xapp-1"), count, _ -> {}, slack.clock);
  }

  private Entrance entrance() {
    return new Entrance(
        slack.reception(slack.memory, slack.installations),
        URI.create("http://127.0.0.1:" + (api.isRunning() ? api.port() : 1) + "/api/"),
        slack.clock);
  }

  @BeforeEach
  void listen() throws InterruptedException {
    api.start();
    server.start();
    assertThat(server.started.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    slackSays(address());
    connections = connections(1);
  }

  @AfterEach
  void hangUp() throws InterruptedException {
    connections.close();
    server.stop();
    api.stop();
  }

  private static String envelope(String type, String id, String payload) {
    return "{\"type\":\"%s\",\"envelope_id\":\"%s\",\"accepts_response_payload\":true,\"payload\":%s}"
        .formatted(type, id, payload);
  }

  @Test
  void takesInWhatComesAndThenSaysSo() throws InterruptedException {
    connections.start();
    var socket = server.next();

    socket.send(envelope("events_api", "e1", Stand.payload("message")));

    assertThat(server.acknowledgement().path("envelope_id").stringValue("")).isEqualTo("e1");
    assertThat(slack.heard()).hasSize(1);
  }

  @Test
  void isAskedByCommandsPressesAndForms() throws InterruptedException {
    connections.start();
    var socket = server.next();
    slack.problems.put("channel", "There is none.");

    socket.send(
        envelope(
            "slash_commands",
            "c1",
            "{\"command\":\"/ponte\",\"text\":\"help\",\"team_id\":\"T123ABC456\",\"user_id\":\"U123ABC456\",\"channel_id\":\"C123ABC456\",\"trigger_id\":\"1.2.3\",\"response_url\":\"https://hooks.slack.com/x\"}"));
    assertThat(server.acknowledgement().path("envelope_id").stringValue("")).isEqualTo("c1");
    socket.send(envelope("interactive", "i1", Stand.payload("block_actions_message")));
    assertThat(server.acknowledgement().path("envelope_id").stringValue("")).isEqualTo("i1");
    socket.send(envelope("interactive", "i2", Stand.payload("view_submission")));

    assertThat(server.acknowledgement().path("payload").path("response_action").stringValue(""))
        .isEqualTo("errors");
    assertThat(slack.asked()).hasSize(2);
  }

  @Test
  void losesNothingWhenSlackTurnsItAway() throws InterruptedException {
    connections.start();
    var first = server.next();
    first.send(envelope("events_api", "e1", Stand.payload("message")));
    assertThat(server.acknowledgement().path("envelope_id").stringValue("")).isEqualTo("e1");

    first.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\",\"debug_info\":{}}");
    var second = server.next();
    second.send(envelope("events_api", "e2", Stand.payload("message")));
    second.send(envelope("events_api", "e3", Stand.payload("message_thread_reply")));

    assertThat(
            Set.of(
                server.acknowledgement().path("envelope_id").stringValue(""),
                server.acknowledgement().path("envelope_id").stringValue("")))
        .containsExactlyInAnyOrder("e2", "e3");
    assertThat(slack.heard()).hasSize(2);
  }

  @Test
  void comesBackWhenTheLineBreaks() throws InterruptedException {
    connections.start();
    server.next().closeConnection(1006, "cut");

    var second = server.next();
    second.send(envelope("events_api", "e1", Stand.payload("message")));

    assertThat(server.acknowledgement().path("envelope_id").stringValue("")).isEqualTo("e1");
  }

  @Test
  void opensAsManyConnectionsAsItIsTold() throws InterruptedException {
    connections = connections(3);

    connections.start();

    assertThat(Set.of(server.next(), server.next(), server.next())).hasSize(3);
  }

  @Test
  void triesUntilSlackAnswers() throws InterruptedException {
    api.stubFor(
        post(urlPathEqualTo("/api/apps.connections.open"))
            .inScenario("late")
            .willReturn(serverError())
            .willSetStateTo("there"));
    api.stubFor(
        post(urlPathEqualTo("/api/apps.connections.open"))
            .inScenario("late")
            .whenScenarioStateIs("there")
            .willReturn(
                okJson("{\"ok\":true,\"url\":\"ws://127.0.0.1:" + server.getPort() + "/\"}")));

    connections.start();

    assertThat(server.next().isOpen()).isTrue();
  }

  @Test
  void tellsHowManyAreOpenAndSinceWhenNoneIs() throws InterruptedException {
    assertThat(connections.state()).isEqualTo(new Connections.State(1, 0, null, null));

    connections.start();
    isHeard(server.next());

    assertThat(connections.state()).isEqualTo(new Connections.State(1, 1, null, null));
  }

  @ParameterizedTest
  @CsvSource({"invalid_auth", "not_allowed_token_type", "missing_scope"})
  void tellsThatSlackRefusesTheToken(String error) throws InterruptedException {
    var halt = new Halt();
    slackSays(okJson("{\"ok\":false,\"error\":\"" + error + "\"}"));
    connections = pausing(halt);

    connections.start();
    halt.isBegun();

    assertThat(connections.state())
        .isEqualTo(new Connections.State(1, 0, slack.clock.instant(), new Trouble.Refused(error)));
  }

  @Test
  void tellsThatSlackDoesNotAnswerNow() throws InterruptedException {
    var halt = new Halt();
    slackSays(serverError());
    connections = pausing(halt);

    connections.start();
    halt.isBegun();

    assertThat(connections.state().trouble()).isEqualTo(new Trouble.NoAnswer("status 500"));

    slackSays(okJson("{\"ok\":false,\"error\":\"internal_error\"}"));
    var other = new Halt();
    try (var later = pausing(other)) {
      later.start();
      other.isBegun();

      assertThat(later.state().trouble()).isEqualTo(new Trouble.NoAnswer("internal_error"));
    }
  }

  @Test
  @Timeout(PATIENCE)
  void tellsThatTheWayToWhereSlackSendsItIsBarred() {
    slackSays(okJson("{\"ok\":true,\"url\":\"ws://127.0.0.1:1/\"}"));

    connections.start();

    while (connections.state().trouble() == null) {
      Thread.onSpinWait();
    }
    assertThat(connections.state())
        .isEqualTo(
            new Connections.State(
                1, 0, slack.clock.instant(), new Trouble.NoAnswer("ConnectException")));
  }

  @Test
  void isDeafWhileAConnectionThatWasCutIsRefusedAndComesBackOnceItIsNot()
      throws InterruptedException {
    var halt = new Halt();
    connections = pausing(halt);
    connections.start();
    var first = server.next();
    isHeard(first);

    slackSays(okJson("{\"ok\":false,\"error\":\"invalid_auth\"}"));
    first.closeConnection(1006, "cut");
    halt.isBegun();

    assertThat(connections.state())
        .isEqualTo(
            new Connections.State(
                1, 0, slack.clock.instant(), new Trouble.Refused("invalid_auth")));

    slackSays(address());
    halt.over.countDown();
    isHeard(server.next());

    assertThat(connections.state()).isEqualTo(new Connections.State(1, 1, null, null));
  }

  @Test
  void saysNothingOfWhatItCouldNotKeep() throws InterruptedException {
    var early = new OneInstallation();
    connections =
        new Connections(
            new Entrance(
                slack.reception(slack.memory, early),
                URI.create("http://127.0.0.1:" + api.port() + "/api/"),
                slack.clock),
            new Token("xapp-1"),
            1,
            _ -> {},
            slack.clock);
    connections.start();
    var socket = server.next();

    socket.send(envelope("events_api", "e1", Stand.payload("message")));
    socket.send(envelope("interactive", "i1", Stand.payload("view_closed")));

    assertThat(server.acknowledgement().path("envelope_id").stringValue("")).isEqualTo("i1");
    assertThat(server.told).isEmpty();
  }

  @Test
  void refusesMoreConnectionsThanSlackAllows() {
    assertThatThrownBy(() -> connections(11))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 10");
  }
}
