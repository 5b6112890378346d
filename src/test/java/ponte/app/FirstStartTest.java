package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import ponte.app.Imports.Status;
import ponte.archive.Extent;

/** The server from its first start on, as {@code java -jar ponte.jar} starts it. */
class FirstStartTest {

  private static final String WORKSPACE = "T0DEMOSOLF";
  private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
  private static final Pattern LINK =
      Pattern.compile("class=\"message-link\" href=\"(/archive/[^\"#]+)(?:#message)?\"");

  @TempDir private Path data = Path.of("");

  @Test
  void showsTheDemoAnswersAndKeepsItAllOverARestart() throws Exception {
    Extent loaded;
    String aoife = WORKSPACE + "/U0DEMO04";
    String question = "who knows about kafka partitions?";

    try (var ponte = started()) {
      assertThat(imports(ponte)).isEqualTo(new Status.Finished(1_600, 34, 8));
      loaded = extent(ponte);
      assertThat(Duration.between(Objects.requireNonNull(loaded.newest()), Instant.now()))
          .isBetween(Duration.ZERO, Duration.ofDays(8));

      var browser = new Browser(port(ponte));
      assertThat(browser.open("/").body()).contains("value=\"" + aoife + "\"", "Aoife");

      var chat = browser.send("/me", Map.of("person", aoife)).body();
      var answered =
          browser.send("/chat", Map.of("form", first(FORM, chat), "text", question)).body();
      assertThat(answered).contains(question, "<h3>Dario");

      var evidence = browser.open(first(LINK, answered));
      assertThat(evidence.statusCode()).isEqualTo(200);
      assertThat(evidence.body()).contains("<article id=\"message\"");
    }
    assertThat(data.resolve("demo.zip")).doesNotExist();

    try (var ponte = started()) {
      assertThat(imports(ponte)).isEqualTo(new Status.Idle());
      assertThat(extent(ponte)).isEqualTo(loaded);

      var browser = new Browser(port(ponte));
      assertThat(browser.send("/me", Map.of("person", aoife)).body())
          .contains(question, "<h3>Dario");
    }
  }

  @Test
  void startsWithTheExportItIsGivenInsteadOfTheDemo(@TempDir Path export) throws Exception {
    writeSmallExport(export);

    try (var ponte = started("--ponte.import=" + export)) {
      assertThat(imports(ponte)).isEqualTo(new Status.Finished(2, 2, 1));
      var browser = new Browser(port(ponte));
      assertThat(browser.open("/").body())
          .contains("value=\"T1/U1\"", "Bob")
          .doesNotContain("Aoife");
      assertThat(browser.send("/me", Map.of("person", "T1/U1", "next", "/archive/T1/C1")).body())
          .contains("Is the laser warm?", "It is.");
    }
  }

  @Test
  void showsTheOwnWorkspaceInsteadOfTheDemoThatWasThere(@TempDir Path export) throws Exception {
    var niall = WORKSPACE + "/U0DEMO02";
    writeSmallExport(export);
    try (var ponte = started()) {
      new Browser(port(ponte)).send("/me", Map.of("person", niall));
    }

    try (var ponte = started("--ponte.import=" + export)) {
      assertThat(imports(ponte)).isEqualTo(new Status.Finished(2, 2, 1));
      var browser = new Browser(port(ponte));
      assertThat(browser.open("/").body())
          .contains("value=\"T1/U1\"")
          .doesNotContain("Aoife", niall);
      assertThat(extent(ponte).messages()).isEqualTo(2);
    }
  }

  @Test
  void saysWhyAnExportCannotBeLoadedAndGoesOn() throws Exception {
    var nowhere = data.resolve("nowhere.zip");

    try (var ponte = started("--ponte.import=" + nowhere)) {
      assertThat(imports(ponte))
          .isInstanceOfSatisfying(
              Status.Failed.class,
              failed -> assertThat(failed.situation()).isEqualTo("import.not-there"));
      assertThat(new Browser(port(ponte)).open("/").body())
          .contains("This export cannot be loaded", "There is no file or folder");
    }
  }

  @Test
  void waitsForNothingAnyMoreOnceItIsStopped() {
    SpringApplication.run(
            PonteApplication.class, "--server.port=0", "--ponte.data=" + data.resolve("ponte"))
        .close();

    await().atMost(Duration.ofMinutes(5)).until(() -> !isStarting());
  }

  private static void writeSmallExport(Path export) throws IOException {
    Files.writeString(
        export.resolve("users.json"),
        """
        [{"id": "U1", "team_id": "T1", "name": "ada", "profile": {"display_name": "Ada"}},
         {"id": "U2", "team_id": "T1", "name": "bob", "profile": {"display_name": "Bob"}}]
        """);
    Files.writeString(
        export.resolve("channels.json"),
        """
        [{"id": "C1", "name": "lab", "members": ["U1", "U2"]}]
        """);
    Files.writeString(
        Files.createDirectory(export.resolve("lab")).resolve("2026-03-02.json"),
        """
        [{"type": "message", "user": "U1", "text": "Is the laser warm?", "ts": "1772442000.000100"},
         {"type": "message", "user": "U2", "text": "It is.", "ts": "1772442060.000100"}]
        """);
  }

  /** Starts the server and waits until its first start is over. */
  private ConfigurableApplicationContext started(String... more) {
    var own = Stream.of("--server.port=0", "--ponte.data=" + data.resolve("ponte"));
    var ponte =
        SpringApplication.run(
            PonteApplication.class, Stream.concat(own, Stream.of(more)).toArray(String[]::new));
    await().atMost(Duration.ofMinutes(5)).until(() -> !isStarting());
    return ponte;
  }

  private static boolean isStarting() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("ponte-start"));
  }

  private static Status imports(ConfigurableApplicationContext ponte) {
    return ponte.getBean(Imports.class).status();
  }

  private static Extent extent(ConfigurableApplicationContext ponte) {
    var replica = ponte.getBean(Replica.class);
    return replica.archive().extent(replica.directory().everybody());
  }

  private static int port(ConfigurableApplicationContext ponte) {
    return Objects.requireNonNull(
        ponte.getEnvironment().getProperty("local.server.port", Integer.class));
  }

  private static String first(Pattern pattern, String page) {
    var matcher = pattern.matcher(page);
    assertThat(matcher.find()).as("%s in %s", pattern, page).isTrue();
    return matcher.group(1);
  }
}
