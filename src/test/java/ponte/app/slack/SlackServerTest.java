package ponte.app.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import java.io.IOException;
import java.net.URI;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import ponte.app.PonteApplication;
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
    classes = PonteApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"ponte.slack.bot-token=xoxb-1", "ponte.slack.signing-secret=a signing secret"})
class SlackServerTest {

  private static final WireMockServer SLACK = new WireMockServer(wireMockConfig().dynamicPort());
  private static final WorkspaceId TEAM = new WorkspaceId("T1");
  private static final ChannelId PAYMENTS = new ChannelId(TEAM, "C1");
  private static final PersonId ADA = new PersonId(TEAM, "U1");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @LocalServerPort private int port;
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
    answer("conversations.members", "{\"ok\":true,\"members\":[\"U1\",\"U2\",\"U0\"]}");
    answer("conversations.open", "{\"ok\":true,\"channel\":{\"id\":\"D1\"}}");
    answer("conversations.history", "{\"ok\":true,\"messages\":[],\"has_more\":false}");
    var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data");
    registry.add("ponte.data", directory::toString);
    registry.add("ponte.slack.address", () -> SLACK.baseUrl() + "/");
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
            "{\"type\":\"message\",\"channel\":\"C1\",\"channel_type\":\"channel\",\"user\":\"U1\",\"text\":\"the deploy failed\",\"ts\":\"1772442000.000100\",\"event_ts\":\"1772442000.000100\"}");

    assertThat(send(message).statusCode()).isEqualTo(200);

    var id = new MessageId(PAYMENTS, "1772442000.000100");
    await().atMost(PATIENCE).until(() -> archive.find(id, Audience.of(PAYMENTS)).isPresent());
  }

  @Test
  void answersAMentionToTheOneWhoAskedInTheirLanguage() throws Exception {
    var mention =
        event(
            "Ev2",
            "{\"type\":\"app_mention\",\"channel\":\"C1\",\"user\":\"U1\",\"text\":\"<@U0> chi sa di zanzare?\",\"ts\":\"1772442100.000100\",\"event_ts\":\"1772442100.000100\"}");

    assertThat(send(mention).statusCode()).isEqualTo(200);
    assertThat(send(mention).statusCode()).isEqualTo(200);

    var answer =
        postRequestedFor(urlPathMatching("/api/chat.postEphemeral"))
            .withHeader("Authorization", equalTo("Bearer xoxb-1"))
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

  @Test
  void letsNobodyInButSlack() throws Exception {
    var now = String.valueOf(Clock.systemUTC().instant().getEpochSecond());

    assertThat(send("{}", now, "v0=00").statusCode()).isEqualTo(401);
    assertThat(send("x".repeat(1024 * 1024 + 1)).statusCode()).isEqualTo(413);
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
