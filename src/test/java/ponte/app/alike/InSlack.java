package ponte.app.alike;

import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import ponte.nlp.Language;
import ponte.slack.installation.Token;
import ponte.slack.live.Signature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Slack, as WireMock plays it, and its signed events; each has a talk of two with Ponte. */
final class InSlack implements Talks, AutoCloseable {

  static final String SECRET = "a signing secret";

  /** The talk of Ponte with more than one. */
  private static final String SEVERAL = "G1";

  private static final JsonMapper JSON = new JsonMapper();

  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private final Signature signature = new Signature(new Token(SECRET), Clock.systemUTC());
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger count = new AtomicInteger();
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final Office office;
  private int port;

  /** What was shown in a conversation. */
  private record Told(String conversation, Shown shown) {}

  InSlack(Office office) {
    this.office = office;
    server.start();
    server.addMockServiceRequestListener((request, _) -> heard(request));
    answers("[a-zA-Z.]+", object().put("ts", "1772442691.000100").put("channel", SEVERAL));
    answers("conversations.open", door(SEVERAL));
    for (var person : office.people()) {
      var id = person.id().value();
      server.stubFor(
          post(urlPathMatching("/api/conversations.open"))
              .withRequestBody(matching("(?s)(.*&)?users=" + id + "(&.*)?"))
              .willReturn(okJson(door("D" + id).toString())));
    }
    answers(
        "auth.test",
        object()
            .put("url", "https://acme.slack.com/")
            .put("team", "Acme")
            .put("team_id", office.workspace().value())
            .put("user_id", "U0")
            .put("bot_id", "B0"));
    var people = object();
    var ids = object();
    ids.putArray("members").add("U0");
    for (var person : office.people()) {
      var language = person.language() == Language.ITALIAN ? "it-IT" : "en-US";
      people
          .withArray("members")
          .addObject()
          .put("id", person.id().value())
          .put("team_id", office.workspace().value())
          .put("name", person.handle())
          .put("tz", "Europe/Rome")
          .put("locale", language)
          .putObject("profile")
          .put("real_name", person.name())
          .put("display_name", person.name())
          .put("email", person.email());
      ids.withArray("members").add(person.id().value());
    }
    answers("users.list", people);
    answers("conversations.members", ids);
    var channels = object();
    channels
        .putArray("channels")
        .addObject()
        .put("id", office.channel().value())
        .put("name", "payments")
        .put("is_channel", true)
        .put("is_private", false)
        .put("is_ext_shared", false)
        .put("is_member", true);
    answers("conversations.list", channels);
    answers("users.conversations", channels);
    var nothing = object().put("has_more", false);
    nothing.putArray("messages");
    answers("conversations.history", nothing);
  }

  private static ObjectNode door(String conversation) {
    var door = object();
    door.putObject("channel").put("id", conversation);
    return door;
  }

  private static ObjectNode object() {
    return JSON.createObjectNode().put("ok", true);
  }

  private void answers(String method, ObjectNode answer) {
    server.stubFor(post(urlPathMatching("/api/" + method)).willReturn(okJson(answer.toString())));
  }

  String address() {
    return server.baseUrl() + "/";
  }

  void serverAt(int port) {
    this.port = port;
  }

  private void heard(Request request) {
    if (request.getUrl().contains("/api/chat.")) {
      var fields = request.getBodyAsString();
      field(fields, "blocks")
          .map(blocks -> Shown.inSlack(JSON.readTree(blocks), office))
          .ifPresent(shown -> told.add(new Told(field(fields, "channel").orElse("none"), shown)));
    }
  }

  private static Optional<String> field(String form, String name) {
    return Arrays.stream(form.split("&"))
        .filter(field -> field.startsWith(name + "="))
        .map(field -> field.substring(name.length() + 1))
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .findFirst();
  }

  @Override
  public void say(String person, String text, Language language) throws Exception {
    var number = count.incrementAndGet();
    var ts = 1_772_442_000 + number + ".000100";
    var envelope =
        JSON.createObjectNode()
            .put("type", "event_callback")
            .put("team_id", office.workspace().value())
            .put("event_id", "Ev" + number)
            .put("event_time", 1_772_442_000 + number)
            .put("is_ext_shared_channel", false);
    envelope
        .putObject("event")
        .put("type", "message")
        .put("channel", talk(person))
        .put("channel_type", "im")
        .put("user", office.person(person).value())
        .put("text", text)
        .put("ts", ts)
        .put("event_ts", ts);
    send("application/json", envelope.toString());
  }

  /** Writes in the channel. */
  void write(String person, String text) throws Exception {
    var now = Clock.systemUTC().instant();
    var ts =
        String.format(
            Locale.ROOT, "%d.%06d", now.getEpochSecond(), count.incrementAndGet() % 1_000_000);
    var event = inChannel("message", ts).put("user", office.person(person).value());
    event.put("text", text).put("ts", ts);
    send(event);
  }

  private ObjectNode inChannel(String type, String ts) {
    return JSON.createObjectNode()
        .put("type", type)
        .put("channel", office.channel().value())
        .put("channel_type", "channel")
        .put("event_ts", ts);
  }

  private void send(ObjectNode event) throws Exception {
    var number = count.incrementAndGet();
    var envelope =
        JSON.createObjectNode()
            .put("type", "event_callback")
            .put("team_id", office.workspace().value())
            .put("event_id", "Ev" + number)
            .put("event_time", 1_772_442_000 + number)
            .put("is_ext_shared_channel", false);
    envelope.set("event", event);
    send("application/json", envelope.toString());
  }

  /** What was shown in the channel, under any message. */
  List<Shown> inChannel() {
    return told.stream()
        .filter(each -> each.conversation().equals(office.channel().value()))
        .map(Told::shown)
        .toList();
  }

  @Override
  public void press(String person, Shown shown, int button, Language language) throws Exception {
    press(person, talk(person), shown, button);
  }

  /** Presses a button in the talk of several. */
  void pressTogether(String person, Shown shown, int button) throws Exception {
    press(person, SEVERAL, shown, button);
  }

  /** Whether only this person was shown something in the talk of several. */
  boolean isShownAlone(String person) {
    return server.findAll(postRequestedFor(urlPathEqualTo("/api/chat.postEphemeral"))).stream()
        .map(LoggedRequest::getBodyAsString)
        .anyMatch(
            body ->
                field(body, "channel").filter(SEVERAL::equals).isPresent()
                    && field(body, "user")
                        .filter(office.person(person).value()::equals)
                        .isPresent());
  }

  private void press(String person, String conversation, Shown shown, int button) throws Exception {
    var press =
        JSON.createObjectNode()
            .put("type", "block_actions")
            .put("trigger_id", "trigger." + count.incrementAndGet());
    press.putObject("user").put("id", office.person(person).value());
    press.putObject("team").put("id", office.workspace().value());
    press
        .putObject("container")
        .put("type", "message")
        .put("message_ts", "1772442691.000100")
        .put("channel_id", conversation)
        .put("is_ephemeral", false);
    press.putObject("channel").put("id", conversation);
    press.putObject("message").put("ts", "1772442691.000100");
    press
        .putArray("actions")
        .addObject()
        .put("type", "button")
        .put("action_id", "ponte-" + (button + 1))
        .put("action_ts", String.format(Locale.ROOT, "1772442700.%06d", count.incrementAndGet()))
        .put("value", shown.values().get(button));
    send(
        "application/x-www-form-urlencoded",
        "payload=" + URLEncoder.encode(press.toString(), StandardCharsets.UTF_8));
  }

  private void send(String type, String body) throws IOException, InterruptedException {
    var now = String.valueOf(Clock.systemUTC().instant().getEpochSecond());
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/slack/events"))
            .header("Content-Type", type)
            .header("X-Slack-Request-Timestamp", now)
            .header("X-Slack-Signature", signature.of(now, body.getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString(body))
            .build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  private String talk(String person) {
    return "D" + office.person(person).value();
  }

  @Override
  public List<Shown> shown(String person) {
    var theirs = List.of(talk(person), SEVERAL);
    return told.stream()
        .filter(each -> theirs.contains(each.conversation()))
        .map(Told::shown)
        .toList();
  }

  @Override
  public void close() {
    server.stop();
  }
}
