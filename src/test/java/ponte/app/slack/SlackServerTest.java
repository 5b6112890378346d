package ponte.app.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import ponte.app.PonteApplication;
import ponte.app.Untold;
import ponte.app.observation.Logged;
import ponte.app.observation.Shown;
import ponte.app.observation.TraceBook;
import ponte.archive.Archive;
import ponte.consent.Preferences;
import ponte.consent.QuietHours;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.slack.installation.Token;
import ponte.slack.live.Signature;
import ponte.store.Records;

/** The whole server in one workspace, with a Slack that WireMock plays. */
@DirtiesContext
@SpringBootTest(
    classes = {PonteApplication.class, TraceBook.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "ponte.slack.bot-token=xoxb-1-marked",
      "ponte.slack.signing-secret=a signing secret",
      "management.opentelemetry.tracing.export.otlp.endpoint=${collector}/v1/traces",
      "management.tracing.sampling.probability=1",
      "management.opentelemetry.tracing.export.schedule-delay=200ms"
    })
class SlackServerTest implements Untold {

  private static final WireMockServer SLACK = new WireMockServer(wireMockConfig().dynamicPort());
  private static final WorkspaceId TEAM = new WorkspaceId("T1");
  private static final ChannelId PAYMENTS = new ChannelId(TEAM, "C1");
  private static final PersonId ADA = new PersonId(TEAM, "U1");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;

  @Value("${ponte.data}")
  private Path data = Path.of("");

  @Autowired private Directory directory;
  @Autowired private Archive archive;
  @Autowired private Records records;

  private final Signature signature =
      new Signature(new Token("a signing secret"), Clock.systemUTC());
  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    SLACK.start();
    answer("[a-zA-Z.]+", "{\"ok\":true,\"ts\":\"1.2\",\"channel\":\"D1\"}");
    answer(
        "auth.test",
        "{\"ok\":true,\"url\":\"https://acme.slack.com/\",\"team\":\"Acme\",\"team_id\":\"T1\",\"user_id\":\"U0\",\"bot_id\":\"B0\"}");
    answer(
        "users.list",
        "{\"ok\":true,\"members\":[{\"id\":\"U1\",\"team_id\":\"T1\",\"name\":\"ada\",\"real_name\":\"Ada\",\"tz\":\"Europe/Rome\",\"locale\":\"it-IT\",\"profile\":{\"real_name\":\"Ada\"}},{\"id\":\"U2\",\"team_id\":\"T1\",\"name\":\"bob\",\"real_name\":\"Bob\",\"tz\":\"Europe/Rome\",\"locale\":\"it-IT\",\"profile\":{\"real_name\":\"Bob\"}}]}");
    var channel =
        "{\"id\":\"C1\",\"name\":\"payments\",\"is_channel\":true,\"is_private\":false,\"is_ext_shared\":false,\"is_member\":true}";
    answer("conversations.list", "{\"ok\":true,\"channels\":[" + channel + "]}");
    answer("users.conversations", "{\"ok\":true,\"channels\":[" + channel + "]}");
    answer("dnd.teamInfo", "{\"ok\":true,\"users\":{}}");
    answer("conversations.members", "{\"ok\":true,\"members\":[\"U1\",\"U2\",\"U0\"]}");
    answer("conversations.open", "{\"ok\":true,\"channel\":{\"id\":\"D1\"}}");
    answer("conversations.history", "{\"ok\":true,\"messages\":[],\"has_more\":false}");
    var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data");
    registry.add("ponte.data", directory::toString);
    registry.add("ponte.slack.address", () -> SLACK.baseUrl() + "/");
    SLACK.stubFor(WireMock.post("/v1/traces").willReturn(ok()));
    registry.add("collector", SLACK::baseUrl);
  }

  private static void answer(String method, String json) {
    SLACK.stubFor(WireMock.post(urlPathMatching("/api/" + method)).willReturn(okJson(json)));
  }

  @AfterAll
  static void hangUp() {
    SLACK.stop();
  }

  @BeforeEach
  void whoIsThereHasBeenRead() {
    await().atMost(PATIENCE).until(() -> directory.person(ADA).isPresent());
    await().atMost(PATIENCE).until(() -> directory.channel(PAYMENTS).isPresent());
  }

  /** Without saying how long it is. */
  private HttpResponse<String> sendInPieces(String body) throws IOException, InterruptedException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var now = String.valueOf(Clock.systemUTC().instant().getEpochSecond());
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/slack/events"))
            .header("X-Slack-Request-Timestamp", now)
            .header("X-Slack-Signature", signature.of(now, bytes))
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String body) throws IOException, InterruptedException {
    var now = String.valueOf(Clock.systemUTC().instant().getEpochSecond());
    return send(body, now, signature.of(now, body.getBytes(StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> send(String body, String time, String sign)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/slack/events"))
            .header("Content-Type", "application/json")
            .header("X-Slack-Request-Timestamp", time)
            .header("X-Slack-Signature", sign)
            .header("X-Slack-Retry-Num", "1")
            .header("X-Slack-Retry-Reason", "http_timeout")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String event(String id, String event) {
    return "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\""
        + id
        + "\",\"event_time\":1772442000,\"is_ext_shared_channel\":false,\"event\":"
        + event
        + "}";
  }

  @Test
  void keepsWhatIsSaid() throws Exception {
    var message =
        event(
            "Ev1",
            "{\"type\":\"message\",\"channel\":\"C1\",\"channel_type\":\"channel\",\"user\":\"U1\",\"text\":\"the"
                + " deploy"
                + " failed\",\"ts\":\"1772442000.000100\",\"event_ts\":\"1772442000.000100\"}");

    assertThat(send(message).statusCode()).isEqualTo(200);

    var id = new MessageId(PAYMENTS, "1772442000.000100");
    await().atMost(PATIENCE).until(() -> archive.find(id, Audience.of(PAYMENTS)).isPresent());
  }

  @Test
  void answersAMentionToTheOneWhoAskedInTheirLanguage() throws Exception {
    var mention =
        event(
            "Ev2",
            "{\"type\":\"app_mention\",\"channel\":\"C1\",\"user\":\"U1\",\"text\":\"<@U0> chi sa"
                + " di zanzare?\",\"ts\":\"1772442100.000100\",\"event_ts\":\"1772442100.000100\"}");

    assertThat(send(mention).statusCode()).isEqualTo(200);
    assertThat(send(mention).statusCode()).isEqualTo(200);

    var answer =
        postRequestedFor(urlPathMatching("/api/chat.postEphemeral"))
            .withHeader("Authorization", equalTo("Bearer xoxb-1-marked"))
            .withRequestBody(containing("user=U1"))
            .withRequestBody(containing("zanzare"));
    await().atMost(PATIENCE).untilAsserted(() -> SLACK.verify(1, answer));
  }

  @Test
  void tellsWhoFollowsATopicThatSomebodyAsksAboutIt() throws Exception {
    var never = new QuietHours(LocalTime.NOON, LocalTime.NOON, false);
    new Preferences(records, directory).change(ADA, old -> old.with(never));
    send(event("Ev4", message("D1", "im", "U1", "segui libellule subito")));
    await().atMost(PATIENCE).untilAsserted(() -> SLACK.verify(1, told("libellule")));

    send(event("Ev5", message("C1", "channel", "U2", "chi ha visto le libellule rosse?")));

    await().atMost(PATIENCE).untilAsserted(() -> SLACK.verify(1, told("rosse")));
  }

  @Test
  void tellsPrometheusWhateverItsDashboardAndItsAlertsRead() throws Exception {
    send(event("Ev6", message("D1", "im", "U1", "chi sa di lucciole?")));
    await().atMost(PATIENCE).untilAsserted(() -> SLACK.verify(1, told("lucciole")));

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(Shown.missing(metrics())).isEmpty());

    assertThat(metrics())
        .contains(
            "ponte_acknowledgement_seconds_count{outcome=\"accepted\",platform=\"slack\"}",
            "ponte_answer_seconds_count{command=\"who-knows\"}",
            "ponte_delivery_seconds_count{outcome=\"delivered\",platform=\"slack\"}",
            "ponte_platform_call_seconds_count{outcome=\"2xx\",platform=\"slack\"}",
            "ponte_platform_workspaces{platform=\"slack\",state=\"accepted\"} 1.0",
            "disk_free_bytes{path=\"" + data.toAbsolutePath() + "\"}")
        .doesNotContain("T1", "U1", "C1", "D1", "lucciole", "Ada", "xoxb");
  }

  @Test
  void isFollowedFromWhatSlackSentToWhatItWasAnswered(@Autowired TraceBook traces)
      throws Exception {
    send(event("Ev7", message("D1", "im", "U1", "chi sa di grilli?")));
    await().atMost(PATIENCE).untilAsserted(() -> SLACK.verify(1, told("grilli")));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(traces.ways())
                    .contains(
                        List.of(
                            "http post /slack/events",
                            "receive slack",
                            "requests",
                            "outbox",
                            "call slack"),
                        List.of(
                            "http post /slack/events", "receive slack", "requests", "who-knows")));
    assertThat(traces.words()).noneMatch(word -> word.matches(".*(grilli|[TUCD]1\\b|xoxb).*"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                SLACK.verify(
                    postRequestedFor(urlPathEqualTo("/v1/traces"))
                        .withHeader("Content-Type", equalTo("application/x-protobuf"))
                        .withRequestBody(containing("receive slack"))));
  }

  @Test
  void logsNothingThatPeopleWriteAndNobodysName() throws Exception {
    SLACK.stubFor(
        WireMock.post(urlPathMatching("/api/chat.postMessage"))
            .withRequestBody(containing("cavallette"))
            .willReturn(okJson("{\"ok\":false,\"error\":\"channel_not_found\"}")));
    try (var logged = Logged.everything()) {
      send(event("Ev8", message("C1", "channel", "U1", "Le cavallette di Ada mangiano il grano")));
      send(event("Ev9", message("D1", "im", "U1", "chi sa di cavallette?")));
      send("{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":\"cavallette\"}");
      send("cavallette");
      get(port, "/archive/T1/C1?day=cavallette");
      get(port, "/feeds/T1/C1/cavallette");
      await()
          .atMost(PATIENCE)
          .until(
              () -> logged.lines().stream().anyMatch(line -> line.contains("now a dead letter")));

      assertThat(logged.lines())
          .noneMatch(
              line ->
                  line.matches(
                      "(?is).*(cavallette|grano|\\bada\\b|\\bU1\\b|xoxb|signing secret).*"));
    }
  }

  @Test
  void tellsHowItIsWhereNobodyFromOutsideComes() throws Exception {
    await()
        .atMost(PATIENCE)
        .until(() -> management("/actuator/health").contains("\"T1\":\"accepted\""));

    assertThat(management("/actuator/health"))
        .contains("\"archive\"", "\"diskSpace\"", "\"slack\"", "\"store\"")
        .doesNotContain("xoxb", "a signing secret");
    assertThat(management("/actuator/health/readiness"))
        .contains("\"diskSpace\"", "\"store\"")
        .doesNotContain("\"slack\"", "\"archive\"");
    assertThat(management("/actuator/health/liveness")).doesNotContain("\"store\"", "\"slack\"");
    assertThat(get(port, "/actuator/health").statusCode()).isEqualTo(404);
    assertThat(get(port, "/actuator/prometheus").statusCode()).isEqualTo(404);
    assertThat(get(managementPort, "/actuator/env").statusCode()).isEqualTo(404);
  }

  private String metrics() throws IOException, InterruptedException {
    return management("/actuator/prometheus");
  }

  private String management(String path) throws IOException, InterruptedException {
    return get(managementPort, path).body();
  }

  private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  private static RequestPatternBuilder told(String words) {
    return postRequestedFor(urlPathMatching("/api/chat.postMessage"))
        .withRequestBody(containing("channel=D1"))
        .withRequestBody(containing(words));
  }

  private static String message(String channel, String type, String user, String text) {
    var now = Clock.systemUTC().instant();
    var ts = "%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1_000);
    return "{\"type\":\"message\",\"channel\":\"%s\",\"channel_type\":\"%s\",\"user\":\"%s\",\"text\":\"%s\",\"ts\":\"%s\",\"event_ts\":\"%s\"}"
        .formatted(channel, type, user, text, ts, ts);
  }

  @Override
  public String[] secrets() {
    return new String[] {"xoxb-1-marked", "a signing secret", "actions/T1/marked"};
  }

  @Test
  void tellsNoSecretWhereSlackRefusesAndFails() throws Exception {
    answer("chat.postMessage", "{\"ok\":false,\"error\":\"invalid_auth\"}");
    SLACK.stubFor(WireMock.post(urlPathMatching("/actions/.*")).willReturn(WireMock.serverError()));
    var command =
        "command=%2Fponte&text=help&team_id=T1&user_id=U1&trigger_id=1.2.3&response_url="
            + URLEncoder.encode(SLACK.baseUrl() + "/actions/T1/marked", StandardCharsets.UTF_8);

    assertThat(send(command).statusCode()).isEqualTo(200);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                SLACK.verify(
                    WireMock.moreThan(0),
                    postRequestedFor(urlPathMatching("/api/chat.postMessage|/actions/.*"))));
    assertThat(management("/actuator/health") + metrics())
        .contains("\"status\"")
        .doesNotContain(secrets());
    answer("chat.postMessage", "{\"ok\":true,\"ts\":\"1.2\",\"channel\":\"D1\"}");
  }

  @Test
  void letsNobodyInButSlack() throws Exception {
    var now = String.valueOf(Clock.systemUTC().instant().getEpochSecond());

    assertThat(send("{}", now, "v0=00").statusCode()).isEqualTo(401);
    assertThat(send("x".repeat(1024 * 1024 + 1)).statusCode()).isEqualTo(413);
    assertThat(sendInPieces("x".repeat(1024 * 1024 + 1)).statusCode()).isEqualTo(413);
    assertThat(send("{\"type\":\"url_verification\",\"challenge\":\"prove it\"}").body())
        .isEqualTo("prove it");
  }

  @Test
  void hasNoConsentPageWhereThereIsOneWorkspace() throws Exception {
    var page =
        http.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/slack/install"))
                .build(),
            BodyHandlers.ofString());

    assertThat(page.statusCode()).isEqualTo(404);
  }
}
