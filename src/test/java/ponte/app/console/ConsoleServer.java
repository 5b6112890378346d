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
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import ponte.app.Imports;
import ponte.app.PonteApplication;
import ponte.archive.Archive;
import ponte.directory.Directory;
import ponte.store.Queue;

/**
 * The console over HTTP, as a browser without JavaScript and htmx use it, on the demo workspace.
 * The tests share one server and its state: each says as whom it looks.
 */
@SpringBootTest(
    classes = PonteApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"ponte.demo=false", "ponte.feeds.enabled=true"})
abstract class ConsoleServer {

  static final Path DEMO = Path.of("main", "demo");

  static final String WORKSPACE = "T0DEMOSOLF";

  /** Chiara takes care of the community. */
  static final String CHIARA = WORKSPACE + "/U0DEMO01";

  /** Niall is in the private channel {@code direzione}. */
  static final String NIALL = WORKSPACE + "/U0DEMO02";

  /** Aoife is not, and speaks English. */
  static final String AOIFE = WORKSPACE + "/U0DEMO04";

  /** Marco speaks Italian. */
  static final String MARCO = WORKSPACE + "/U0DEMO21";

  static final String DIGEST = "/digests/" + WORKSPACE + "/C0DEMO02";

  static final String DAYS = "?from=2026-10-01&to=2026-10-14";

  static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

  @LocalServerPort int port;

  @Autowired Imports imports;

  @Autowired Queue queue;

  @Autowired Archive archive;

  @Autowired Directory directory;

  final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @DynamicPropertySource
  static void data(DynamicPropertyRegistry registry) throws IOException {
    var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data");
    registry.add("ponte.data", directory::toString);
  }

  @BeforeEach
  void theDemoWorkspaceIsThere() {
    switch (imports.status()) {
      case Imports.Status.Idle _, Imports.Status.Failed _ -> imports.start(DEMO);
      case Imports.Status.Running _, Imports.Status.Finished _ -> {
        // It is there, or comes by itself.
      }
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> imports.status() instanceof Imports.Status.Finished);
  }

  void be(String person) throws Exception {
    assertThat(post("/me", Map.of("person", person)).statusCode()).isEqualTo(303);
  }

  HttpResponse<String> get(String path) throws Exception {
    return browser.send(request(path).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    return browser.send(filled(path, form).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> htmx(String path, Map<String, String> form) throws Exception {
    return browser.send(
        filled(path, form).header("HX-Request", "true").build(), BodyHandlers.ofString());
  }

  HttpRequest.Builder filled(String path, Map<String, String> form) {
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

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Accept-Language", "en");
  }

  static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  static String form(String page) {
    var form = FORM.matcher(page);
    assertThat(form.find()).isTrue();
    return form.group(1);
  }

  static long entries(String page) {
    return Pattern.compile("<li id=\"entry-").matcher(page).results().count();
  }
}
