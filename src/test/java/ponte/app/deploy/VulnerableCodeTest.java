package ponte.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Of a library whose mended version cannot be had, what is vulnerable is left out or not used. */
class VulnerableCodeTest {

  private static final String NAME_FINDER = "opennlp.tools.namefind.RegexNameFinder";
  private static final Pattern LIBRARY = Pattern.compile("pkg:maven/.+/([^/]+)@([^@]+)");

  /** CVE-2026-82617 and CVE-2026-120404 are in the patterns that OpenNLP's factory has built in. */
  @Test
  void runsWithoutThePatternsOfTheNameFinder() {
    assertThatCode(() -> Class.forName(NAME_FINDER)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Class.forName(NAME_FINDER + "Factory"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  /** What is told to scanners is about the versions that are there, and goes with them. */
  @Test
  void saysSoOfTheVersionsThatItRuns() throws IOException {
    var said = new JsonMapper().readTree(Yaml.DEPLOY.resolve("openvex.json").toFile());
    var there = System.getProperty("java.class.path") + " opennlp-tools-" + openNlp() + ".jar";

    assertThat(said.get("statements").valueStream())
        .isNotEmpty()
        .allSatisfy(
            statement -> {
              var library = LIBRARY.matcher(statement.at("/products/0/@id").asString());
              assertThat(library.matches()).isTrue();
              assertThat(there).contains(library.group(1) + "-" + library.group(2) + ".jar");
              assertThat(statement.get("status").asString()).isEqualTo("not_affected");
              assertThat(statement.get("justification").asString()).startsWith("vulnerable_code_");
              assertThat(statement.get("impact_statement").asString()).endsWith(".");
            });
  }

  /** The version of the classes that stand for the library. */
  private static String openNlp() throws IOException {
    var written = new Properties();
    try (var in =
        VulnerableCodeTest.class.getResourceAsStream(
            "/META-INF/maven/org.apache.opennlp/opennlp-tools/pom.properties")) {
      written.load(in);
    }
    return written.getProperty("version");
  }
}
