package ponte.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import ponte.app.PonteApplication;
import ponte.app.RawRequest;
import ponte.app.Untold;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.directory.Role;
import ponte.nlp.Language;
import ponte.web.Door;

/** Signing in end to end, with an issuer that has keys of its own. */
@DirtiesContext
@SpringBootTest(
    classes = PonteApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "ponte.demo=false",
      "ponte.feeds.enabled=true",
      "ponte.console.address=" + SignInTest.ADDRESS,
      "ponte.console.slack.client-id=slack-app",
      "ponte.console.slack.client-secret=slack-secret",
      "ponte.console.entra.client-id=entra-app",
      "ponte.console.entra.client-secret=entra-secret",
      "ponte.console.entra.tenants=" + SignInTest.TENANT,
      // It is not used, and so not refused either.
      "ponte.archive.nodes=http://ponte:archive-secret@node:9200",
      "ponte.roles.team-leads=T1/LEAD",
      "ponte.roles.community-managers=T1/MANAGER",
      "ponte.roles.administrators=T1/ADMINISTRATOR"
    })
class SignInTest implements GuardedPages, Untold {

  static final String ADDRESS = "https://ponte.example.org";
  static final String TENANT = "66666666-7777-8888-9999-aaaaaaaaaaaa";

  private static final WorkspaceId TEAM = new WorkspaceId("T1");
  private static final String ENTRA_PERSON = "11111111-2222-3333-4444-bbbbbbbbbbbb";
  private static final FakeIssuer ISSUER = new FakeIssuer();

  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;
  @Autowired private Directory directory;
  @Autowired private List<RequestMappingHandlerMapping> mappings;

  private Visitor visitor = new Visitor("");

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    var data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data");
    registry.add("ponte.data", data::toString);
    registry.add("ponte.console.slack.address", ISSUER::address);
    registry.add("ponte.console.entra.login", ISSUER::address);
  }

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  @BeforeEach
  void peopleAreThere() {
    visitor = new Visitor("http://localhost:" + port);
    Stream.of(Role.values()).forEach(role -> add(new PersonId(TEAM, role.name()), Standing.ACTIVE));
    add(new PersonId(TEAM, "GUEST"), Standing.GUEST);
    add(new PersonId(new WorkspaceId(TENANT), ENTRA_PERSON), Standing.ACTIVE);
    for (var workspace : Set.of(TEAM, new WorkspaceId(TENANT))) {
      var channel = new ChannelId(workspace, "C1");
      directory.apply(
          List.of(
              new Roster.ChannelChanged(
                  new EventId("channel " + workspace),
                  new Channel(channel, "general", Channel.Visibility.PUBLIC, "", "", false),
                  Instant.EPOCH)));
    }
  }

  @Override
  public String[] secrets() {
    return new String[] {
      "slack-secret", "entra-secret", "archive-secret", "xoxp-1234", "the-code", "eyJ"
    };
  }

  @Override
  public Visitor administrator() throws Exception {
    be(Role.ADMINISTRATOR);
    return visitor;
  }

  @Override
  public List<RequestMappingHandlerMapping> mappings() {
    return mappings;
  }

  private void add(PersonId id, Standing standing) {
    var since = standing == Standing.LEFT ? Instant.now() : Instant.EPOCH;
    var person =
        new Person(
            id,
            "Somebody " + id.value(),
            "x",
            "",
            null,
            ZoneOffset.UTC,
            Language.ENGLISH,
            standing);
    directory.apply(
        List.of(new Roster.PersonChanged(new EventId("person " + id + standing), person, since)));
  }

  @ParameterizedTest
  @CsvSource({"slack", "entra"})
  void leadsToWhoSignsThemInAndFromThereToWhereTheyWanted(String way) throws Exception {
    var asked = visitor.get("/archive/T1/C1");
    assertThat(asked.statusCode()).isEqualTo(303);
    assertThat(Visitor.location(asked)).isEqualTo("/sign-in?next=%2Farchive%2FT1%2FC1");
    var page = visitor.get(Visitor.location(asked)).body();
    assertThat(page)
        .contains(
            "Sign in with Slack",
            "Sign in with Microsoft",
            "/sign-in/" + way + "?next=%2Farchive%2FT1%2FC1");

    var there = Visitor.query(begin(way, "?next=%2Farchive%2FT1%2FC1"));

    assertThat(there)
        .containsEntry("redirect_uri", ADDRESS + "/sign-in/" + way + "/back")
        .containsEntry("response_type", "code")
        .containsKeys("state", "nonce");
    assertThat(there.containsKey("code_challenge")).isEqualTo(way.equals("entra"));
    var back = comeBack(way, there, Map.of());
    assertThat(Visitor.location(back)).isEqualTo("/archive/T1/C1");
    assertThat(ISSUER.lastAsked()).contains("client_secret=" + way + "-secret", "code=the-code");
    assertThat(visitor.get("/").body()).contains("Hello, Somebody", "action=\"/sign-out\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/", "//example.org", "/sign-out", "/api/messages"})
  void leadsNobodyAstray(String next) throws Exception {
    var there = Visitor.query(begin("slack", "?next=" + next));

    assertThat(Visitor.location(comeBack("slack", there, Map.of()))).isEqualTo("/chat");
  }

  /** Whoever it is may begin as often as they like: what is begun is kept by their browser. */
  @Test
  void keepsNothingOfWhoHasNotSignedInYet() throws Exception {
    var far = "/archive/T1/" + "C".repeat(6_000);

    var begun = visitor.get("/sign-in/slack?next=" + far);

    assertThat(begun.statusCode()).isEqualTo(302);
    assertThat(begun.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("__Host-ponte-begun=")
        .hasSizeLessThan(2_000);
    assertThat(visitor.session()).isEmpty();
    var back = comeBack("slack", Visitor.query(Visitor.location(begun)), Map.of());
    assertThat(Visitor.location(back)).isEqualTo("/chat");
    var sent = new Visitor(visitor.address()).post("/sign-in/slack", ADDRESS);
    assertThat(Visitor.location(sent)).startsWith("/sign-in?");
    assertThat(sent.headers().allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "not base64", "%00"})
  void takesNothingForBegunThatIsNotItsOwn(String cookie) throws Exception {
    var there = Visitor.query(begin("slack", ""));
    visitor.keep("__Host-ponte-begun", cookie);

    assertRefused("not-expected", back("slack", there));
  }

  @ParameterizedTest
  @ValueSource(strings = {"__Host-ponte-session", "__Host-ponte-begun"})
  void keepsASessionInACookieThatNoScriptAndNoOtherSiteGets(String name) throws Exception {
    var begun = visitor.get("/sign-in/slack");
    var back = comeBack("slack", Visitor.query(Visitor.location(begun)), Map.of());

    var cookies =
        Stream.of(begun, back)
            .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
            .filter(cookie -> cookie.startsWith(name + "="));
    assertThat(cookies)
        .isNotEmpty()
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .contains("; Path=/", "; HttpOnly", "; Secure", "; SameSite=Lax")
                    .doesNotContain("Domain"));
    assertThat(new Visitor("http://localhost:" + port).get("/chat").headers().map())
        .doesNotContainKey("set-cookie");
  }

  @Test
  void givesASessionAnotherNameWhenSomebodySignsIn() throws Exception {
    comeBack("slack", Visitor.query(begin("slack", "")), Map.of());
    var before = visitor.session();

    comeBack("slack", Visitor.query(begin("slack", "")), Map.of());

    assertThat(before).isNotEmpty();
    assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
    visitor.keep("__Host-ponte-session", before);
    assertThat(visitor.get("/chat").statusCode()).isEqualTo(303);
  }

  static Stream<Arguments> wrong() {
    var now = Instant.now();
    return Stream.of(
        wrong("another audience", "failed", Map.of("aud", "another-app")),
        wrong("another issuer", "failed", Map.of("iss", "https://slack.example.org")),
        wrong("over", "failed", Map.of("exp", Date.from(now.minus(Duration.ofMinutes(5))))),
        wrong("not yet made", "failed", Map.of("iat", Date.from(now.plus(Duration.ofHours(1))))),
        wrong("another nonce", "failed", Map.of("nonce", "another")),
        wrong("no workspace", "failed", Map.of(Colleagues.SLACK_TEAM, "")),
        wrong("another workspace", "not-served", Map.of(Colleagues.SLACK_TEAM, "T2")),
        wrong("nobody known", "unknown", Map.of(Colleagues.SLACK_USER, "U404")));
  }

  private static Arguments wrong(String what, String why, Map<String, Object> claims) {
    return Arguments.of(what, why, claims);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void refusesAToken(String what, String why, Map<String, Object> claims) throws Exception {
    assertRefused(why, comeBack("slack", Visitor.query(begin("slack", "")), claims));
  }

  @ParameterizedTest
  @CsvSource({
    "tid, 00000000-7777-8888-9999-aaaaaaaaaaaa, not-served",
    "iss, https://login.example.org/v2.0,       failed",
    "oid, 00000000-0000-0000-0000-000000000000, unknown"
  })
  void refusesATokenOfEntra(String claim, String value, String why) throws Exception {
    var there = Visitor.query(begin("entra", ""));
    var claims = entra(there);
    if (claim.equals("tid")) {
      claims.issuer(ISSUER.address() + "/" + value + "/v2.0");
    }
    ISSUER.gives(ISSUER.signed(claims.claim(claim, value).build()));

    assertRefused(why, back("entra", there));
  }

  @Test
  void refusesATokenThatAnotherKeySigned() throws Exception {
    var there = Visitor.query(begin("slack", ""));
    ISSUER.gives(ISSUER.signedByAnother(slack(there).build()));

    assertRefused("failed", back("slack", there));
  }

  @Test
  void refusesATokenThatNobodySigned() throws Exception {
    var there = Visitor.query(begin("slack", ""));
    var unsigned = new PlainJWT(slack(there).build()).serialize();
    ISSUER.gives(unsigned);

    assertRefused("failed", back("slack", there));
  }

  @Test
  void refusesWhatSlackRefuses() throws Exception {
    var there = Visitor.query(begin("slack", ""));
    ISSUER.tokens("{\"ok\":false,\"error\":\"invalid_code\"}");

    assertRefused("failed", back("slack", there));
  }

  @Test
  void takesNobodysWordForWhatWasNotBegunHere() throws Exception {
    var elsewhere = Visitor.query(begin("slack", ""));
    ISSUER.gives(ISSUER.signed(slack(elsewhere).build()));
    visitor = new Visitor("http://localhost:" + port);

    assertRefused("not-expected", back("slack", elsewhere));
    begin("slack", "");
    assertRefused("not-expected", back("slack", elsewhere));
    assertRefused(
        "declined",
        visitor.get(
            "/sign-in/slack/back?error=access_denied&state="
                + Visitor.query(begin("slack", "")).get("state")));
  }

  private void assertRefused(String why, HttpResponse<String> back) throws Exception {
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(Visitor.location(back)).isEqualTo("/sign-in?why=" + why);
    var page = visitor.get(Visitor.location(back));
    assertThat(page.statusCode()).isEqualTo(Why.of(why).orElseThrow().status().value());
    assertThat(page.body()).contains("role=\"status\"");
    assertThat(visitor.get("/chat").statusCode()).isEqualTo(303);
  }

  @Test
  void endsASessionOfWhomLeft() throws Exception {
    var leaving = new PersonId(TEAM, "LEAVING");
    add(leaving, Standing.ACTIVE);
    comeBack("slack", Visitor.query(begin("slack", "")), Map.of(Colleagues.SLACK_USER, "LEAVING"));
    assertThat(visitor.get("/chat").statusCode()).isEqualTo(200);

    add(leaving, Standing.LEFT);

    assertThat(Visitor.location(visitor.get("/chat"))).contains("why=ended");
  }

  @Test
  void endsASessionWhenSomebodySignsOut() throws Exception {
    be(Role.EMPLOYEE);
    var session = visitor.session();

    var out = visitor.post("/sign-out", ADDRESS);

    assertThat(Visitor.location(out)).isEqualTo("/sign-in?why=signed-out");
    assertThat(visitor.get("/sign-in?why=signed-out").body()).contains("You are signed out");
    visitor.keep("__Host-ponte-session", session);
    assertThat(Visitor.location(visitor.get("/chat"))).contains("why=ended");
    assertThat(visitor.get("/chat/news", "HX-Request", "true").headers().firstValue("HX-Redirect"))
        .hasValue("/sign-in?why=ended");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,         https://example.org",
    "Origin,         null",
    "Origin,         http://ponte.example.org",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "X-Says,         nothing"
  })
  void takesFormsOfItsOwnPagesOnly(String header, String value) throws Exception {
    be(Role.ADMINISTRATOR);

    assertThat(visitor.send("/dead-letters/replay", header, value).statusCode()).isEqualTo(403);
    assertThat(visitor.send("/sign-out", header, value).statusCode()).isEqualTo(403);
    assertThat(visitor.get("/sign-out").statusCode()).isEqualTo(404);
    assertThat(visitor.post("/dead-letters/replay", ADDRESS).statusCode()).isEqualTo(303);
  }

  @Test
  void letsNobodyChooseWhoTheyAre() throws Exception {
    be(Role.EMPLOYEE);

    assertThat(visitor.post("/me?person=T1/ADMINISTRATOR", ADDRESS).statusCode()).isEqualTo(404);
    assertThat(visitor.get("/colleagues").statusCode()).isEqualTo(404);
    visitor.keep("ponte-me", "T1%2FADMINISTRATOR");
    assertThat(visitor.get("/audit").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/").body()).doesNotContain("ADMINISTRATOR", "id=\"upload\"");
  }

  /** A page that is not built yet is missing for everybody. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void opensEachPageToThoseItIsFor(Role role) throws Exception {
    be(role);
    var start = visitor.get("/").body();
    for (var door : Door.values()) {
      var page = visitor.get(door.address());

      if (!role.reaches(door.least())) {
        assertThat(page.statusCode()).as("%s", door).isEqualTo(404);
        assertThat(start).doesNotContain("href=\"" + door.address() + "\"");
        assertThat(visitor.get(door.address() + "/").statusCode()).isEqualTo(404);
        assertThat(visitor.get(door.address() + ";x=1").statusCode()).isBetween(400, 404);
        assertThat(visitor.get("/" + door.address()).statusCode()).isBetween(303, 404);
      } else {
        assertThat(page.statusCode()).as("%s", door).isIn(200, 303, 404);
        assertThat(Visitor.location(page)).doesNotContain("sign-in");
      }
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
      assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/chat,         EMPLOYEE,      200",
    "/digests,      EMPLOYEE,      200",
    "/home,         EMPLOYEE,      200",
    "/schedules,    LEAD,          200",
    "/settings,     MANAGER,       404",
    "/dead-letters, MANAGER,       404",
    "/audit,        MANAGER,       404",
    "/settings,     ADMINISTRATOR, 200",
    "/dead-letters, ADMINISTRATOR, 200",
    "/audit,        ADMINISTRATOR, 200"
  })
  void opensWhatIsThere(String path, Role role, int status) throws Exception {
    be(role);

    assertThat(visitor.get(path).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void opensNothingToWhoIsNobody(Door door) throws Exception {
    assertThat(Visitor.location(visitor.get(door.address()))).startsWith("/sign-in?next=");
    assertThat(Visitor.location(visitor.post(door.address(), ADDRESS))).startsWith("/sign-in?");
  }

  @Test
  void showsNoSecretAmongTheSettings() throws Exception {
    be(Role.ADMINISTRATOR);

    assertThat(visitor.get("/settings").body())
        .contains("ponte.console.slack.client-secret", "set, not shown", "slack-app", TENANT)
        .contains("http://node:9200")
        .doesNotContain("slack-secret", "entra-secret", "archive-secret");
  }

  @ParameterizedTest
  @CsvSource({
    "EMPLOYEE,      /dead-letters/replay,  404",
    "MANAGER,       /dead-letters/discard, 404",
    "MANAGER,       /imports,              404",
    "ADMINISTRATOR, /dead-letters/discard, 303"
  })
  void letsThoseActWhoMay(Role role, String path, int status) throws Exception {
    be(role);

    assertThat(visitor.post(path, ADDRESS).statusCode()).isEqualTo(status);
  }

  @Test
  void givesGuestsNoRole() throws Exception {
    comeBack("slack", Visitor.query(begin("slack", "")), Map.of(Colleagues.SLACK_USER, "GUEST"));

    assertThat(visitor.get("/chat").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/settings").statusCode()).isEqualTo(404);
  }

  /** What comes from platforms and feed readers has no session and no page it was sent from. */
  @Test
  void staysOutOfTheWayOfWhatProgramsSend() throws Exception {
    for (var path : List.of("/slack/events", "/api/messages")) {
      var answer = visitor.send(path);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }
    assertThat(visitor.get("/feeds/T1/C1/abc").statusCode()).isEqualTo(404);
  }

  /** A stranger decides how long it is. */
  @ParameterizedTest
  @CsvSource({
    "PUT,    /slack/events,            application/x-www-form-urlencoded, 303",
    "PATCH,  /slack/install,           application/x-www-form-urlencoded, 303",
    "DELETE, /api/messages,            application/x-www-form-urlencoded, 303",
    "PUT,    /chat,                    application/x-www-form-urlencoded, 303",
    "POST,   /sign-in/slack,           multipart/form-data; boundary=b,   404",
    "GET,    /sign-in/slack,           multipart/form-data; boundary=b,   404",
    "POST,   /sign-in/slack/back?state=x&code=x, Multipart/mixed; boundary=b, 404",
    "POST,   /slack/events,            multipart/form-data; boundary=b,   404",
    "POST,   /api/messages,            multipart/form-data; boundary=b,   404",
    "GET,    /feeds/T1/C1/abc,         multipart/form-data; boundary=b,   404",
    "POST,   /imports,                 multipart/form-data; boundary=b,   303"
  })
  void waitsForNoBodyThatItDoesNotTake(String method, String path, String type, int status)
      throws Exception {
    assertThat(endless(method, path, type).status(port)).isEqualTo(status);
  }

  @Test
  void readsAnExportOnlyOfWhoMayLoadOne() throws Exception {
    be(Role.MANAGER);
    var export =
        endless("POST", "/imports", "multipart/form-data; boundary=b")
            .with("Cookie", "__Host-ponte-session=" + visitor.session());

    assertThat(export.status(port)).isEqualTo(404);
  }

  private static RawRequest endless(String method, String path, String type) {
    return RawRequest.of(method, path)
        .with("Host", "ponte.example.org")
        .with("Origin", ADDRESS)
        .with("X-Forwarded-For", "203.0.113.7")
        .endless(
            type,
            type.contains("boundary")
                ? "--b\r\nContent-Disposition: form-data; name=\"next\"\r\n\r\nx"
                : "next=x");
  }

  @Test
  void tellsNothingOfTheStateOfTheServerWherePeopleComeIn() throws Exception {
    for (var path : List.of("/actuator", "/actuator/health/liveness", "/actuator/prometheus")) {
      assertThat(visitor.get(path).statusCode()).isEqualTo(404);
      assertThat(visitor.get(path, "X-Forwarded-For", "203.0.113.7").statusCode()).isEqualTo(403);
    }
  }

  /** An orchestrator and Prometheus ask by the address of the machine, and do not sign in. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"})
  void tellsTheStateOfTheServerToWhoComesToItsOwnPort(String path) throws Exception {
    var asked = RawRequest.of("GET", path).with("Host", "10.0.0.5:8081");

    assertThat(asked.status(managementPort)).isEqualTo(200);
    assertThat(asked.status(port)).isEqualTo(403);
  }

  @Test
  void saysWhatBelongsToNoWayOfSigningIn() throws Exception {
    assertThat(visitor.get("/sign-in/nobody").statusCode()).isBetween(300, 404);
    assertThat(visitor.get("/console/console.css").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/nowhere").statusCode()).isEqualTo(303);
  }

  private void be(Role role) throws Exception {
    var back =
        comeBack(
            "slack", Visitor.query(begin("slack", "")), Map.of(Colleagues.SLACK_USER, role.name()));
    assertThat(Visitor.location(back)).isEqualTo("/chat");
  }

  private String begin(String way, String query) throws Exception {
    var leading = visitor.get("/sign-in/" + way + query);
    assertThat(leading.statusCode()).isEqualTo(302);
    return Visitor.location(leading);
  }

  private HttpResponse<String> comeBack(
      String way, Map<String, String> there, Map<String, Object> otherwise) throws Exception {
    BiFunction<String, Map<String, String>, JWTClaimsSet.Builder> claims =
        (which, asked) -> which.equals("slack") ? slack(asked) : entra(asked);
    var token = claims.apply(way, there);
    otherwise.forEach(token::claim);
    ISSUER.gives(ISSUER.signed(token.build()));
    return back(way, there);
  }

  private HttpResponse<String> back(String way, Map<String, String> there) throws Exception {
    return visitor.get(
        URI.create(there.getOrDefault("redirect_uri", "")).getPath()
            + "?code=the-code&state="
            + URLEncoder.encode(there.getOrDefault("state", ""), StandardCharsets.UTF_8));
  }

  /** As <https://docs.slack.dev/reference/methods/openid.connect.token> shows it. */
  private static JWTClaimsSet.Builder slack(Map<String, String> there) {
    return told(there)
        .issuer(ISSUER.address())
        .subject("EMPLOYEE")
        .claim(Colleagues.SLACK_TEAM, TEAM.value())
        .claim(Colleagues.SLACK_USER, "EMPLOYEE")
        .claim("name", "Somebody ADMINISTRATOR");
  }

  /** As <https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference> has it. */
  private static JWTClaimsSet.Builder entra(Map<String, String> there) {
    return told(there)
        .issuer(ISSUER.address() + "/" + TENANT + "/v2.0")
        .subject("AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ")
        .claim("ver", "2.0")
        .claim("tid", TENANT)
        .claim("oid", ENTRA_PERSON);
  }

  private static JWTClaimsSet.Builder told(Map<String, String> there) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .audience(there.get("client_id"))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
        .claim("nonce", there.get("nonce"));
  }
}
