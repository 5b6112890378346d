package ponte.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.nlp.Language;
import ponte.reply.Texts;

class SmallThingsTest {

  @ParameterizedTest
  @CsvSource({
    "tada, 🎉",
    "+1, 👍️",
    "thumbsup, 👍️",
    "+1::skin-tone-2, 👍🏻",
    "white_check_mark, ✅",
    "it, 🇮🇹",
    "flag-it, 🇮🇹",
    "slightly_smiling_face, 🙂",
    "party-parrot, :party-parrot:",
    "party-parrot::skin-tone-2, :party-parrot::skin-tone-2:",
  })
  void emojiHaveTheNamesThatSlackGivesThem(String name, String character) {
    assertThat(Emoji.character(name).replace("\uFE0F", ""))
        .isEqualTo(character.replace("\uFE0F", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "Ada Ferri, AF",
    "ada, A",
    "Marika Lo Presti, MP",
    "'  ', ?",
    "élodie, É",
    "李 小龍, 李小"
  })
  void initialsAreThoseOfTheFirstAndTheLastName(String name, String initials) {
    assertThat(Avatar.of(Solfalda.ADA.id(), name).initials()).isEqualTo(initials);
  }

  @Test
  void aPersonsColourIsOneOfTheStyleSheets() {
    assertThat(Avatar.of(Solfalda.ADA.id(), "Ada").hue()).isBetween(0, Avatar.HUES - 1);
  }

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSameValues() {
    var control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    var english = ResourceBundle.getBundle("ponte.web.texts", Language.ENGLISH.locale(), control);
    var italian = ResourceBundle.getBundle("ponte.web.texts", Language.ITALIAN.locale(), control);

    assertThat(italian.keySet()).isEqualTo(english.keySet());
    for (var key : english.keySet()) {
      assertThat(values(italian.getString(key))).as(key).isEqualTo(values(english.getString(key)));
      assertThat(Texts.of("ponte.web.texts", Language.ITALIAN).say(key, 1, 2, 3)).isNotBlank();
      assertThat(Texts.of("ponte.web.texts", Language.ENGLISH).say(key, 1, 2, 3)).isNotBlank();
    }
  }

  private static java.util.Set<String> values(String text) {
    return java.util.regex.Pattern.compile("\\{\\d")
        .matcher(text)
        .results()
        .map(java.util.regex.MatchResult::group)
        .collect(java.util.stream.Collectors.toSet());
  }
}
