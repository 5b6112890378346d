package ponte.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Acquaintance;
import ponte.command.Command;
import ponte.command.Grammar;
import ponte.command.Understanding.Understood;
import ponte.expert.Workspace;
import ponte.nlp.Language;

/** How people put that they want to meet colleagues, and what is something else. */
class AcquaintancesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

  private final Grammar grammar = new Grammar(Workspace.NLP);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "introduce me to colleagues",
        "Please introduce me to some colleagues I don't know yet",
        "Join introductions!",
        "I would like to meet new colleagues",
        "turn introductions on",
        "fammi conoscere colleghi",
        "Fammi conoscere dei colleghi che non conosco",
        "vorrei conoscere nuovi colleghi",
        "partecipo alle presentazioni"
      })
  void joins(String line) {
    assertThat(wish(line)).isEqualTo(new Acquaintance.Join(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pause introductions until 1 April 2026",
        "no introductions before 1 April 2026",
        "pause introductions for 3 weeks",
        "sospendi le presentazioni fino al 1 aprile 2026",
        "sospendi le presentazioni per 3 settimane"
      })
  void snoozes(String line) {
    assertThat(wish(line)).isEqualTo(new Acquaintance.Snooze(LocalDate.of(2026, 4, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start introductions in #dev every month",
        "please start introductions in the channel #dev, monthly",
        "avvia le presentazioni in #dev ogni mese"
      })
  void begins(String line) {
    assertThat(wish(line))
        .isEqualTo(new Acquaintance.Start("dev", Acquaintance.Cadence.MONTHLY, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "never introduce me to Anna Rossi",
        "don't pair me with Anna Rossi again",
        "not with Anna Rossi",
        "non presentarmi mai a Anna Rossi",
        "non con Anna Rossi"
      })
  void excludes(String line) {
    assertThat(wish(line))
        .isEqualTo(new Acquaintance.NotWith(new Command.Whom.Called("Anna Rossi")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"I want to learn Kafka", "find me a mentor for Kafka", "vorrei imparare Kafka"})
  void learns(String line) {
    assertThat(wish(line)).isEqualTo(new Acquaintance.Learn("Kafka"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "introduce me to Anna about Kafka",
        "who can introduce me to Kafka?",
        "pause until 1 April 2026",
        "who wants to learn Kafka?",
        "I want to learn how we deploy, who can help?",
        "presentami Anna per Kafka"
      })
  void takesOtherWishesForWhatTheyAre(String line) {
    assertThat(grammar.understand(line, Language.ENGLISH, List.of("dev"), TODAY))
        .satisfies(
            understanding ->
                assertThat(
                        understanding instanceof Understood(var command, _)
                            && command instanceof Command.Meet)
                    .isFalse());
  }

  private Acquaintance wish(String line) {
    var understood = grammar.understand(line, Language.ENGLISH, List.of("dev"), TODAY);
    if (understood instanceof Understood(Command.Meet(var wish), _)) {
      return wish;
    }
    throw new AssertionError(line + ": " + understood);
  }
}
