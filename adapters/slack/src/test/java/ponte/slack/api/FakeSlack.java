package ponte.slack.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.platform.Rate;
import ponte.slack.installation.Installation;
import ponte.slack.installation.Installations;
import ponte.slack.installation.OneInstallation;
import ponte.slack.installation.Token;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Slack, as a server on this machine that says what a test tells it to. */
public final class FakeSlack implements AutoCloseable {

  public static final WorkspaceId ACME = new WorkspaceId("T0ACME");
  public static final PersonId PONTE = new PersonId(ACME, "U0PONTE");

  private static final JsonMapper JSON = new JsonMapper();

  /** Longer than a loaded machine takes. */
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private static final Duration IMPATIENT = Duration.ofMillis(200);

  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private final HttpClient http = HttpClient.newHttpClient();
  private final OneInstallation installations = installed();

  public FakeSlack() {
    server.start();
    server.stubFor(
        post(anyUrl())
            .atPriority(10)
            .willReturn(aResponse().withStatus(500).withBody("nobody said what to answer")));
  }

  public SlackApi api(Clock clock) {
    return api(clock, SlackLimits.DEFAULT.history());
  }

  public SlackApi api(Clock clock, Rate history) {
    return api(clock, history, PATIENT);
  }

  /** One that does not wait for an answer that {@link #sleeps}. */
  public SlackApi impatient(Clock clock) {
    return api(clock, SlackLimits.DEFAULT.history(), IMPATIENT);
  }

  private SlackApi api(Clock clock, Rate history, Duration timeout) {
    return new SlackApi(
        http,
        URI.create(server.baseUrl() + "/api/"),
        installations(),
        new SlackLimits(timeout, history),
        clock);
  }

  public Installations installations() {
    return installations;
  }

  /** Ponte is taken out of the workspace, and has noticed it. */
  public void isTakenOut() {
    installations.remove(ACME);
  }

  private static OneInstallation installed() {
    var installations = new OneInstallation();
    installations.known(
        new Installation(
            ACME,
            "Acme",
            URI.create("https://acme.slack.com/"),
            null,
            "A0PONTE",
            PONTE,
            "B0PONTE",
            new Token("xoxb-test"),
            Set.of("chat:write"),
            null,
            Instant.EPOCH,
            null));
    return installations;
  }

  /** The address that Slack opened with a request. */
  public URI responseUrl() {
    return URI.create(server.baseUrl() + "/actions/T0ACME/1/abc");
  }

  public URI url(String path) {
    return URI.create(server.baseUrl() + path);
  }

  /** Answers a method as its page shows it. */
  public void answers(Method method) {
    answers(method, payload(method.path()));
  }

  public void answers(Method method, String body) {
    server.stubFor(to(method).willReturn(okJson(body)));
  }

  /** Answers a method where an argument has a value. */
  public void answersWhere(Method method, String argument, String value, String body) {
    server.stubFor(
        to(method).atPriority(1).withFormParam(argument, equalTo(value)).willReturn(okJson(body)));
  }

  /** Answers calls of a method one after the other; the last answer stays. */
  public void answersInTurn(Method method, String... bodies) {
    for (int i = 0; i < bodies.length; i++) {
      server.stubFor(
          to(method)
              .inScenario(method.path())
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
              .willReturn(okJson(bodies[i]))
              .willSetStateTo("after " + Math.min(i + 1, bodies.length - 1)));
    }
  }

  public void refuses(Method method, String error) {
    answers(method, "{\"ok\":false,\"error\":\"" + error + "\"}");
  }

  /** Refuses calls with an argument like this pattern. */
  public void refusesWhere(Method method, String argument, String pattern, String error) {
    server.stubFor(
        to(method)
            .atPriority(1)
            .withFormParam(argument, matching(pattern))
            .willReturn(okJson("{\"ok\":false,\"error\":\"" + error + "\"}")));
  }

  public void says(Method method, ResponseDefinitionBuilder response) {
    server.stubFor(to(method).willReturn(response));
  }

  /** Wants a method to be called later. */
  public void limits(Method method, int seconds) {
    says(
        method,
        aResponse()
            .withStatus(429)
            .withHeader("Retry-After", String.valueOf(seconds))
            .withBody("{\"ok\":false,\"error\":\"ratelimited\"}"));
  }

  /** Answers later than anybody waits. */
  public void sleeps(Method method) {
    says(method, okJson("{\"ok\":true}").withFixedDelay((int) IMPATIENT.toMillis() * 10));
  }

  public void responds(ResponseDefinitionBuilder response) {
    server.stubFor(post(urlPathEqualTo(responseUrl().getPath())).willReturn(response));
  }

  public void takesFiles() {
    server.stubFor(post(urlPathEqualTo("/upload")).willReturn(aResponse().withBody("OK - 12")));
  }

  private static MappingBuilder to(Method method) {
    return post(urlPathEqualTo("/api/" + method.path())).atPriority(2);
  }

  /** The arguments of each call of a method, in order. */
  public List<Map<String, String>> calls(Method method) {
    return requests("/api/" + method.path()).stream()
        .map(request -> form(request.getBodyAsString()))
        .toList();
  }

  /** What was written to the address that Slack opened, in order. */
  public List<JsonNode> responses() {
    return requests(responseUrl().getPath()).stream()
        .map(request -> JSON.readTree(request.getBodyAsString()))
        .toList();
  }

  public List<String> uploads() {
    return requests("/upload").stream().map(LoggedRequest::getBodyAsString).toList();
  }

  public List<LoggedRequest> requests(String path) {
    return server.findAll(postRequestedFor(urlPathEqualTo(path))).stream()
        .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
        .toList();
  }

  private static Map<String, String> form(String body) {
    var form = new HashMap<String, String>();
    Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> form.put(decoded(pair[0]), decoded(pair[1])));
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  public static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** An answer as Slack's pages show it. */
  public static String payload(String name) {
    try (var file = FakeSlack.class.getResourceAsStream("/ponte/slack/answers/" + name + ".json")) {
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
