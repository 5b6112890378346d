package ponte.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import ponte.app.Imports;
import ponte.app.PonteApplication;
import ponte.archive.Archive;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.slack.sync.SlackReading;
import ponte.store.Entry;
import ponte.store.Queue;

/**
 * The console over HTTP, as a browser without JavaScript and htmx use it, on the demo workspace.
 */
@SpringBootTest(
    classes = PonteApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"ponte.demo=false", "ponte.feeds.enabled=true"})
class ConsoleServerTest {

  private static final Path DEMO = Path.of("main", "demo");
  private static final String WORKSPACE = "T0DEMOSOLF";

  /** Niall is in the private channel {@code direzione}. */
  private static final String NIALL = WORKSPACE + "/U0DEMO02";

  /** Aoife is not, and speaks English. */
  private static final String AOIFE = WORKSPACE + "/U0DEMO04";

  /** Marco speaks Italian. */
  private static final String MARCO = WORKSPACE + "/U0DEMO21";

  private static final String DIGEST = "/digests/" + WORKSPACE + "/C0DEMO02";
  private static final String DAYS = "?from=2026-10-01&to=2026-10-14";

  private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

  @LocalServerPort private int port;
  @Autowired private Imports imports;
  @Autowired private Queue queue;
  @Autowired private Archive archive;
  @Autowired private Directory directory;

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @DynamicPropertySource
  static void data(DynamicPropertyRegistry registry) throws IOException {
    var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data");
    registry.add("ponte.data", directory::toString);
  }

  @BeforeEach
  void theDemoWorkspaceIsThere() {
    if (imports.status() instanceof Imports.Status.Idle) {
      imports.start(DEMO);
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> imports.status() instanceof Imports.Status.Finished);
  }

  @Test
  void asksWhoSomebodyIs() throws Exception {
    var page = get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Who are you?", "value=\"" + NIALL + "\"");
    assertThat(get("/?q=streaming").body())
        .contains("Backend lead, data streaming")
        .doesNotContain("value=\"" + NIALL + "\"");
  }

  @Test
  void leadsWhoeverIsNobodyYetToTheStartAndBackToWhereTheyWanted() throws Exception {
    var asked = get("/archive/" + WORKSPACE + "/C0DEMO02");
    assertThat(location(asked)).startsWith("/?next=%2Farchive%2F" + WORKSPACE);

    var chosen =
        post("/me", Map.of("person", AOIFE, "next", "/archive/" + WORKSPACE + "/C0DEMO02"));

    assertThat(location(chosen)).isEqualTo("/archive/" + WORKSPACE + "/C0DEMO02");
    assertThat(get(location(chosen)).body()).contains("#dev-backend");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/", "//example.org", "/me", "/\\example.org"})
  void leadsNobodyAstray(String next) throws Exception {
    assertThat(location(post("/me", Map.of("person", AOIFE, "next", next)))).isEqualTo("/chat");
  }

  @Test
  void answersAFormWithoutJavaScript() throws Exception {
    be(AOIFE);
    var form = form(get("/chat").body());

    var sent = post("/chat", Map.of("form", form, "text", "who knows about kafka?"));

    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(location(sent)).isEqualTo("/chat#latest");
    assertThat(get("/chat").body())
        .contains("<p class=\"text\">who knows about kafka?</p>", "<h3>Dario")
        .contains("action=\"/chat/press\"");
  }

  @Test
  void asksOnceHoweverOftenAFormIsSent() throws Exception {
    be(MARCO);
    var sent = Map.of("form", form(get("/chat").body()), "text", "aiuto");

    post("/chat", sent);
    var before = get("/chat").body();
    post("/chat", sent);

    assertThat(entries(before)).isEqualTo(2);
    assertThat(entries(get("/chat").body())).isEqualTo(2);
  }

  @Test
  void letsAnAdministratorDecideWhatBecomesOfWhatWasGivenUp() throws Exception {
    for (var key : List.of("look/a", "look/b", "look/c")) {
      queue.add(List.of(new Entry(SlackReading.TOPIC, "", key, "{}", Instant.EPOCH)));
      var lease = queue.lease(SlackReading.TOPIC, key, Duration.ofMinutes(1)).orElseThrow();
      queue.bury(lease, "missing_scope " + key);
    }
    assertThat(get("/").body()).contains("<a href=\"/dead-letters\">3 things were given up</a>");
    assertThat(get("/dead-letters").body())
        .contains("Not read from the platform", "missing_scope look/a", "tried once");

    var one = Map.of("topic", SlackReading.TOPIC, "key", "look/b");
    assertThat(location(post("/dead-letters/replay", one))).isEqualTo("/dead-letters");
    assertThat(queue.lease(SlackReading.TOPIC, 9, Duration.ofMinutes(1)))
        .extracting(lease -> lease.entry().key())
        .containsExactly("look/b");
    assertThat(get("/dead-letters").body()).doesNotContain("look/b");

    var all = Map.of("topic", SlackReading.TOPIC, "key", "");
    assertThat(location(post("/dead-letters/discard", all))).isEqualTo("/dead-letters");
    assertThat(get("/dead-letters").body()).contains("Nothing was given up.");
    assertThat(get("/audit").body())
        .contains("What was done", "1 dead letter was tried again or discarded");
    assertThat(queue.depth(SlackReading.TOPIC).buried()).isZero();
  }

  @Test
  void sendsHtmxOnlyWhatIsNew() throws Exception {
    be(WORKSPACE + "/U0DEMO06");

    var first = htmx("/chat", Map.of("form", "a", "text", "help", "after", "0"));
    var second = htmx("/chat", Map.of("form", "b", "text", "help", "after", "2"));

    assertThat(first.body()).contains("id=\"entry-1\"", "id=\"entry-2\"").doesNotContain("<html");
    assertThat(second.body()).contains("id=\"entry-3\"").doesNotContain("id=\"entry-2\"");
    assertThat(get("/chat/news?after=4&waiting=NO").statusCode()).isEqualTo(204);
  }

  @Test
  void pressesAButtonOnceAndShowsIt() throws Exception {
    be(WORKSPACE + "/U0DEMO05");
    post("/chat", Map.of("form", "a", "text", "who knows about kubernetes?"));
    var pressed = Map.of("entry", "2", "button", "1");

    htmx("/chat/press", pressed);
    var before = get("/chat").body();
    var again = htmx("/chat/press", pressed);

    assertThat(before).containsPattern("value=\"1\" class=\"normal\" disabled");
    assertThat(again.body()).contains("id=\"entry-2\" class=\"replied\"");
    assertThat(entries(get("/chat").body())).isEqualTo(entries(before));
    assertThat(htmx("/chat/press", Map.of("entry", "2", "button", "99")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void takesAFormAndShowsOnTheirPageWhatAPersonWants() throws Exception {
    be(WORKSPACE + "/U0DEMO07");
    post("/chat", Map.of("form", "a", "text", "quiet hours"));
    assertThat(get("/chat").body()).contains("action=\"/chat/fill\"", "type=\"time\"");

    var sent =
        post(
            "/chat/fill",
            Map.of(
                "entry", "2",
                "button", "0",
                "field-from", "20:30",
                "field-until", "07:15",
                "field-weekends", "no"));

    assertThat(location(sent)).isEqualTo("/chat#latest");
    assertThat(get("/home").body())
        .contains("Senza che tu me lo chieda non ti scrivo dalle 20:30 alle 07:15, secondo");
  }

  @Test
  void saysInItsPlaceWhatIsWrongWithAForm() throws Exception {
    be(WORKSPACE + "/U0DEMO08");
    post("/chat", Map.of("form", "a", "text", "pause"));

    post("/chat/fill", Map.of("entry", "2", "button", "0", "field-until", "2001-01-01"));

    assertThat(get("/chat").body())
        .contains("This day must be after today.", "value=\"2001-01-01\"");
  }

  @Test
  void givesAPersonTheirDataAsAFileAndNobodyElse() throws Exception {
    be(WORKSPACE + "/U0DEMO09");
    var page = get("/home").body();
    assertThat(page).contains("Esporta i miei dati");

    post(
        "/home/press",
        Map.of("form", "b", "label", "Esporta", "action", "{\"is\":\"ExportMyData\"}"));
    var file = get("/chat/file?entry=2");

    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(file.body()).contains("U0DEMO09", "\"messages\":[");
    assertThat(post("/home/press", Map.of("form", "c", "label", "x", "action", "{}")).statusCode())
        .isEqualTo(400);
    be(WORKSPACE + "/U0DEMO10");
    assertThat(get("/chat/file?entry=2").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesAQuestionThatIsTooLongWithAWord() throws Exception {
    be(AOIFE);

    var refused = post("/chat", Map.of("form", "long", "text", "x".repeat(1_001)));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("1,000 characters at most");
  }

  @Test
  void speaksThePersonsLanguageUntilAnotherIsChosen() throws Exception {
    be(MARCO);
    assertThat(get("/chat").body()).contains("<html lang=\"it\">");

    post("/language", Map.of("language", "en"));
    assertThat(get("/chat").body()).contains("<html lang=\"en\">");

    be(MARCO);
    assertThat(get("/chat").body()).contains("<html lang=\"it\">");
  }

  @Test
  void showsAPrivateChannelToItsMembersOnlyAndToOthersNothingAtAll() throws Exception {
    be(NIALL);
    var closed =
        Pattern.compile("href=\"(/archive/[^\"]+)\"[^>]*>\\s*<span class=\"sign lock\"")
            .matcher(get("/archive/" + WORKSPACE + "/C0DEMO02").body());
    assertThat(closed.find()).isTrue();
    var address = closed.group(1);
    assertThat(get(address).statusCode()).isEqualTo(200);

    be(AOIFE);
    var hidden = get(address);
    var missing = get("/archive/" + WORKSPACE + "/C0NOWHERE");

    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(missing.body());
    assertThat(get("/archive/" + WORKSPACE + "/C0DEMO02").body()).doesNotContain(address);
  }

  @Test
  void showsAMessageInItsChannel() throws Exception {
    be(AOIFE);
    var links =
        Pattern.compile("href=\"(/archive/[^\"]+)#message\"")
            .matcher(get("/archive/" + WORKSPACE + "/C0DEMO02?day=2026-10-07").body());
    assertThat(links.find()).isTrue();

    var page = get(links.group(1));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<article id=\"message\"", "7 October 2026");
  }

  @Test
  void listsTheChannelsWhoseDigestsAReaderMayOpen() throws Exception {
    assertThat(location(get("/digests"))).isEqualTo("/?next=/digests");
    be(AOIFE);

    var page = get("/digests").body();

    assertThat(page).contains("href=\"/digests/" + WORKSPACE + "/C0DEMO02\">#dev-backend</a>");
    assertThat(page).doesNotContain("direzione");
    be(NIALL);
    assertThat(get("/digests").body()).contains("direzione");
  }

  @Test
  void showsADigestWhoseLinesLeadToTheirMessages() throws Exception {
    be(AOIFE);

    var page = get(DIGEST + DAYS).body();

    assertThat(page).contains("Digest of #dev-backend, 1 October 2026 to 14 October 2026");
    assertThat(page).contains("href=\"/archive/" + WORKSPACE + "/C0DEMO02/", "as=eml\" download");
    assertThat(page)
        .contains("id=\"from\" name=\"from\" type=\"date\" required value=\"2026-10-01\"");
    assertThat(page).doesNotContainPattern("<script(?! src)| style=| on[a-z]+=");
    post("/language", Map.of("language", "it"));
    assertThat(get(DIGEST + DAYS).body())
        .contains("<html lang=\"it\">", "Riassunto di #dev-backend", "Portalo con te");
  }

  @Test
  void letsWhoIsInAChannelSwitchItsFeedOnForReadersWhoAreNobody() throws Exception {
    be(AOIFE);
    var told = post(DIGEST + "/feed", Map.of("wish", "open"));
    var address =
        Pattern.compile("<code>(http://localhost:\\d+/feeds/[^<]+)</code>").matcher(told.body());
    assertThat(address.find()).isTrue();
    assertThat(get(DIGEST).body()).contains("has a feed since").doesNotContain(address.group(1));
    var path = address.group(1).replaceFirst("^http://localhost:\\d+", "");

    var feed = stranger(path);

    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/atom+xml");
    assertThat(feed.body()).contains("<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    var tag = feed.headers().firstValue("ETag").orElseThrow();
    assertThat(stranger(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    var changed = feed.headers().firstValue("Last-Modified").orElseThrow();
    assertThat(stranger(path, "If-Modified-Since", changed).statusCode()).isEqualTo(304);
    assertThat(stranger(path + "x").statusCode()).isEqualTo(404);

    post(DIGEST + "/feed", Map.of("wish", "close"));
    assertThat(stranger(path).statusCode()).isEqualTo(404);
  }

  @Test
  void letsNobodySwitchOnTheFeedOfAPrivateChannel() throws Exception {
    be(NIALL);
    var closed =
        Pattern.compile("href=\"(/digests/[^\"]+)\"><span class=\"lock\"")
            .matcher(get("/digests").body());
    assertThat(closed.find()).isTrue();

    assertThat(get(closed.group(1)).body()).doesNotContain("/feed\"");
    assertThat(post(closed.group(1) + "/feed", Map.of("wish", "open")).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> stranger(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    return HttpClient.newHttpClient()
        .send(
            (headers.length == 0 ? request : request.headers(headers)).build(),
            BodyHandlers.ofString());
  }

  @Test
  void saysOfADigestWithTooLittleInItWhereToLook() throws Exception {
    be(AOIFE);

    var page = get(DIGEST + "?from=2020-01-01&to=2020-01-02");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("No digest of #dev-backend").doesNotContain("as=eml");
  }

  @ParameterizedTest
  @CsvSource({
    "eml,  message/rfc822,   multipart/alternative",
    "html, text/html,        <table role=",
    "md,   text/markdown,    # Digest of",
    "json, application/json, ponte-digest/1",
    "txt,  text/plain,       Digest of #dev-backend"
  })
  void givesADigestAsAFile(String ending, String type, String part) throws Exception {
    be(AOIFE);

    var file = get(DIGEST + "/file" + DAYS + "&as=" + ending);

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .isEqualTo("attachment; filename=\"dev-backend-2026-10-14." + ending + "\"");
    assertThat(file.body()).contains(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?from=yesterday",
        "?days=0",
        "?from=-999999999-01-01&to=2026-01-01",
        "/file?as=exe",
        "/file"
      })
  void saysOfADigestThatCannotBeThatItIsNotThere(String query) throws Exception {
    be(AOIFE);

    assertThat(get(DIGEST + query).statusCode()).isBetween(400, 404);
  }

  @Test
  void showsTheDigestOfAPrivateChannelToItsMembersOnly() throws Exception {
    be(NIALL);
    var closed =
        Pattern.compile("href=\"(/digests/[^\"]+)\"><span class=\"lock\"")
            .matcher(get("/digests").body());
    assertThat(closed.find()).isTrue();
    var address = closed.group(1);
    assertThat(get(address).statusCode()).isEqualTo(200);
    be(AOIFE);

    var hidden = get(address);

    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(get("/digests/" + WORKSPACE + "/C0NOWHERE").body());
    assertThat(get(address + "/file?as=json").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/error",
        "/actuator",
        "/archive/x",
        "/archive/x/y/z/w",
        "/archive/" + WORKSPACE + "/C0DEMO02?day=yesterday",
        "/archive/" + WORKSPACE + "/C0DEMO02/%00",
        "/archive/" + WORKSPACE + "/C0DEMO02/1.5"
      })
  void saysOfEverythingElseThatItIsNotThere(String path) throws Exception {
    be(AOIFE);

    var page = get(path);

    assertThat(page.statusCode()).isBetween(400, 404);
    assertThat(page.body()).doesNotContain("Exception");
  }

  @Test
  void keepsBrowsersFromRunningOrFramingAnythingElse() throws Exception {
    var headers = get("/").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(get("/").body()).doesNotContainPattern("<script(?! src)| style=| on[a-z]+=");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://example.org",
    "Origin, null",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void refusesFormsOfOtherPages(String header, String value) throws Exception {
    var refused =
        browser.send(
            request("/me")
                .header(header, value)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("person=" + NIALL))
                .build(),
            BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/chat,       text,  hello",
    "/chat/press, entry, abc",
    "/chat/press, entry, 2",
    "/home/press, form,  none"
  })
  void saysWhatIsWrongWithARequestThatNoPageSends(String path, String name, String value)
      throws Exception {
    be(NIALL);

    var refused = post(path, Map.of(name, value));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("This request cannot be read");
  }

  @Test
  void takesNothingButAZip() throws Exception {
    var boundary = "----ponte";
    var body =
        "--"
            + boundary
            + "\r\n"
            + "Content-Disposition: form-data; name=\"export\"; filename=\"my notes.zip\"\r\n\r\n"
            + "no zip\r\n"
            + "--"
            + boundary
            + "--\r\n";

    browser.send(
        request("/imports")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
    await().until(() -> imports.status() instanceof Imports.Status.Failed);

    assertThat(get("/").body()).contains("This export cannot be loaded", "my notes.zip");
    assertThat(get("/").body()).contains("value=\"" + NIALL + "\"");
    imports.start(DEMO);
  }

  @Test
  void saysWhatIsMissingOnTheWholePageWhereNoFileWasSent() throws Exception {
    var boundary = "----ponte";
    var refused =
        browser.send(
            request("/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString("--" + boundary + "--\r\n"))
                .build(),
            BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("value=\"" + NIALL + "\"", "id=\"upload\"");
  }

  @Test
  void letsWhoScheduledADigestLookAtItDropALineAndPostItBeforeItsTime() throws Exception {
    talksInTheGreenhouse();
    var later = LocalDate.now(ZoneOffset.UTC).plusDays(2).getDayOfWeek();
    be(AOIFE);
    says("digest #greenhouse every " + later.name().toLowerCase(Locale.ROOT) + " at 9:00");
    presses("Post it like this");
    presses("Preview");
    assertThat(latest()).contains("before it is posted", "sensors", "Only you see this");

    presses("Leave this out");
    assertThat(latest()).contains("One line is left out");
    presses("Cancel this one");
    assertThat(latest()).contains("You cancelled");
    presses("Post it after all");
    presses("Put back what was left out");
    assertThat(latest()).contains("sensors").doesNotContain("left out.");
    be(MARCO);
    says("anteprima riassunto #greenhouse");
    assertThat(latest()).doesNotContain("sensors");
    be(AOIFE);
    presses("Post it now");

    assertThat(latest()).contains("Done: the digest is in #greenhouse");
    assertThat(get("/digests").body())
        .containsPattern("(?s)#greenhouse</a></h2>\\s*<ul class=\"posted\"");
    says("stop digest #greenhouse");
    assertThat(latest()).contains("No more digests are posted in #greenhouse");
  }

  /** What is worth a digest of a channel of its own, said in the last hours. */
  private void talksInTheGreenhouse() {
    var workspace = new WorkspaceId(WORKSPACE);
    var channel = new ChannelId(workspace, "C0GREENHOUSE");
    var people = Stream.of(AOIFE, MARCO, WORKSPACE + "/U0DEMO05").map(PersonId::parse).toList();
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    directory.apply(
        List.of(
            new Event.Roster.ChannelChanged(
                new EventId("greenhouse"),
                new Channel(channel, "greenhouse", Channel.Visibility.PUBLIC, "", "", false),
                now),
            new Event.Roster.MembersListed(
                new EventId("gardeners"), channel, Set.copyOf(people), now)));
    var said =
        List.of(
            "who knows how the humidity sensors are calibrated after the winter?",
            "the humidity sensors calibrate themselves once the greenhouse is warm",
            "I calibrated the humidity sensors by hand in spring and the values were right",
            "thanks, then I will calibrate the humidity sensors this afternoon",
            "please tell the gardeners before you calibrate the sensors",
            "the gardeners ask for a window after six for the calibration",
            "we decided to calibrate the humidity sensors after six in the evening",
            "I will watch the values of the humidity sensors during the calibration",
            "good, the display shows the value of each humidity sensor",
            "the manual of the humidity sensors is in the cupboard now",
            "great, I will read the manual of the sensors before six");
    var opening = new MessageId(channel, "1");
    var events = new ArrayList<Event.Talk>();
    for (int i = 0; i < said.size(); i++) {
      var at = now.minus(Duration.ofHours(2)).plus(Duration.ofMinutes(i));
      events.add(
          new Event.Talk.Posted(
              new EventId("greenhouse " + i),
              new Message(
                  new MessageId(channel, String.valueOf(i + 1)),
                  people.get(i % people.size()),
                  Message.Kind.TALK,
                  at,
                  i == 0 ? null : opening,
                  RichText.plain(said.get(i)),
                  List.of(),
                  List.of(),
                  at)));
    }
    archive.apply(events);
  }

  private void says(String text) throws Exception {
    post("/chat", Map.of("form", form(get("/chat").body()), "text", text));
  }

  private void presses(String label) throws Exception {
    var page = get("/chat").body();
    var entry =
        Pattern.compile("<li id=\"entry-(\\d+)\"(?:(?!<li id=\"entry-).)*", Pattern.DOTALL)
            .matcher(page)
            .results()
            .filter(each -> button(label).matcher(each.group()).find())
            .reduce((_, last) -> last)
            .orElseThrow(() -> new AssertionError("no button " + label));
    var button = button(label).matcher(entry.group());
    assertThat(button.find()).isTrue();
    post("/chat/press", Map.of("entry", entry.group(1), "button", button.group(1)));
  }

  private static Pattern button(String label) {
    return Pattern.compile(
        "<button name=\"button\" value=\"(\\d+)\" class=\"\\w+\">\\s*" + Pattern.quote(label));
  }

  /** What Ponte said last. */
  @Test
  void drawsTheScorecardAndTellsTheSameNumbersInTables() throws Exception {
    assertThat(location(get("/scorecard"))).isEqualTo("/?next=/scorecard");

    be(MARCO);
    var page = get("/scorecard?days=90").body();

    assertThat(page)
        .contains("Polso della comunità", "/console/charts.js", "data-number=\"", "#dev-backend")
        .contains("Risposte arrivate da colleghi", "Forma:")
        .doesNotContain("#direzione", "Dario", "Aoife");
    assertThat(get("/console/charts.js").statusCode()).isEqualTo(200);
    assertThat(get("/webjars/uplot/1.6.30/dist/uPlot.iife.min.js").statusCode()).isEqualTo(200);
    assertThat(get("/scorecard?days=7").statusCode()).isEqualTo(404);
    assertThat(get("/scorecard?channel=" + WORKSPACE + "/NOWHERE").statusCode()).isEqualTo(404);
  }

  private String latest() throws Exception {
    var page = get("/chat").body();
    return page.substring(page.lastIndexOf("<li id=\"entry-"));
  }

  private void be(String person) throws Exception {
    assertThat(post("/me", Map.of("person", person)).statusCode()).isEqualTo(303);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    return browser.send(filled(path, form).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> htmx(String path, Map<String, String> form) throws Exception {
    return browser.send(
        filled(path, form).header("HX-Request", "true").build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder filled(String path, Map<String, String> form) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Origin", "http://localhost:" + port)
        .header("Sec-Fetch-Site", "same-origin")
        .header("Referer", "http://localhost:" + port + "/chat")
        .POST(
            BodyPublishers.ofString(
                form.entrySet().stream()
                    .map(
                        field ->
                            field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Accept-Language", "en");
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  private static String form(String page) {
    var form = FORM.matcher(page);
    assertThat(form.find()).isTrue();
    return form.group(1);
  }

  private static long entries(String page) {
    return Pattern.compile("<li id=\"entry-").matcher(page).results().count();
  }
}
