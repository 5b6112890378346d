package ponte.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import ponte.app.Replica;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.digest.Digest;
import ponte.nlp.Language;
import ponte.schedule.DigestPost;
import ponte.schedule.PostedDigests;

/** Digests as pages, files and feeds. */
class ConsoleDigestsTest extends ConsoleServer {

  @Autowired Replica replica;

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

  /** What its owner dropped of it is not on its page, nor in its files. */
  @Test
  void showsADigestThatWasPostedWithTheLinesThatStandInIt() throws Exception {
    var channel = new ChannelId(new WorkspaceId(WORKSPACE), "C0DEMO02");
    var span =
        new TimeSpan(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-10-15T00:00:00Z"));
    var said =
        archive.read(channel, span, 100, Audience.of(channel)).stream()
            .map(Filed::message)
            .filter(Message::isTalk)
            .findFirst()
            .orElseThrow();
    var left =
        new Digest.Unanswered(
            new Digest.Quote(said.id(), said.author(), said.at(), said.text()), null);
    var stands =
        new Digest(
            List.of(directory.channel(channel).orElseThrow()),
            span,
            40,
            5,
            List.of(),
            List.of(left),
            List.of());
    var delivery = "schedule/some & thing/2026-10-14T07:00:00Z";
    new PostedDigests(replica.records())
        .add(
            DigestPost.of(
                delivery,
                channel,
                Instant.now(),
                new Asker(null, Audience.of(channel), Language.ENGLISH, ZoneId.of("Europe/Rome")),
                new DigestPost.Origin.Shared(),
                stands));
    be(AOIFE);

    var link =
        Pattern.compile("href=\"(" + DIGEST + "[?]post=[^\"]+)\"").matcher(get("/digests").body());
    assertThat(link.find()).isTrue();
    var page = get(link.group(1)).body();

    var anywhere = "href=\"/archive/" + WORKSPACE + "/C0DEMO02/";
    assertThat(page).contains("Digest of #dev-backend", anywhere);
    var file = Pattern.compile("href=\"([^\"]+as=json)\"").matcher(page);
    assertThat(file.find()).isTrue();
    var json = get(file.group(1).replace("&amp;", "&")).body();
    assertThat(json).contains(said.id().value());
    assertThat(Pattern.compile("\"kind\"").matcher(json).results()).hasSize(1);
    assertThat(get(DIGEST + "?post=never").statusCode()).isEqualTo(404);
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
}
