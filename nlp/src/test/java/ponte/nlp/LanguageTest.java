package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.nlp.Language.ENGLISH;
import static ponte.nlp.Language.ITALIAN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  private final Nlp nlp = Nlp.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "does anyone know how to restart the staging database",
        "thanks!",
        "I don’t think it works",
        "yes, will do",
        "LGTM, merging now",
        "Deployment failed again",
        "let's have lunch with Giulia and Matteo",
        "the `perché` key is missing from https://example.it/città",
      })
  void tellsEnglishLines(String line) {
    assertThat(nlp.language(line)).contains(ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qualcuno sa come si riavvia il database di staging",
        "grazie!",
        "l’app non parte",
        "sì",
        "il deploy è fallito, faccio il rollback",
        "perche' il build e' rosso",
        "ho pushato la fix sul branch di release",
        "nell'ultimo standup John ha parlato di Kubernetes",
        "ciao John",
      })
  void tellsItalianLinesEvenWithEnglishWordsInThem(String line) {
    assertThat(nlp.language(line)).contains(ITALIAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "Kafka", "12:30", ":tada: :tada:", "https://example.com/the/way"})
  void doesNotGuessWhereNothingTells(String line) {
    assertThat(nlp.language(line)).isEmpty();
  }

  @Test
  void readsADoubtfulLineInTheLanguageAroundIt() {
    var italian = List.of("il server non risponde", "hai provato a riavviarlo?");
    var english = List.of("the server is down", "did you try to restart it?");

    assertThat(nlp.language("ok", italian, ENGLISH)).isEqualTo(ITALIAN);
    assertThat(nlp.language("ok", english, ITALIAN)).isEqualTo(ENGLISH);
  }

  @Test
  void staysWithAPlainLineWhateverIsAroundIt() {
    var italian = List.of("il server non risponde", "hai provato a riavviarlo?");

    assertThat(nlp.language("I have restarted it, and it works now", italian, ITALIAN))
        .isEqualTo(ENGLISH);
  }

  @Test
  void fallsBackWhereNeitherTheLineNorItsSurroundingsTell() {
    assertThat(nlp.language("Kafka", List.of(), ITALIAN)).isEqualTo(ITALIAN);
    assertThat(nlp.language("Kafka", List.of("42", ":+1:"), ENGLISH)).isEqualTo(ENGLISH);
  }

  @Test
  void listensToTheNewestLinesOnly() {
    var context =
        List.of(
            "the server is down",
            "did you see that",
            "what is it",
            "who knows",
            "is it you",
            "adesso parliamo in italiano",
            "va bene",
            "non so",
            "ma perché",
            "così è più facile");

    assertThat(nlp.language("ok", context, ENGLISH)).isEqualTo(ITALIAN);
  }
}
