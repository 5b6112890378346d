package ponte.teams.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import ponte.conversation.WorkspaceId;
import ponte.teams.reference.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Microsoft's login and connector, as their pages describe them, saying what a test tells them. */
public final class FakeTeams implements AutoCloseable {

  public static final WorkspaceId ACME = new WorkspaceId("72f988bf-86f1-41af-91ab-2d7cd011db47");

  /** Ponte's id in conversations. */
  public static final String BOT = "28:6f1c2d3e-0000-4000-8000-000000000001";

  private static final AppIdentity APP =
      new AppIdentity(
          "6f1c2d3e-0000-4000-8000-000000000001", new AppIdentity.Proof.Secret("s3cret"));

  private static final JsonMapper JSON = new JsonMapper();

  /** What the pages show that posting answers. */
  private static final String POSTED = "{\"id\":\"1764579600123\"}";

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public FakeTeams() {
    server.start();
    givesTokens("token-1");
    server.stubFor(any(urlMatching("/emea/.*")).atPriority(9).willReturn(okJson(POSTED)));
  }

  /** What one call did. */
  public record Called(
      String method, String path, JsonNode body, String authorization, boolean asksToUpgrade) {}

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /** The service of the tenant, as activities name it: with a slash at its end. */
  public Service service() {
    return new Service(ACME, url("/emea/"), BOT);
  }

  public HttpClient http() {
    return http;
  }

  public AccessTokens tokens(Clock clock) {
    return tokens(APP, clock);
  }

  AccessTokens tokens(AppIdentity app, Clock clock) {
    return new AccessTokens(http, url("/login/"), app, Duration.ofMinutes(2), clock);
  }

  public Connector connector(Clock clock) {
    return connector(clock, Duration.ofMinutes(2));
  }

  public Connector connector(Clock clock, Duration timeout) {
    return new Connector(
        http, tokens(clock), AccessTokens.ANY_TENANT, ServiceUrls.ofThisMachine(), timeout, clock);
  }

  /** The login gives these, one after the other; the last again and again. */
  public void givesTokens(String... tokens) {
    for (int i = 0; i < tokens.length; i++) {
      var last = i == tokens.length - 1;
      server.stubFor(
          post(urlMatching("/login/.*"))
              .inScenario("tokens")
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "token " + i)
              .willSetStateTo(
                  last ? (i == 0 ? Scenario.STARTED : "token " + i) : "token " + (i + 1))
              .willReturn(
                  okJson(
                      "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"ext_expires_in\":3599,"
                          + "\"access_token\":\""
                          + tokens[i]
                          + "\"}")));
    }
  }

  public void login(ResponseDefinitionBuilder response) {
    server.stubFor(post(urlMatching("/login/.*")).atPriority(1).willReturn(response));
  }

  /**
   * What is said to calls of a method on paths below the service that match.
   *
   * @param path with the encoded ids in it
   */
  public void says(String method, String path, ResponseDefinitionBuilder response) {
    server.stubFor(call(method, path).willReturn(response));
  }

  /** The same, one after the other; the last again and again. */
  public void saysInTurn(String method, String path, ResponseDefinitionBuilder... responses) {
    for (int i = 0; i < responses.length; i++) {
      server.stubFor(
          call(method, path)
              .inScenario(method + path)
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answer " + i)
              .willSetStateTo("answer " + Math.min(i + 1, responses.length - 1))
              .willReturn(responses[i]));
    }
  }

  private static MappingBuilder call(String method, String path) {
    return request(method, urlPathMatching("/emea/" + path)).atPriority(5);
  }

  /** A refusal as the connector writes it. */
  public static ResponseDefinitionBuilder refusal(int status, String code) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; charset=utf-8")
        .withBody("{\"error\":{\"code\":\"" + code + "\",\"message\":\"No.\"}}");
  }

  /** Opens the same chat for a person each time. */
  public void opensChats() {
    server.stubFor(
        post(urlPathMatching("/emea/v3/conversations"))
            .atPriority(3)
            .willReturn(
                okJson(
                        "{\"id\":\"a:{{jsonPath request.body '$.members[0].id'}}\","
                            + "\"serviceUrl\":\"ignored\"}")
                    .withTransformers("response-template")));
  }

  /** Takes files; answers as OneDrive does. */
  public void takesFiles() {
    server.stubFor(
        put(urlMatching("/upload.*")).willReturn(aResponse().withStatus(201).withBody("{}")));
  }

  /** All calls of the service, oldest first. */
  public List<Called> calls() {
    return logged().stream()
        .filter(call -> call.getUrl().startsWith("/emea/"))
        .map(FakeTeams::called)
        .toList();
  }

  /** Those of a method. */
  public List<Called> calls(String method) {
    return calls().stream().filter(call -> call.method().equals(method)).toList();
  }

  /** What was put into the place of files, with the range it had. */
  public List<String> uploads() {
    return logged().stream()
        .filter(call -> call.getUrl().startsWith("/upload"))
        .map(call -> call.getHeader("Content-Range") + " " + call.getBodyAsString())
        .toList();
  }

  /** What the login was asked, decoded. */
  public List<String> logins() {
    return logged().stream()
        .filter(call -> call.getUrl().startsWith("/login/"))
        .map(
            call ->
                call.getUrl()
                    + " "
                    + URLDecoder.decode(call.getBodyAsString(), StandardCharsets.UTF_8))
        .toList();
  }

  private List<LoggedRequest> logged() {
    return server.findAll(anyRequestedFor(anyUrl())).stream()
        .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
        .toList();
  }

  private static Called called(LoggedRequest call) {
    var body = call.getBodyAsString();
    return new Called(
        call.getMethod().getName(),
        call.getUrl().substring("/emea/".length()),
        body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body),
        call.getHeader("Authorization"),
        call.containsHeader("Upgrade"));
  }

  public void reset() {
    server.resetRequests();
  }

  @Override
  public void close() {
    server.stop();
  }
}
