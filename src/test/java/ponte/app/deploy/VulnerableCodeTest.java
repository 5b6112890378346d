package ponte.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Of a library whose mended version cannot be had, what is vulnerable is left out. */
class VulnerableCodeTest {

  private static final String NAME_FINDER = "opennlp.tools.namefind.RegexNameFinder";

  /** CVE-2026-82617 and CVE-2026-120404 are in the patterns that OpenNLP's factory has built in. */
  @Test
  void runsWithoutThePatternsOfTheNameFinder() {
    assertThatCode(() -> Class.forName(NAME_FINDER)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Class.forName(NAME_FINDER + "Factory"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  /** What tells scanners so speaks of the version that is there. */
  @Test
  void saysSoOfTheVersionThatItRuns() throws IOException {
    var version = "pkg:maven/org.apache.opennlp/opennlp-tools@" + versionOfOpenNlp();

    var said = new JsonMapper().readTree(Yaml.DEPLOY.resolve("openvex.json").toFile());

    assertThat(said.get("statements").valueStream())
        .hasSize(2)
        .allSatisfy(
            statement -> {
              assertThat(statement.get("products").get(0).get("@id").asString()).isEqualTo(version);
              assertThat(statement.get("status").asString()).isEqualTo("not_affected");
              assertThat(statement.get("justification").asString())
                  .isEqualTo("vulnerable_code_not_present");
            });
  }

  private static String versionOfOpenNlp() throws IOException {
    var written = new Properties();
    try (var in =
        VulnerableCodeTest.class.getResourceAsStream(
            "/META-INF/maven/org.apache.opennlp/opennlp-tools/pom.properties")) {
      written.load(in);
    }
    return written.getProperty("version");
  }
}
