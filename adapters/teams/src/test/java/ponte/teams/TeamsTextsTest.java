package ponte.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Ponte says in Slack alone, in both languages. */
class TeamsTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"card", "connector", "delivery", "live", "sync"})
  void areThereInBothLanguagesWithTheSameValues(String capability) {
    var english = bundle(capability, Locale.ENGLISH);
    var italian = bundle(capability, Locale.ITALIAN);

    assertThat(italian.keySet()).isEqualTo(english.keySet());
    for (var key : english.keySet()) {
      assertThat(italian.getString(key)).as(key).isNotEqualTo(english.getString(key));
      assertThat(values(italian.getString(key))).as(key).isEqualTo(values(english.getString(key)));
    }
  }

  private static long values(String text) {
    return Arrays.stream(new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex()).count();
  }

  private static ResourceBundle bundle(String capability, Locale locale) {
    return ResourceBundle.getBundle(
        "ponte.teams." + capability + ".texts",
        locale,
        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }
}
