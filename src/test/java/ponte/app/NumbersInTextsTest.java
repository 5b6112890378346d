package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every text says of nothing, of one and of many. */
class NumbersInTextsTest {

  private static final Pattern CHOICE = Pattern.compile("\\{\\d,choice,(?!0#)[^}]*");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app/texts",
        "app/cli/texts",
        "app/doctor/texts",
        "app/slack/texts",
        "app/storage/texts",
        "app/teams/texts",
        "reply/texts",
        "web/texts",
        "slack/api/texts",
        "slack/blockkit/texts",
        "slack/delivery/texts",
        "slack/live/texts",
        "teams/card/texts",
        "teams/connector/texts",
        "teams/delivery/texts",
        "teams/live/texts"
      })
  void neverCallNothingOne(String bundle) throws IOException {
    for (var language : new String[] {"", "_it"}) {
      var texts = read("/ponte/" + bundle + language + ".properties");
      assertThat(texts).isNotEmpty();
      for (var situation : texts.stringPropertyNames()) {
        assertThat(texts.getProperty(situation)).as(situation).doesNotContainPattern(CHOICE);
      }
    }
  }

  private static Properties read(String file) throws IOException {
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(NumbersInTextsTest.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      var texts = new Properties();
      texts.load(in);
      return texts;
    }
  }
}
