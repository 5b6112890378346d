package ponte.app.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;
import ponte.app.Demo;
import ponte.app.Replica;
import ponte.app.doctor.Finding;
import ponte.app.doctor.Finding.Level;
import ponte.app.doctor.Findings;
import ponte.bench.Machine;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.nlp.Language;
import ponte.store.Entry;
import tools.jackson.databind.json.JsonMapper;

/** What the doctor sees of a deployment, and what it says that is to be done. */
class DoctorTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String BOT_TOKEN = "xoxb-1-a-secret";
  private static final String APP_TOKEN = "xapp-1-a-secret";
  private static final String PASSWORD = "a-password-of-an-app";

  @RegisterExtension
  private static final WireMockExtension PLATFORM =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final Path data;
  private final MockEnvironment settings = new MockEnvironment();

  DoctorTest(@TempDir Path folder) throws IOException {
    this.data = folder.resolve("data");
    settings.setProperty("server.port", Integer.toString(Machine.freePort()));
    settings.setProperty("management.server.port", Integer.toString(Machine.freePort()));
    settings.setProperty("ponte.data", data.toString());
  }

  @Test
  void findsNothingWrongWhereNothingIsYetAndAsksNobodyOutside() {
    var findings = look(Language.ENGLISH);

    assertThat(findings.all()).allMatch(finding -> finding.level() == Level.OK);
    assertThat(findings.all())
        .extracting(Finding::check)
        .contains(
            "java", "memory", "data", "zones", "settings", "server", "store", "slack", "teams");
    assertThat(PLATFORM.getAllServeEvents()).isEmpty();
    assertThat(data).doesNotExist();
  }

  @Test
  void namesSettingsThatAreNoneAndWhatWasMeant() {
    settings.setProperty("ponte.digest.mostDays", "20");
    settings.setProperty("ponte.digets.most-days", "20");
    settings
        .getPropertySources()
        .addLast(
            new SystemEnvironmentPropertySource(
                "systemEnvironment",
                Map.of(
                    "PONTE_DIGEST_MOST_DAYS", "20",
                    "PONTE_ROLES_ADMINISTRATORS_0", "T1/U1",
                    "PONTE_RETENTION_CHANNELS_PAYMENTS", "90d",
                    "PONTE_SLACK_BOTTOKEN_", "secret",
                    "PONTE_SERVICE_HOST", "10.0.0.1",
                    "PONTE_PORT_8080_TCP_ADDR", "10.0.0.1")));

    var findings = look(Language.ENGLISH);

    assertThat(findings.all().stream().filter(each -> each.level() == Level.WARNING))
        .extracting(Finding::saw, Finding::todo)
        .anySatisfy(
            said ->
                assertThat(said.toList())
                    .containsExactly(
                        "ponte.digets.most-days is no setting: nothing reads it",
                        "Did you mean ponte.digest.most-days?"))
        .anySatisfy(said -> assertThat(said.toList().toString()).contains("PONTE_SLACK_BOTTOKEN_"))
        .hasSize(2);
  }

  @Test
  void namesASettingThatCannotBeUsedWithoutItsValue() {
    settings.setProperty("ponte.digest.lines", "a-secret-in-the-wrong-place");
    assertSaid(Level.FAILURE, "settings", "ponte.digest.lines cannot be used");

    settings.setProperty("ponte.digest.lines", "26");
    assertSaid(Level.FAILURE, "settings", "lines must be less than or equal to 25");
    assertThat(look(Language.ENGLISH).all().toString()).doesNotContain("a-secret-in");
  }

  @Test
  void saysWhatSlackSaysAndHowTheClocksStand() {
    slackIsSet();
    PLATFORM.stubFor(get("/").willReturn(at(NOW.minus(Duration.ofSeconds(90)))));
    PLATFORM.stubFor(
        post("/api/auth.test")
            .withHeader("Authorization", equalTo("Bearer " + BOT_TOKEN))
            .willReturn(
                okJson(
                        """
                        {"ok":true,"url":"https://acme.slack.com/","team":"Acme","user":"ponte",
                         "team_id":"T1","user_id":"U1","bot_id":"B1","is_enterprise_install":false}""")
                    .withHeader(
                        "x-oauth-scopes",
                        "app_mentions:read,channels:history,channels:read,chat:write,commands,"
                            + "dnd:read,groups:history,groups:read,im:history,im:write,mpim:write,"
                            + "reactions:read,users:read")));
    PLATFORM.stubFor(
        post("/api/apps.connections.open")
            .withHeader("Authorization", equalTo("Bearer " + APP_TOKEN))
            .willReturn(okJson("{\"ok\":false,\"error\":\"not_allowed_token_type\"}")));

    var findings = look(Language.ENGLISH);

    assertSaid(
        findings, Level.WARNING, "slack", "In Acme Ponte may not do all it could: files:write");
    assertSaid(findings, Level.FAILURE, "slack", "own token: not_allowed_token_type");
    assertSaid(findings, Level.WARNING, "clock", "90 seconds ahead");
    assertThat(findings.worst()).isEqualTo(Level.FAILURE);
    assertThat(findings.all().toString()).doesNotContain(BOT_TOKEN).doesNotContain(APP_TOKEN);
  }

  @Test
  void saysInItalianThatSlackRefusesAndThatTheClockIsWrong() {
    slackIsSet();
    PLATFORM.stubFor(get("/").willReturn(at(NOW.plus(Duration.ofMinutes(10)))));
    PLATFORM.stubFor(
        post("/api/auth.test").willReturn(okJson("{\"ok\":false,\"error\":\"invalid_auth\"}")));
    PLATFORM.stubFor(
        post("/api/apps.connections.open")
            .willReturn(okJson("{\"ok\":true,\"url\":\"wss://example.slack.com/link\"}")));

    var findings = look(Language.ITALIAN);

    assertSaid(findings, Level.FAILURE, "slack", "Slack rifiuta il token: invalid_auth");
    assertSaid(findings, Level.FAILURE, "clock", "-600 secondi");
    assertSaid(findings, Level.OK, "slack", "Slack lascia aprire connessioni a Ponte");
  }

  @Test
  void saysWhatSlackNeedsThatIsNotSet() {
    settings.setProperty("ponte.slack.bot-token", BOT_TOKEN);

    assertSaid(Level.FAILURE, "slack", "Slack cannot reach Ponte: set ponte.slack.signing-secret");
  }

  @Test
  void saysWhatMicrosoftAndGraphSay() {
    settings.setProperty("ponte.teams.app-id", "11111111-2222-3333-4444-555555555555");
    settings.setProperty("ponte.teams.app-password", PASSWORD);
    settings.setProperty("ponte.teams.tenant-id", "tenant-1");
    settings.setProperty("ponte.teams.login", PLATFORM.baseUrl() + "/");
    PLATFORM.stubFor(get("/").willReturn(at(NOW)));
    PLATFORM.stubFor(
        post("/tenant-1/oauth2/v2.0/token")
            .willReturn(
                okJson(
                    "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"%s\"}"
                        .formatted(tokenWithRoles("User.Read.All")))));

    var accepted = look(Language.ENGLISH);
    PLATFORM.stubFor(
        post("/tenant-1/oauth2/v2.0/token")
            .willReturn(
                aResponse()
                    .withStatus(401)
                    .withBody(
                        "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215:"
                            + " Invalid client secret provided.\"}")));
    var refused = look(Language.ENGLISH);

    assertSaid(accepted, Level.OK, "teams", "Microsoft accepts the app; Ponte serves tenant-1");
    assertSaid(accepted, Level.OK, "clock", "The clock agrees");
    assertThat(accepted.all())
        .anySatisfy(
            graph -> {
              assertThat(graph.check()).isEqualTo("graph");
              assertThat(graph.level()).isEqualTo(Level.WARNING);
              assertThat(graph.todo())
                  .contains("ChannelMessage.Read.All: ")
                  .doesNotContain("User.Read.All: ");
            });
    assertSaid(refused, Level.FAILURE, "teams", "invalid_client AADSTS7000215");
    assertThat(refused.all().toString()).doesNotContain(PASSWORD);
  }

  @Test
  void tellsWhatWaitsForAnAdministratorAndWhoIsNobody() throws IOException {
    settings.setProperty("ponte.roles.administrators", "nobody@example.org");
    try (var ponte = Replica.open(data, Demo.SETTINGS, Clock.systemUTC())) {
      try (var export = Demo.export()) {
        ponte
            .directory()
            .apply(
                List.of(
                    new Roster.PersonChanged(
                        new EventId("someone"), export.people().getFirst(), NOW)));
      }
      ponte.queue().add(List.of(new Entry("outbox", "", "one", "{}", Instant.EPOCH)));
      ponte
          .queue()
          .bury(
              ponte.queue().lease("outbox", "one", Duration.ofMinutes(1)).orElseThrow(),
              "channel_not_found");

      assertSaid(Level.FAILURE, "store", "in use by another process");
      aServerAnswersThatItIsWell();
      var beside = look(Language.ENGLISH);
      assertSaid(beside, Level.OK, "store", "The running server has");
      assertSaid(beside, Level.WARNING, "dead-letters", "2 things were given up");
      assertSaid(beside, Level.WARNING, "server", "T1 refused: token_revoked");
    }

    settings.setProperty("management.server.port", Integer.toString(Machine.freePort()));
    var alone = look(Language.ENGLISH);
    assertSaid(alone, Level.WARNING, "dead-letters", "1 thing was given up");
    assertSaid(alone, Level.WARNING, "roles", "nobody of the organisation: nobody@example.org");
    assertSaid(alone, Level.OK, "archive", "can be read");
  }

  @Test
  void knowsWhoCannotOpenTheConsole() {
    settings.setProperty("server.address", "0.0.0.0");
    assertSaid(Level.WARNING, "console", "without sign-in its console answers this machine alone");

    settings.setProperty("ponte.console.slack.client-id", "1.2");
    settings.setProperty("ponte.console.slack.client-secret", "a-secret");
    settings.setProperty("ponte.console.address", PLATFORM.baseUrl());
    PLATFORM.stubFor(get("/").willReturn(aResponse().withStatus(502)));
    var findings = look(Language.ENGLISH);

    assertSaid(findings, Level.WARNING, "console", "Nobody is named as an administrator");
    assertSaid(findings, Level.WARNING, "address", "answers 502");
  }

  @Test
  void seesThatAnotherProgramHasThePort() {
    settings.setProperty("server.port", Integer.toString(PLATFORM.getPort()));

    assertSaid(Level.FAILURE, "server", "Something that is not this Ponte");
  }

  @Test
  void seesThatADirectoryIsAFileOrHoldsHalfARestore() throws IOException {
    Files.createDirectories(data.resolve("restoring"));
    Files.createFile(data.resolve("state.mv"));
    assertSaid(Level.FAILURE, "store", "was broken off");

    settings.setProperty("ponte.data", Files.createFile(data.resolve("file")).toString());
    assertSaid(Level.FAILURE, "data", "is a file");
  }

  @Test
  void givesProgramsJsonAndAnExitCode() throws IOException {
    var shell = Shell.ENGLISH.with("server.port", Machine.freePort());

    var warned =
        shell
            .with("ponte.nudges.helpfull", "0.2")
            .ran("doctor", "--json", "--data", data.toString());
    var said = JsonMapper.shared().readTree(warned.out());
    assertThat(warned.exitCode()).isEqualTo(1);
    assertThat(said.path("worst").asString()).isEqualTo("warning");
    assertThat(said.path("findings").size()).isGreaterThan(8);
    assertThat(said.toString()).contains("Did you mean ponte.nudges.helpful?");

    var well = shell.ran("doctor", "--data", data.toString());
    assertThat(well.exitCode()).isZero();
    assertThat(well.out()).contains("ok       server").endsWith("All is well.\n");
  }

  @Test
  void saysTheSameThingsInBothLanguages() {
    var english = ResourceBundle.getBundle("ponte.app.doctor.texts", Locale.ROOT);
    var italian = ResourceBundle.getBundle("ponte.app.doctor.texts", Locale.ITALIAN);

    assertThat(italian.keySet()).isEqualTo(english.keySet());
    assertThat(english.keySet())
        .allSatisfy(
            key ->
                assertThat(italian.getString(key))
                    .as(key)
                    .satisfies(text -> assertThat(holes(text)).isEqualTo(holes(english, key))));
  }

  @Test
  void asksForTheHealthOnThisMachineWhereverTheServerListens() {
    aServerAnswersThatItIsWell();
    // An address for examples, which no machine has.
    settings.setProperty("server.address", "192.0.2.1");

    assertSaid(Level.WARNING, "server", "T1 refused: token_revoked");
  }

  private static Set<String> holes(ResourceBundle texts, String key) {
    return holes(texts.getString(key));
  }

  private static Set<String> holes(String text) {
    return Pattern.compile("\\{\\d")
        .matcher(text)
        .results()
        .map(hole -> hole.group())
        .collect(Collectors.toSet());
  }

  private void slackIsSet() {
    settings.setProperty("ponte.slack.bot-token", BOT_TOKEN);
    settings.setProperty("ponte.slack.app-token", APP_TOKEN);
    settings.setProperty("ponte.slack.address", PLATFORM.baseUrl() + "/");
  }

  private void aServerAnswersThatItIsWell() {
    settings.setProperty("management.server.port", Integer.toString(PLATFORM.getPort()));
    PLATFORM.stubFor(
        get("/actuator/health")
            .willReturn(
                okJson(
                    """
                    {"status":"LIMITED","components":{"ping":{"status":"UP"},
                     "slack":{"status":"LIMITED","details":{"T1":"refused: token_revoked"}},
                     "store":{"status":"UP","details":{"queues":
                      {"inbox":{"waiting":0,"leased":0,"buried":0},
                       "outbox":{"waiting":3,"leased":1,"buried":2,"oldestDue":"2026-01-01T00:00:00Z"}}}}}}""")));
  }

  private void assertSaid(Level level, String check, String words) {
    assertSaid(look(Language.ENGLISH), level, check, words);
  }

  private static void assertSaid(Findings findings, Level level, String check, String words) {
    assertThat(findings.all())
        .anySatisfy(
            finding -> {
              assertThat(finding.check()).isEqualTo(check);
              assertThat(finding.level()).isEqualTo(level);
              assertThat(finding.saw()).contains(words);
              assertThat(finding.todo() != null).isEqualTo(level != Level.OK);
            });
  }

  private Findings look(Language language) {
    var findings = new Findings(language);
    new Doctor(settings, null, Clock.fixed(NOW, ZoneOffset.UTC)).look(findings);
    return findings;
  }

  private static ResponseDefinitionBuilder at(Instant time) {
    return aResponse()
        .withHeader(
            "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
  }

  private static String tokenWithRoles(String role) {
    var encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString(
            "{\"roles\":[\"%s\"]}".formatted(role).getBytes(StandardCharsets.UTF_8))
        + ".";
  }
}
