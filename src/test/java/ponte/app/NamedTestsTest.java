package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests that the documents on security name as their proof are there. */
class NamedTestsTest {

  private static final Pattern NAMED =
      Pattern.compile("`((?:[A-Z][A-Za-z]*Test|GuardedPages|Untold))(?:#([a-zA-Z]+))?`");

  private static final Map<String, String> TESTS = tests();

  private static Map<String, String> tests() {
    var tests = new HashMap<String, String>();
    for (var module :
        new String[] {"bot-core", "adapters/slack", "adapters/teams", "adapters/web", "src"}) {
      var folder = Path.of("..", module, module.equals("src") ? "test" : "src/test");
      try (var files = Files.walk(folder)) {
        for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          var name = file.getFileName().toString().replace(".java", "");
          tests.merge(name, Files.readString(file), String::concat);
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return tests;
  }

  @ParameterizedTest
  @ValueSource(strings = {"threat-model.md", "bad-input.md"})
  void areThere(String document) throws IOException {
    var named = NAMED.matcher(Files.readString(Path.of("docs", document)));
    var count = 0;
    while (named.find()) {
      count++;
      assertThat(TESTS).containsKey(named.group(1));
      if (named.group(2) != null) {
        assertThat(TESTS.get(named.group(1))).contains(" void " + named.group(2) + "(");
      }
    }
    assertThat(count).isGreaterThan(5);
  }
}
