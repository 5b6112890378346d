package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ponte.nlp.Language;

class CuesTest {

  @ParameterizedTest
  @EnumSource
  void hasPhrasesOfEveryKindInEveryLanguage(Language language) {
    for (var cue : Cue.values()) {
      assertThat(Cues.in(language).is(cue, "no phrase of any kind at all")).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH,LEANING,That’s what I mean",
    "ENGLISH,LEANING,Is it cached?",
    "ENGLISH,GREETING,Heyyy you",
    "ENGLISH,DECISION_START,Decided then",
    "ITALIAN,LEANING,Perché lo dice lui",
    "ITALIAN,LEANING,Me l’aveva chiesto",
    "ITALIAN,LEANING,Sì certo",
    "ITALIAN,GREETING,Ciaooo a te"
  })
  void knowsAPhraseAtTheStart(Language language, Cue cue, String text) {
    assertThat(Cues.in(language).starts(cue, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH,LEANING,Items are missing",
    "ENGLISH,LEANING,Thistle is a plant",
    "ITALIAN,LEANING,Sìsifo spinge",
    "ITALIAN,FILLER,Allorami disse",
    "ITALIAN,FILLER_BEFORE_WORD,È possibile"
  })
  void knowsWordsFromTheirParts(Language language, Cue cue, String text) {
    assertThat(Cues.in(language).starts(cue, text)).isFalse();
  }
}
