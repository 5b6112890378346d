package ponte.app.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
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

/** The whole server for any workspace, over connections of its own: nothing signs, nobody calls. */
@DirtiesContext
@SpringBootTest(
    classes = PonteApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "ponte.slack.app-token=xapp-1-marked",
      "ponte.slack.client-id=1.2",
      "ponte.slack.client-secret=c",
      "ponte.slack.encryption-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      "ponte.slack.public-address=https://ponte.example.org",
      "ponte.digest.rewriter.base-url=http://127.0.0.1:1/v1"
    })
class SlackConsentServerTest implements Untold {

  private static final WireMockServer SLACK = new WireMockServer(wireMockConfig().dynamicPort());

  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;

  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    SLACK.start();
    refusesConnections("invalid_auth");
    var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data");
    registry.add("ponte.data", directory::toString);
    registry.add("ponte.slack.address", () -> SLACK.baseUrl() + "/");
  }

  @AfterAll
  static void hangUp() {
    SLACK.stop();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  @Test
  void leadsPeopleToSlacksPage() throws Exception {
    var response = http.send(request("/slack/install").build(), BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location").orElseThrow())
        .startsWith(SLACK.baseUrl() + "/oauth/v2/authorize?client_id=1.2")
        .contains("ponte.example.org%2Fslack%2Foauth_redirect");
  }

  @Test
  void hasNoAddressForEventsWhereNothingSignsThem() throws Exception {
    var response =
        http.send(
            request("/slack/events").POST(BodyPublishers.ofString("{}")).build(),
            BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(404);
  }

  @Test
  void opensTheConnectionsItIsToldTo() {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () ->
                SLACK.verify(
                    WireMock.moreThan(1),
                    postRequestedFor(urlPathEqualTo("/api/apps.connections.open"))));
  }

  @Test
  void saysThatItIsDeafWhereSlackRefusesTheAppsToken() throws Exception {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> management("/actuator/health").contains("app token refused: invalid_auth"));

    assertThat(management("/actuator/health"))
        .contains("\"slack\":{\"details\"", "\"status\":\"LIMITED\"", "0 of 2, none since ")
        .doesNotContain(secrets());
    assertThat(management("/actuator/health/readiness")).contains("\"status\":\"UP\"");
    assertThat(management("/actuator/prometheus"))
        .contains(
            "ponte_platform_connections{platform=\"slack\",state=\"open\"} 0.0",
            "ponte_platform_connections{platform=\"slack\",state=\"wanted\"} 2.0");
  }

  @Test
  void logsAsAnErrorWhyItIsDeaf() {
    try (var logged = Logged.everything()) {
      refusesConnections("token_revoked");
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () ->
                  assertThat(logged.lines())
                      .anySatisfy(
                          line ->
                              assertThat(line)
                                  .contains(
                                      "slack refuses the app token",
                                      "\"ERROR\"",
                                      "token_revoked")));
    } finally {
      refusesConnections("invalid_auth");
    }
  }

  private static void refusesConnections(String error) {
    SLACK.stubFor(
        WireMock.post(urlPathEqualTo("/api/apps.connections.open"))
            .willReturn(okJson("{\"ok\":false,\"error\":\"" + error + "\"}")));
  }

  @Override
  public String[] secrets() {
    return new String[] {"xapp-1-marked"};
  }

  @Test
  void tellsOfTheRewriterWhereReadinessDoesNotLook() throws Exception {
    assertThat(management("/actuator/health")).contains("\"rewriter\":{\"status\":\"UP\"}");
    assertThat(management("/actuator/health/readiness")).doesNotContain("rewriter");
    assertThat(management("/actuator/prometheus")).contains("ponte_rewriter_away_seconds 0.0");
  }

  private String management(String path) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path)).build(),
            BodyHandlers.ofString())
        .body();
  }
}
