package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.Test;

class LetterSequencesTest {

  @Test
  void leansAsFarAsTheWholeModelOfAllLanguagesDoes() {
    var letters = LetterSequences.load();
    var detector =
        new LanguageDetectorME(Models.read("/langdetect-183.bin", LanguageDetectorModel::new));

    for (var line : new String[] {"the deploy failed again", "il deploy è fallito", "kafka"}) {
      double whole =
          Math.log(probability(detector, line, "eng") / probability(detector, line, "ita"));

      assertThat(letters.leaningToEnglish(line)).isCloseTo(whole, within(1e-5));
    }
  }

  private static double probability(LanguageDetectorME detector, String line, String language) {
    return Arrays.stream(detector.predictLanguages(line))
        .filter(guess -> guess.getLang().equals(language))
        .findFirst()
        .orElseThrow()
        .getConfidence();
  }
}
