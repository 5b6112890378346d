package ponte.app.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import ponte.TestClock;
import ponte.conversation.WorkspaceId;
import ponte.slack.installation.Consent;
import ponte.slack.installation.InstallationRecords;
import ponte.slack.installation.Token;
import ponte.slack.installation.TokenCipher;
import ponte.slack.installation.TokenOffice;
import ponte.slack.sync.SlackErrands;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;

/** Adding Ponte to a workspace, as a browser does it. */
class ConsentControllerTest {

  @RegisterExtension
  static final WireMockExtension SLACK =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final InstallationRecords installations =
      new InstallationRecords(
          records,
          new TokenCipher(Base64.getEncoder().encodeToString(new byte[32]), new SecureRandom()));
  private final MockMvc browser =
      MockMvcBuilders.standaloneSetup(
              new ConsentController(
                  new Consent(
                      new Consent.Addresses(
                          URI.create("https://slack.com/oauth/v2/authorize"),
                          URI.create("https://ponte.example.org/slack/oauth_redirect")),
                      new TokenOffice.App("1.2", new Token("c")),
                      new TokenOffice(
                          HttpClient.newHttpClient(), URI.create(SLACK.baseUrl() + "/api/"), clock),
                      installations,
                      new SlackErrands(new InMemoryQueue(clock), clock),
                      new SecureRandom(),
                      clock)))
          .build();

  private static void answer(String method, ResponseDefinitionBuilder response) {
    SLACK.stubFor(WireMock.post("/api/" + method).willReturn(response));
  }

  private Cookie begin() throws Exception {
    var response = browser.perform(get("/slack/install")).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(302);
    var cookie = Objects.requireNonNull(response.getCookie("ponte-slack-state"));
    assertThat(response.getHeader("Location"))
        .startsWith("https://slack.com/oauth/v2/authorize?client_id=1.2")
        .endsWith("&state=" + cookie.getValue());
    assertThat(response.getHeader("Set-Cookie"))
        .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/slack/", "Max-Age=600");
    return cookie;
  }

  private MockHttpServletResponse back(Cookie cookie, String query, Locale locale)
      throws Exception {
    return browser
        .perform(get("/slack/oauth_redirect?" + query).cookie(cookie).locale(locale))
        .andReturn()
        .getResponse();
  }

  @Test
  void leadsToSlackAndBack() throws Exception {
    answer(
        "oauth.v2.access",
        okJson(
            "{\"ok\":true,\"access_token\":\"xoxb-1\",\"scope\":\"chat:write\",\"app_id\":\"A1\",\"authed_user\":{\"id\":\"U1\"}}"));
    answer(
        "auth.test",
        okJson(
            "{\"ok\":true,\"url\":\"https://acme.slack.com/\",\"team\":\"Acme & <b>Sons</b>\",\"team_id\":\"T1\",\"user_id\":\"U0\",\"bot_id\":\"B0\"}"));
    var cookie = begin();

    var page = back(cookie, "code=abc&state=" + cookie.getValue(), Locale.ITALIAN);

    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getContentAsString(StandardCharsets.UTF_8))
        .contains("<html lang=\"it\">")
        .contains("Ponte è in Acme &amp; &lt;b&gt;Sons&lt;/b&gt;")
        .contains("users:read")
        .doesNotContain("xoxb");
    assertThat(page.getHeader("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .contains("style-src 'sha256-" + hash(style(page)) + "'")
        .doesNotContain("unsafe");
    assertThat(installations.find(new WorkspaceId("T1"))).isPresent();
  }

  private static String style(MockHttpServletResponse page) throws Exception {
    return page.getContentAsString(StandardCharsets.UTF_8)
        .replaceFirst("(?s).*<style>(.*)</style>.*", "$1");
  }

  private static String hash(String style) throws Exception {
    var digest =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void tellsInEnglishWhatWentWrong() throws Exception {
    var cookie = begin();
    assertThat(back(cookie, "code=abc&state=other", Locale.FRENCH).getStatus()).isEqualTo(400);

    assertThat(
            back(cookie, "error=access_denied&state=" + cookie.getValue(), Locale.ENGLISH)
                .getContentAsString(StandardCharsets.UTF_8))
        .contains("Ponte was not added");

    answer("oauth.v2.access", okJson("{\"ok\":false,\"error\":\"bad_redirect_uri\"}"));
    var second = begin();
    var refused = back(second, "code=abc&state=" + second.getValue(), Locale.ENGLISH);
    assertThat(refused.getStatus()).isEqualTo(502);
    assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("bad_redirect_uri");

    answer("oauth.v2.access", serverError());
    var third = begin();
    var unanswered = back(third, "code=abc&state=" + third.getValue(), Locale.ENGLISH);
    assertThat(unanswered.getStatus()).isEqualTo(502);
    assertThat(unanswered.getContentAsString(StandardCharsets.UTF_8))
        .contains("Slack does not answer");
    assertThat(installations.all()).isEmpty();
  }
}
