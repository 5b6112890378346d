package ponte.app.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.app.PonteApplication;
import ponte.app.cli.Ran;
import ponte.nlp.Language;

/** An OpenSearch that wants a login and shows a certificate that the company signed itself. */
class OpenSearchLoginTest {

  private static final String USER = "ponte";
  private static final String PASSWORD = "correct-Horse:bättery";
  private static final String WRONG = "wrong-Horse:bättery";
  private static final String[] COPY = {"--from", "lucene", "--to", "opensearch"};

  private static Authority company;
  private static Authority stranger;
  private static SSLContext server;

  private final Path data;

  OpenSearchLoginTest(@TempDir Path data) {
    this.data = data;
  }

  @BeforeAll
  static void sign(@TempDir Path certificates) throws Exception {
    company = new Authority(certificates, "company");
    server = company.server();
    stranger = new Authority(certificates, "stranger");
  }

  @Test
  void letsInWhoKnowsThePasswordAndTrustsTheCompany() throws Exception {
    try (var gate = gate()) {
      var moving = moving(Language.ENGLISH, gate, PASSWORD, company.certificate());
      assertThat(moving.reindex(COPY))
          .satisfies(ran -> assertThat(ran.exitCode()).as(ran.err()).isZero());

      assertThat(moving.inOpenSearch()).isEqualTo(moving.of(Moving.later()));
      // The login goes with the first request, or everything would be sent twice.
      assertThat(gate.refused()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH,OpenSearch refuses the login", "ITALIAN,OpenSearch rifiuta l'accesso"})
  void saysThatThePasswordIsWrong(Language language, String words) throws Exception {
    try (var gate = gate()) {
      var moving = moving(language, gate, WRONG, company.certificate());
      assertRefused(moving.reindex(COPY), words);
      // Once is enough: some lock out who tries again and again.
      assertThat(gate.refused()).isOne();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH,The user of ponte.archive.user may not do this",
    "ITALIAN,L'utente di ponte.archive.user non può farlo"
  })
  void saysThatTheUserMayNotDoIt(Language language, String words) throws Exception {
    try (var gate = gate()) {
      var moving = moving(language, gate, PASSWORD, company.certificate());
      gate.forbid("indices:admin/aliases/get");

      var refused = moving.reindex(COPY);

      assertRefused(refused, words);
      assertThat(refused.err()).contains("no permissions for [indices:admin/aliases/get]");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH,OpenSearch shows a certificate that is not trusted",
    "ITALIAN,OpenSearch mostra un certificato non fidato"
  })
  void saysThatTheCertificateIsSignedByAStranger(Language language, String words) throws Exception {
    try (var gate = gate()) {
      var moving = moving(language, gate, PASSWORD, stranger.certificate());
      assertRefused(moving.reindex(COPY), words);
    }
    try (var gate = gate()) {
      var moving = moving(language, gate, PASSWORD, null);
      assertRefused(moving.reindex(COPY), words);
    }
  }

  @Test
  void saysThatTheCertificateIsAnotherMachines() throws Exception {
    try (var gate = gate()) {
      var moving = moving(Language.ENGLISH, gate, PASSWORD, company.certificate());
      moving.set("nodes", gate.address().toString().replace("127.0.0.1", "localhost"));

      assertRefused(moving.reindex(COPY), "a name that stands in its certificate");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH,nonsense,There is no certificate in PEM in ponte.archive.ca-file",
    "ITALIAN,'',In ponte.archive.ca-file non c'è nessun certificato in PEM"
  })
  void saysThatTheFileHoldsNoCertificate(Language language, String content, String words)
      throws Exception {
    var file = Files.writeString(data.resolve("ca.pem"), content);
    try (var gate = gate()) {
      var moving = moving(language, gate, PASSWORD, file);
      assertRefused(moving.reindex(COPY), words);
    }
  }

  /** At the loudest that anybody may set the log to. */
  @Test
  void saysWhyTheServerDoesNotStartAndNowhereThePassword() throws Exception {
    try (var gate = gate()) {
      var said = new StringBuilder();
      for (var password : List.of(WRONG, PASSWORD)) {
        said.append(started(gate, password));
      }

      assertThat(said)
          .contains("OpenSearch refuses the login", "OpenSearch rifiuta l'accesso", "401")
          .contains("Its console:")
          .doesNotContain("Horse", basic(WRONG), basic(PASSWORD));
    }
  }

  /** What a server says until it ends, since it cannot go on. */
  private String started(Gate gate, String password) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                PonteApplication.class.getName(),
                "--server.port=0",
                "--logging.level.root=trace",
                "--ponte.demo=false",
                "--ponte.data=" + data.resolve("server"),
                "--ponte.archive.kind=opensearch",
                "--ponte.archive.prefix=login-server",
                "--ponte.archive.nodes=" + gate.address(),
                "--ponte.archive.ca-file=" + company.certificate(),
                "--ponte.archive.user=" + USER)
            .redirectErrorStream(true);
    process.environment().put("PONTE_ARCHIVE_PASSWORD", password);
    var running = process.start();
    try (var output = running.inputReader(StandardCharsets.UTF_8)) {
      var said = new StringBuilder();
      for (var line = output.readLine(); line != null; line = output.readLine()) {
        said.append(line).append('\n');
        if (line.contains("Its console:")) {
          // The handle, unlike the process, leaves its output to be read.
          running.toHandle().destroy();
        }
      }
      return said.toString();
    } finally {
      running.destroyForcibly();
    }
  }

  private static String basic(String password) {
    return Base64.getEncoder()
        .encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(Ran ran, String words) {
    assertThat(ran.exitCode()).as(ran.err()).isEqualTo(4);
    assertThat(ran.err())
        .contains(words)
        .doesNotContain("\tat ", "Horse", basic(PASSWORD), basic(WRONG));
  }

  private static Gate gate() throws IOException {
    return Gate.to(OneNode.address(), server, USER, PASSWORD);
  }

  private Moving moving(Language language, Gate gate, String password, @Nullable Path authorities) {
    var moving = new Moving(data, "login", language);
    moving.giveLucene(Moving.later());
    moving.set("nodes", gate.address().toString());
    moving.set("user", USER);
    moving.set("password", password);
    if (authorities != null) {
      moving.set("ca-file", authorities.toString());
    }
    return moving;
  }
}
