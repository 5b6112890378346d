package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

  private final Town town = new Town();

  private String of(String text) {
    return town.wording().of(town.dev.says(1, "ada", text)).orElse("nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hi all, does anyone use lock files for notebooks in production?"
            + "| Does anyone use lock files for notebooks in production?",
        "I cloned it twice. • How do you keep the data of notebooks in a repository? Any ideas?"
            + "| How do you keep the data of notebooks in a repository?",
        "We have grown. Can anybody tell me which tool you use for load tests of notebooks"
            + "| Can anybody tell me which tool you use for load tests of notebooks",
        "Mi sapete dire come gestite le password dei notebook di produzione"
            + "| Mi sapete dire come gestite le password dei notebook di produzione",
        "Ciao a tutti, qualcuno usa file di lock per gli ambienti dei notebook?"
            + "| Qualcuno usa file di lock per gli ambienti dei notebook?",
        "What is the best way to call the parser from a notebook? I want the parser to check notebooks synchronously."
            + "| What is the best way to call the parser from a notebook? I want the parser to check"
            + " notebooks synchronously.",
        "The driver crashes on the new server of the laboratory. How do you install the drivers of printers on virtual servers?"
            + "| The driver crashes on the new server of the laboratory. How do you install the"
            + " drivers of printers on virtual servers?",
        "How do you keep the data of notebooks in a repository? Cleo told me that the repository is full."
            + "| How do you keep the data of notebooks in a repository?",
        "I write a button for notebooks with a state of its own. It reads the clock at each click. Has anyone done this before?"
            + "| I write a button for notebooks with a state of its own. It reads the clock at each"
            + " click. Has anyone done this before?"
      })
  void isTheSentenceThatAsksByItself(String said, String asked) {
    assertThat(of(said)).isEqualTo(asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Any ideas?",
        "Can anybody tell me how people keep the data of notebooks in a loop like this one...",
        "Why is it doing this?",
        "I wonder if the material would make a good course for our colleagues.",
        "We moved the notebooks to the new server."
      })
  void whatSaysTooLittleOrAsksNothingIsNone(String said) {
    assertThat(of(said)).isEqualTo("nothing");
  }

  @Test
  void namesNoColleagueAndTellsNoSecret() {
    assertThat(of("Has anyone used the lock files that Cleo wrote for the notebooks?"))
        .isEqualTo("nothing");
    assertThat(of("Has anyone used the notebooks with password=hunter2secret in production?"))
        .doesNotContain("hunter2secret");
  }
}
