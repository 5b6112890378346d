package ponte.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no page sends, and what no page may do. */
class ConsoleGuardsTest extends ConsoleServer {

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
}
