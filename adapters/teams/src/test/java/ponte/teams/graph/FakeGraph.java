package ponte.teams.graph;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.UrlPathPattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import ponte.conversation.WorkspaceId;
import ponte.teams.connector.AccessTokens;
import ponte.teams.connector.AppIdentity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Microsoft Graph and who gives its tokens, on this machine: they say what a test tells them to.
 */
public final class FakeGraph implements AutoCloseable {

  public static final WorkspaceId ACME = new WorkspaceId("72f988bf-86f1-41af-91ab-2d7cd011db47");
  public static final String GROUP = "fbe2bf47-16c8-47cf-b4a5-4b9b187c508b";

  /** Where the paths of a channel begin. */
  public static final String GENERAL = "/v1.0/teams/" + GROUP + "/channels/19:general@thread.tacv2";

  private static final JsonMapper JSON = new JsonMapper();

  /** Longer than a loaded machine takes. */
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private static final Duration IMPATIENT = Duration.ofMillis(200);

  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private final HttpClient http = HttpClient.newHttpClient();

  public FakeGraph() {
    server.start();
    server.stubFor(
        get(anyUrl())
            .atPriority(10)
            .willReturn(aResponse().withStatus(404).withBody("nobody said what to answer")));
    server.stubFor(token().willReturn(okJson(payload("token"))));
  }

  public Graph graph(Clock clock) {
    return graph(clock, PATIENT);
  }

  /** One that does not wait for an answer that {@link #sleeps}. */
  public Graph impatient(Clock clock) {
    return graph(clock, IMPATIENT);
  }

  private Graph graph(Clock clock, Duration timeout) {
    var app = new AppIdentity("app-id", new AppIdentity.Proof.Secret("secret"));
    var tokens = new AccessTokens(http, URI.create(server.baseUrl() + "/"), app, PATIENT, clock);
    return new GraphApi(
        http, base(), tokens, new GraphApi.Limits(timeout, GraphApi.Limits.DEFAULT.calls()), clock);
  }

  public URI base() {
    return URI.create(server.baseUrl() + "/v1.0/");
  }

  private static MappingBuilder token() {
    return post(urlPathEqualTo("/" + ACME.value() + "/oauth2/v2.0/token"));
  }

  /** Gives these tokens one after the other. */
  public void givesTokens(String... tokens) {
    for (int i = 0; i < tokens.length; i++) {
      server.stubFor(
          token()
              .inScenario("token")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
              .willReturn(okJson(payload("token").replace("graph-token", tokens[i])))
              .willSetStateTo("after " + Math.min(i + 1, tokens.length - 1)));
    }
  }

  public void deniesTokens() {
    server.stubFor(
        token()
            .willReturn(
                aResponse()
                    .withStatus(401)
                    .withBody(
                        "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid"
                            + " client secret provided.\"}")));
  }

  /** Answers a path as its page shows it. */
  public void answers(String path, String payload) {
    says(path, okJson(payload(payload)));
  }

  /** Answers a path where a parameter of the query has a value. */
  public void answersWhere(String path, String parameter, String value, String payload) {
    server.stubFor(
        get(at(path))
            .atPriority(1)
            .withQueryParam(parameter, WireMock.equalTo(value))
            .willReturn(okJson(payload(payload))));
  }

  public void says(String path, ResponseDefinitionBuilder response) {
    server.stubFor(get(at(path)).atPriority(2).willReturn(response));
  }

  /** Answers where a bearer's token is this one. */
  public void saysTo(String token, String path, ResponseDefinitionBuilder response) {
    server.stubFor(
        get(at(path))
            .atPriority(1)
            .withHeader("Authorization", WireMock.equalTo("Bearer " + token))
            .willReturn(response));
  }

  public void refuses(String path, int status, String payload) {
    says(path, aResponse().withStatus(status).withBody(payload(payload)));
  }

  /** Wants a path to be asked later. */
  public void limits(String path, int status, int seconds) {
    says(
        path,
        aResponse()
            .withStatus(status)
            .withHeader("Retry-After", String.valueOf(seconds))
            .withBody("{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"\"}}"));
  }

  /** Answers later than anybody waits. */
  public void sleeps(String path) {
    says(path, okJson("{}").withFixedDelay((int) IMPATIENT.toMillis() * 10));
  }

  /** Ponte encodes ids within a path; the links that Graph gives do not. */
  private static UrlPathPattern at(String path) {
    return urlPathMatching(
        path.replace(".", "\\.").replace(":", "(:|%3A)").replace("@", "(@|%40)"));
  }

  public List<LoggedRequest> calls(String path) {
    return server.findAll(getRequestedFor(at(path))).stream()
        .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
        .toList();
  }

  public List<LoggedRequest> tokenCalls() {
    return server.findAll(
        postRequestedFor(urlPathEqualTo("/" + ACME.value() + "/oauth2/v2.0/token")));
  }

  public static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** An answer as Graph's pages show it, its links leading here. */
  public String payload(String name) {
    return read(name).replace("GRAPH/", base().toString());
  }

  static String read(String name) {
    try (var file = FakeGraph.class.getResourceAsStream("/ponte/teams/graph/" + name + ".json")) {
      if (file == null) {
        throw new IllegalArgumentException("no answer " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    server.stop();
  }
}
