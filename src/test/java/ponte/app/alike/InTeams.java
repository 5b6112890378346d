package ponte.app.alike;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import ponte.nlp.Language;
import ponte.teams.token.TestIssuer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Teams, as WireMock plays it, and its activities with tokens that are really signed. */
final class InTeams implements Talks, AutoCloseable {

  static final String APP = "11111111-2222-3333-4444-555555555555";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern POSTED = Pattern.compile("/v3/conversations/([^/]+)/activities");

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private final TestIssuer issuer = new TestIssuer();
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger count = new AtomicInteger();
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final Office office;
  private int port;

  /** What was shown in a conversation. */
  private record Told(String conversation, Shown shown) {}

  InTeams(Office office) {
    this.office = office;
    server.start();
    server.addMockServiceRequestListener((request, _) -> heard(request));
    server.stubFor(
        any(urlPathMatching("/v3/conversations.*"))
            .willReturn(okJson("{\"id\":\"1772442000001\"}")));
    for (var person : office.people()) {
      var id = person.id().value();
      server.stubFor(
          post(urlPathEqualTo("/v3/conversations"))
              .withRequestBody(matching("(?s).*\"(29:)?" + id + "\".*"))
              .willReturn(okJson("{\"id\":\"a:" + id + "\"}")));
    }
    server.stubFor(
        any(urlPathMatching("/" + office.workspace() + "/oauth2/v2.0/token"))
            .willReturn(okJson("{\"access_token\":\"an access token\",\"expires_in\":3599}")));
  }

  String address() {
    return server.baseUrl() + "/";
  }

  String keys() {
    return issuer.issuer().metadata().toString();
  }

  void serverAt(int port) {
    this.port = port;
  }

  private void heard(Request request) {
    var posted = POSTED.matcher(request.getUrl());
    if (posted.find()) {
      var conversation = URLDecoder.decode(posted.group(1), StandardCharsets.UTF_8);
      for (var attachment : JSON.readTree(request.getBodyAsString()).path("attachments")) {
        told.add(new Told(conversation, Shown.inTeams(attachment.path("content"))));
      }
    }
  }

  @Override
  public void say(String person, String text, Language language) throws Exception {
    send(activity(person, language).put("text", text));
  }

  @Override
  public void press(String person, Shown shown, int button, Language language) throws Exception {
    var press = activity(person, language).put("replyToId", "1772442000001");
    press.putObject("value").put("ponte", shown.values().get(button));
    send(press);
  }

  private ObjectNode activity(String person, Language language) {
    var id = office.person(person).value();
    var locale = language == Language.ITALIAN ? "it-IT" : "en-US";
    var activity =
        JSON.createObjectNode()
            .put("type", "message")
            .put("id", "m" + count.incrementAndGet())
            .put("timestamp", Clock.systemUTC().instant().toString())
            .put("serviceUrl", address())
            .put("channelId", "msteams")
            .put("locale", locale);
    activity.putObject("from").put("id", "29:" + id).put("name", id).put("aadObjectId", id);
    activity.putObject("recipient").put("id", "28:" + APP).put("name", "Ponte");
    activity.putObject("channelData").putObject("tenant").put("id", office.workspace().value());
    activity
        .putObject("conversation")
        .put("conversationType", "personal")
        .put("tenantId", office.workspace().value())
        .put("id", "a:" + id);
    activity
        .putArray("entities")
        .addObject()
        .put("type", "clientInfo")
        .put("locale", locale)
        .put("timezone", "Europe/Rome");
    return activity;
  }

  private void send(ObjectNode activity) throws IOException, InterruptedException {
    var token = issuer.token(APP, address(), Clock.systemUTC().instant());
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/messages"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(activity.toString()))
            .build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  @Override
  public List<Shown> shown(String person) {
    var theirs = "a:" + office.person(person).value();
    return told.stream()
        .filter(each -> each.conversation().equals(theirs))
        .map(Told::shown)
        .toList();
  }

  @Override
  public void close() {
    server.stop();
    issuer.close();
  }
}
