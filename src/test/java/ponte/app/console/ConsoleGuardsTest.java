package ponte.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** What no page sends, and what no page may do. */
class ConsoleGuardsTest extends ConsoleServer {

  @Autowired private RequestMappingHandlerAdapter answers;

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
  void writesNothingInXmlByItself() {
    assertThat(answers.getMessageConverters())
        .anyMatch(converter -> converter.canWrite(Path.class, MediaType.APPLICATION_JSON))
        .noneMatch(converter -> converter.canWrite(Path.class, MediaType.APPLICATION_XML));
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

  @Test
  void readsNoLongForms() throws Exception {
    be(NIALL);
    var whole = filled("/chat", Map.of("form", "f", "text", "x".repeat(600_000)));
    var pieces =
        filled("/chat", Map.of())
            .POST(
                BodyPublishers.ofInputStream(
                    () ->
                        new ByteArrayInputStream(
                            ("form=f&text=" + "x".repeat(600_000)).getBytes(UTF_8))))
            .build();
    var many =
        filled("/chat", Map.of())
            .POST(BodyPublishers.ofString("form=f&text=help" + "&a=b".repeat(2_000)));

    assertThat(browser.send(whole.build(), BodyHandlers.ofString()).statusCode())
        .isBetween(400, 413);
    assertThat(browser.send(pieces, BodyHandlers.ofString()).statusCode()).isBetween(400, 413);
    assertThat(browser.send(many.build(), BodyHandlers.ofString()).statusCode())
        .isBetween(400, 413);
    assertThat(get("/chat").body()).doesNotContain("xxxx");
  }

  /** By a socket, since a browser's library would mend or refuse some of it. */
  @Test
  void answersBadInputAsItIsWritten() throws Exception {
    be(NIALL);
    var me = "ponte-me=" + NIALL.replace("/", "%2F");
    var told = new LinkedHashMap<String, Integer>();
    var expected = new LinkedHashMap<String, Integer>();
    for (var bad : BadInput.written()) {
      expected.put(bad.request(), bad.status());
      var answer = raw(bad, me);
      told.put(bad.request(), Integer.parseInt(answer.substring(9, 12)));
      assertThat(answer)
          .as(bad.request())
          .doesNotContain("<script>alert", "<img src=x", "\tat ", "java.lang.", "root:x:");
    }

    assertThat(told).hasSizeGreaterThan(50).isEqualTo(expected);
  }

  private String raw(BadInput bad, String cookie) throws Exception {
    try (var socket = new Socket("localhost", port)) {
      var body = bad.form().getBytes(UTF_8);
      var head =
          bad.method()
              + " "
              + bad.address()
              + " HTTP/1.1\r\nHost: localhost:"
              + port
              + "\r\nCookie: "
              + cookie
              + "\r\nAccept-Language: en\r\nConnection: close\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write(body);
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void takesNoFilesButExports() throws Exception {
    be(NIALL);
    var file =
        filled("/chat", Map.of())
            .setHeader("Content-Type", " Multipart/form-data; boundary=b")
            .POST(
                BodyPublishers.ofString(
                    "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nhelp\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\nf\r\n"
                        + "--b--\r\n"))
            .build();

    assertThat(browser.send(file, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
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
