package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.nlp.Language.ENGLISH;
import static ponte.nlp.Language.ITALIAN;

import org.junit.jupiter.api.Test;

class WordsTest {

  private final Nlp nlp = Nlp.shared();

  @Test
  void cutsItalianElisions() {
    assertThat(nlp.words("Dell'app c’è un'altra versione, un po' più lenta", ITALIAN))
        .containsExactly(
            "Dell'", "app", "c’", "è", "un'", "altra", "versione", "un", "po'", "più", "lenta");
  }

  @Test
  void leavesEnglishContractionsWhole() {
    assertThat(nlp.words("I don't know, it's Kafka's fault", ENGLISH))
        .containsExactly("I", "don't", "know", "it's", "Kafka's", "fault");
    assertThat(nlp.words("ha detto \"don't panic\"", ITALIAN))
        .containsExactly("ha", "detto", "don't", "panic");
  }

  @Test
  void leavesIdentifiersVersionsAndAddressesWhole() {
    assertThat(
            nlp.words(
                "set max_user_connections in `my-app` v1.2.3 (see https://example.com/a?b=c), ok?",
                ENGLISH))
        .containsExactly(
            "set",
            "max_user_connections",
            "in",
            "my-app",
            "v1.2.3",
            "see",
            "https://example.com/a?b=c",
            "ok");
    assertThat(nlp.words("C++, F#, .NET and std::vector at 10:30", ENGLISH))
        .containsExactly("C++", "F#", ".NET", "and", "std::vector", "at", "10:30");
  }

  @Test
  void knowsThatSmileysAndSignsAreNoWords() {
    assertThat(nlp.words("great :-D :tada: 🎉 — ... !!", ENGLISH)).containsExactly("great");
    assertThat(nlp.words("", ITALIAN)).isEmpty();
  }
}
