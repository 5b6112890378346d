package ponte.app.teams;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import ponte.app.RawRequest;
import ponte.app.Replica;
import ponte.app.Untold;
import ponte.archive.Archive;
import ponte.consent.Preferences;
import ponte.consent.QuietHours;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.teams.token.TestIssuer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole server in one tenant: WireMock plays the connector and the login, a local issuer signs
 * real tokens.
 */
@DirtiesContext
@SpringBootTest(
    classes = PonteApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "ponte.nudges.after=0s",
      "ponte.introductions.daily=20",
      "ponte.introductions.weekly=100",
      "ponte.teams.app-id=" + TeamsServerTest.APP,
      "ponte.teams.app-password=a client secret",
      "ponte.teams.tenant-id=" + TeamsServerTest.TENANT
    })
class TeamsServerTest implements Untold {

  static final String APP = "11111111-2222-3333-4444-555555555555";
  static final String TENANT = "b28fdbfd-2b78-4f93-b0f8-8881793f0f8f";

  private static final WireMockServer TEAMS = new WireMockServer(wireMockConfig().dynamicPort());
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final JsonMapper JSON = new JsonMapper();
  private static final WorkspaceId WORKSPACE = new WorkspaceId(TENANT);
  private static final String GENERAL = "19:general@thread.tacv2";
  private static final ChannelId INCIDENTS = new ChannelId(WORKSPACE, "19:incidents@thread.tacv2");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String ADELE = "adele";
  private static final String BRUNO = "bruno";
  private static final String CHIARA = "chiara";
  private static final String DARIO = "dario";
  private static final Instant START = Clock.systemUTC().instant().minus(Duration.ofHours(30));

  private static final String[][] TALK = {
    {ADELE, "How do I stop Kafka consumers from rebalancing all the time?"},
    {BRUNO, "Kafka rebalances whenever a consumer is slow: raise max.poll.interval.ms"},
    {ADELE, "Thank you, that fixed the Kafka rebalancing"},
    {CHIARA, "The Kafka cluster also needs more partitions for payments"},
    {BRUNO, "Kafka partitions can be added at any time, but the keys move then"},
    {CHIARA, "We decided to add twelve Kafka partitions on Monday"},
    {ADELE, "Which Kafka version do we run in production?"},
    {BRUNO, "We run Kafka 3.9, the upgrade to Kafka 4 needs KRaft first"},
    {CHIARA, "KRaft mode works on staging, I tested the Kafka failover twice"},
    {ADELE, "Great, thanks for testing the Kafka failover"},
    {BRUNO, "I will write down how the Kafka upgrade goes"},
    {CHIARA, "Good, the payments team reads it before the upgrade"}
  };

  @Override
  public String[] secrets() {
    return new String[] {"a client secret", "an access token", "Bearer ey"};
  }

  @LocalServerPort private int port;
  @Autowired private Directory directory;
  @Autowired private Archive archive;
  @Autowired private Replica replica;

  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    TEAMS.start();
    TEAMS.stubFor(
        WireMock.post(urlPathEqualTo("/" + TENANT + "/oauth2/v2.0/token"))
            .willReturn(okJson("{\"access_token\":\"an access token\",\"expires_in\":3599}")));
    TEAMS.stubFor(
        WireMock.post(urlPathMatching("/v3/conversations/[^/]+/activities"))
            .willReturn(okJson("{\"id\":\"1772442000001\"}")));
    TEAMS.stubFor(
        WireMock.post(urlPathEqualTo("/v3/conversations"))
            .willReturn(okJson("{\"id\":\"a:adele\"}")));
    TEAMS.stubFor(
        WireMock.post(urlPathEqualTo("/v3/conversations"))
            .withRequestBody(containing("29:" + BRUNO))
            .willReturn(okJson("{\"id\":\"a:bruno\"}")));
    TEAMS.stubFor(
        WireMock.put(urlPathMatching("/v3/conversations/[^/]+/activities/[^/]+"))
            .willReturn(okJson("{\"id\":\"1772442000001\"}")));
    answer("/v3/teams/19%3Ageneral%40thread.tacv2", "{\"name\":\"Payments\",\"aadGroupId\":\"g\"}");
    answer(
        "/v3/teams/19%3Ageneral%40thread.tacv2/conversations",
        """
        {"conversations":[{"id":"19:general@thread.tacv2","name":null},
         {"id":"19:incidents@thread.tacv2","name":"Incidents","type":"standard"}]}
        """);
    var members = "/v3/conversations/19%3Ageneral%40thread.tacv2/pagedmembers";
    answer(
        members,
        "{\"continuationToken\":\"more\",\"members\":["
            + member(ADELE, "Adele Vance")
            + ","
            + member(BRUNO, "Bruno Conti")
            + "]}");
    TEAMS.stubFor(
        WireMock.get(urlPathEqualTo(members))
            .withQueryParam("continuationToken", equalTo("more"))
            .willReturn(
                okJson(
                    "{\"members\":["
                        + member(CHIARA, "Chiara Neri")
                        + ","
                        + member(DARIO, "Dario Gallo")
                        + "]}")));
    var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data");
    registry.add("ponte.data", directory::toString);
    registry.add("ponte.teams.services", TEAMS::baseUrl);
    registry.add("ponte.teams.login", () -> TEAMS.baseUrl() + "/");
    registry.add("ponte.teams.graph.address", () -> TEAMS.baseUrl() + "/v1.0/");
    registry.add("ponte.teams.keys", () -> ISSUER.issuer().metadata().toString());
  }

  private static void answer(String path, String json) {
    TEAMS.stubFor(WireMock.get(urlPathEqualTo(path)).willReturn(okJson(json)));
  }

  private static String member(String id, String name) {
    return JSON.writeValueAsString(
        Map.of(
            "id",
            "29:" + id,
            "objectId",
            id,
            "name",
            name,
            "email",
            id + "@acme.example",
            "userPrincipalName",
            id + "@acme.example",
            "tenantId",
            TENANT,
            "userRole",
            "user"));
  }

  @AfterAll
  static void hangUp() {
    TEAMS.stop();
    ISSUER.close();
  }

  private static String service() {
    return TEAMS.baseUrl() + "/";
  }

  private static ObjectNode activity(String type, String id, String from, Instant at) {
    var activity =
        JSON.createObjectNode()
            .put("type", type)
            .put("id", id)
            .put("timestamp", at.toString())
            .put("serviceUrl", service())
            .put("channelId", "msteams");
    activity.putObject("from").put("id", "29:" + from).put("name", from).put("aadObjectId", from);
    activity.putObject("recipient").put("id", "28:" + APP).put("name", "Ponte");
    activity.putObject("channelData").putObject("tenant").put("id", TENANT);
    return activity;
  }

  private static ObjectNode inTeam(ObjectNode activity, String conversation) {
    activity
        .putObject("conversation")
        .put("isGroup", true)
        .put("conversationType", "channel")
        .put("tenantId", TENANT)
        .put("id", conversation);
    ((ObjectNode) activity.path("channelData"))
        .putObject("team")
        .put("id", GENERAL)
        .put("aadGroupId", "g");
    return activity;
  }

  private static ObjectNode said(String from, String text, Instant at, @Nullable Instant root) {
    var channel = INCIDENTS.value();
    var message = activity("message", String.valueOf(at.toEpochMilli()), from, at);
    return inTeam(message, channel + ";messageid=" + (root == null ? at : root).toEpochMilli())
        .put("text", text)
        .put("textFormat", "plain");
  }

  private static ObjectNode asked(String from, String id, String text, String locale) {
    var message =
        activity("message", id, from, Clock.systemUTC().instant())
            .put("text", text)
            .put("locale", locale);
    message
        .putObject("conversation")
        .put("conversationType", "personal")
        .put("tenantId", TENANT)
        .put("id", "a:" + from);
    message
        .putArray("entities")
        .addObject()
        .put("type", "clientInfo")
        .put("locale", locale)
        .put("timezone", "Europe/Rome");
    return message;
  }

  private HttpResponse<String> send(ObjectNode activity) throws Exception {
    return send(activity, "Bearer " + ISSUER.token(APP, service(), Clock.systemUTC().instant()));
  }

  private HttpResponse<String> send(ObjectNode activity, String authorization) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/messages"))
            .header("Content-Type", "application/json")
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofString(activity.toString()))
            .build(),
        BodyHandlers.ofString());
  }

  private static RequestPatternBuilder postedTo(String person) {
    return postRequestedFor(urlPathEqualTo("/v3/conversations/a%3A" + person + "/activities"))
        .withHeader("Authorization", equalTo("Bearer an access token"));
  }

  private static void awaitPosted(String person, String... words) {
    var pattern = postedTo(person);
    for (var word : words) {
      pattern.withRequestBody(containing(word));
    }
    await().atMost(PATIENCE).untilAsserted(() -> TEAMS.verify(pattern));
  }

  /** What a button of something that was posted to a person carries. */
  private static String carried(String person, String what) {
    return TEAMS.findAll(postedTo(person)).stream()
        .flatMap(
            posted -> JSON.readTree(posted.getBodyAsString()).findValuesAsString("ponte").stream())
        .filter(value -> value.contains(what))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static ObjectNode invoked(String from, String id, String name, String locale) {
    return asked(from, id, "", locale).put("type", "invoke").put("name", name);
  }

  /** Opens the dialog of a button. */
  private String fetched(String from, String id, String carried, String locale) throws Exception {
    var fetch = invoked(from, id, "task/fetch", locale);
    var data = fetch.putObject("value").putObject("data");
    data.putObject("msteams").put("type", "task/fetch");
    data.put("ponte", carried);
    var response = send(fetch);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  /** Sends what was filled into a dialog; the answer is empty where it is taken in. */
  private String submitted(
      String from, String id, String form, Map<String, String> fields, String locale)
      throws Exception {
    var submit = invoked(from, id, "task/submit", locale);
    var data = submit.putObject("value").putObject("data").put("ponteForm", form);
    fields.forEach(data::put);
    var response = send(submit);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  /** Ponte was added to a team, in which people then talk about Kafka; once for all tests. */
  @BeforeEach
  void aTeamTalks() throws Exception {
    if (isSaid(TALK.length - 1)) {
      return;
    }
    var installed =
        inTeam(activity("installationUpdate", "f:1", ADELE, START), GENERAL).put("action", "add");
    assertThat(send(installed).statusCode()).isEqualTo(200);
    await().atMost(PATIENCE).until(() -> directory.members(INCIDENTS).size() == 4);
    for (var i = 0; i < TALK.length; i++) {
      var root = i % 3 == 0 ? null : at(i - i % 3);
      assertThat(send(said(TALK[i][0], TALK[i][1], at(i), root)).statusCode()).isEqualTo(200);
    }
    await().atMost(PATIENCE).until(() -> isSaid(TALK.length - 1));
  }

  private static Instant at(int number) {
    return START.plus(Duration.ofMinutes(number));
  }

  private boolean isSaid(int number) {
    var id = new MessageId(INCIDENTS, String.valueOf(at(number).toEpochMilli()));
    return archive.find(id, Audience.of(INCIDENTS)).isPresent();
  }

  @Test
  void answersInTheChatOfWhoeverAsksInTheirLanguage() throws Exception {
    assertThat(directory.channel(INCIDENTS).orElseThrow().name()).isEqualTo("Payments-Incidents");
    assertThat(directory.channel(INCIDENTS).orElseThrow().isPublic()).isFalse();

    assertThat(send(asked(ADELE, "m1", "help", "en-US")).statusCode()).isEqualTo(200);
    awaitPosted(ADELE, "AdaptiveCard", "digest");
    assertThat(send(asked(CHIARA, "m2", "aiuto", "it-IT")).statusCode()).isEqualTo(200);
    awaitPosted(CHIARA, "AdaptiveCard", "riassunto");

    var whoKnows = asked(ADELE, "m3", "who knows about Kafka?", "en-US");
    assertThat(send(whoKnows).statusCode()).isEqualTo(200);
    assertThat(send(whoKnows).statusCode()).isEqualTo(200);
    awaitPosted(ADELE, "Bruno Conti", "Introduce");
    TEAMS.verify(1, postedTo(ADELE).withRequestBody(containing("Introduce")));
    assertThat(send(asked(CHIARA, "m4", "chi sa di Kafka?", "it-IT")).statusCode()).isEqualTo(200);
    awaitPosted(CHIARA, "Bruno Conti", "Presenta");

    assertThat(send(asked(ADELE, "m5", "digest Payments-Incidents", "en-US")).statusCode())
        .isEqualTo(200);
    awaitPosted(ADELE, "Main discussions", "KRaft");
    assertThat(send(asked(CHIARA, "m6", "riassunto di Payments-Incidents", "it-IT")).statusCode())
        .isEqualTo(200);
    awaitPosted(CHIARA, "Discussioni principali", "KRaft");
  }

  @Test
  void tellsNobodyWhoIsNotInTheTeam() throws Exception {
    assertThat(send(asked("mallory", "m1", "who knows about Kafka?", "en-US")).statusCode())
        .isEqualTo(200);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> TEAMS.verify(postedTo("mallory").withRequestBody(containing("AdaptiveCard"))));
    TEAMS.verify(0, postedTo("mallory").withRequestBody(containing("Bruno")));
  }

  @Test
  void searchesForPeopleFromTheComposeBox() throws Exception {
    var english = searched(ADELE, "f:2", "en-US");
    assertThat(english).contains("composeExtension", "Bruno Conti", "Answered");

    var italian = searched(CHIARA, "f:3", "it-IT");
    assertThat(italian).contains("composeExtension", "Bruno Conti", "Ha risposto");
  }

  private String searched(String from, String id, String locale) throws Exception {
    var query = invoked(from, id, "composeExtension/query", locale);
    var value = query.putObject("value").put("commandId", "whoKnows");
    value.putArray("parameters").addObject().put("name", "topic").put("value", "kafka");
    var response = send(query);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  @Test
  void introducesWhoIsCalledByName() throws Exception {
    mayBeWrittenToAtAnyHour(BRUNO);
    send(asked(ADELE, "m21", "introduce me to Bruno about Kafka partitions", "en-US"));
    awaitPosted(ADELE, "I am writing to Bruno Conti and you together right now");
    awaitPosted(BRUNO, "Adele Vance", "Kafka partitions", "the conversation is yours");
    awaitPosted(ADELE, "Hello", "the conversation is yours");

    send(asked(CHIARA, "m22", "presentami Bruno per KRaft", "it-IT"));
    awaitPosted(CHIARA, "Scrivo subito a te e a Bruno Conti insieme");
    awaitPosted(BRUNO, "Chiara Neri", "KRaft", "la conversazione è vostra");

    send(asked(ADELE, "m23", "introduce me to Zebedee about Kafka", "en-US"));
    awaitPosted(ADELE, "I find no colleague who is called", "Zebedee");
  }

  private void mayBeWrittenToAtAnyHour(String person) {
    var always = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false);
    new Preferences(replica.records(), directory)
        .change(new PersonId(WORKSPACE, person), each -> each.with(always));
  }

  @Test
  void schedulesADigestInADialogThatSaysWhatIsWrong() throws Exception {
    send(asked(ADELE, "m31", "schedule a digest", "en-US"));
    awaitPosted(ADELE, "SCHEDULE_DIGEST", "task/fetch");
    var english = fetched(ADELE, "f:31", carried(ADELE, "SCHEDULE_DIGEST"), "en-US");
    assertThat(english)
        .contains("Schedule a digest", "#Payments-Incidents", "Monday", "ponteForm")
        .doesNotContain("Choose at least one day");

    var channel = "field.channel";
    var wrong =
        submitted(
            ADELE,
            "f:32",
            "schedule-digest",
            Map.of(channel, INCIDENTS.toString(), "field.time", "nine"),
            "en-US");
    assertThat(wrong)
        .contains("Choose at least one day", "Give a time of day", "#Payments-Incidents");
    var right =
        submitted(
            ADELE,
            "f:33",
            "schedule-digest",
            Map.of(channel, INCIDENTS.toString(), "fields.days", "MONDAY", "field.time", "09:00"),
            "en-US");
    assertThat(right).isEmpty();
    awaitPosted(ADELE, "every Monday at 09:00", "Post it like this");

    send(asked(CHIARA, "m32", "programma un riassunto", "it-IT"));
    awaitPosted(CHIARA, "SCHEDULE_DIGEST", "task/fetch");
    assertThat(fetched(CHIARA, "f:34", carried(CHIARA, "SCHEDULE_DIGEST"), "it-IT"))
        .contains("Programma un riassunto", "lunedì");
  }

  @Test
  void changesTheHomeCardInItsPlace() throws Exception {
    send(asked(DARIO, "m41", "la mia pagina", "it-IT"));
    awaitPosted(DARIO, "AdaptiveCard", "I tuoi argomenti", "18:00");
    var opened = fetched(DARIO, "f:41", carried(DARIO, "QUIET_HOURS"), "it-IT");
    assertThat(opened).contains("Ore di quiete", "18:00");

    var wrong = Map.of("field.from", "tardi", "field.until", "07:30", "field.weekends", "no");
    assertThat(submitted(DARIO, "f:42", "quiet-hours", wrong, "it-IT"))
        .contains("Indica un'ora", "07:30");
    var right = Map.of("field.from", "21:15", "field.until", "07:30", "field.weekends", "no");
    assertThat(submitted(DARIO, "f:43", "quiet-hours", right, "it-IT")).isEmpty();
    awaitChanged(DARIO, "21:15", "07:30", "I tuoi argomenti");

    var english = asked(DARIO, "m42", "", "it-IT").put("replyToId", "1772442000001");
    english.putObject("value").put("ponte", carried(DARIO, "Speak"));
    send(english);
    awaitChanged(DARIO, "21:15", "Your topics");

    send(asked(DARIO, "m43", "settings", "en-US"));
    awaitPosted(DARIO, "Your topics", "21:15");
  }

  @Test
  void offersHelpWithAQuestionThatNobodyAnswers() throws Exception {
    var never = new QuietHours(LocalTime.NOON, LocalTime.NOON, false);
    replica.ponte().preferences().change(new PersonId(WORKSPACE, ADELE), old -> old.with(never));
    var asked = Clock.systemUTC().instant();
    send(said(ADELE, "How can we slow down Kafka before the night shift begins?", asked, null));
    awaitPosted(ADELE, "ASK_COLLEAGUES", "before the night shift begins");
  }

  private static void awaitChanged(String person, String... words) {
    var pattern =
        putRequestedFor(
            urlPathEqualTo("/v3/conversations/a%3A" + person + "/activities/1772442000001"));
    for (var word : words) {
      pattern.withRequestBody(containing(word));
    }
    await().atMost(PATIENCE).untilAsserted(() -> TEAMS.verify(pattern));
  }

  @Test
  void letsNobodyInButTeams() throws Exception {
    var message = asked(ADELE, "m9", "help", "en-US");
    var now = Clock.systemUTC().instant();

    assertThat(send(message, "").statusCode()).isEqualTo(401);
    assertThat(send(message, "Bearer garbage").statusCode()).isEqualTo(401);
    assertThat(send(message, "Bearer " + ISSUER.token("another", service(), now)).statusCode())
        .isEqualTo(401);
    assertThat(
            send(message, "Bearer " + ISSUER.token(APP, service(), now.minusSeconds(7200)))
                .statusCode())
        .isEqualTo(401);
    try (var forger = new TestIssuer()) {
      assertThat(send(message, "Bearer " + forger.token(APP, service(), now)).statusCode())
          .isEqualTo(401);
    }
    assertThat(send(message, "Bearer " + ISSUER.token(APP, "https://x.example/", now)).statusCode())
        .isEqualTo(403);
    ((ObjectNode) message.path("conversation")).put("tenantId", "another tenant");
    assertThat(send(message).statusCode()).isEqualTo(403);
    assertThat(send(message.put("text", "x".repeat(1024 * 1024 + 1))).statusCode()).isEqualTo(413);
    assertThat(
            RawRequest.of("POST", "/api/messages")
                .with("Host", "localhost")
                .endless("application/json", "{")
                .status(port))
        .isEqualTo(401);
  }
}
