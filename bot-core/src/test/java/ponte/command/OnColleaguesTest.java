package ponte.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command.Whom;
import ponte.command.Understanding.Understood;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

class OnColleaguesTest {

  private static final Grammar GRAMMAR = new Grammar(Nlp.shared());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          why not me?                                    | ENGLISH | -
          Why not me about Kafka?                        | ENGLISH | Kafka
          and why not me for GDPR?                       | ENGLISH | GDPR
          why am I not named for Kafka?                  | ENGLISH | Kafka
          why don't you propose me for the Kafka upgrade | ENGLISH | Kafka upgrade
          perché non io?                                 | ITALIAN | -
          Perché non io su Kafka?                        | ITALIAN | Kafka
          come mai non compaio per il GDPR?              | ITALIAN | GDPR
          perché non mi proponi per le fatture?          | ITALIAN | fatture
          """)
  void understandsWhoAsksWhyTheyAreNotNamed(String typed, Language language, String topic) {
    assertThat(understand(typed))
        .isEqualTo(new Understood(new Command.WhyNot(new Whom.Me(), topic), language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          why not Anna?                               | ENGLISH | Anna         | -
          why not anna about kafka                    | ENGLISH | anna         | kafka
          Why not @anna.rossi about the invoices?     | ENGLISH | @anna.rossi  | invoices
          why not Anna De Rossi for electronic invoices? | ENGLISH | Anna De Rossi | electronic invoices
          why is Anna not named for Kafka?            | ENGLISH | Anna         | Kafka
          why didn't you suggest Anna about Kafka     | ENGLISH | Anna         | Kafka
          perché non Anna?                            | ITALIAN | Anna         | -
          perché non Anna su Kafka?                   | ITALIAN | Anna         | Kafka
          Perché non Niccolò D'Amico per le fatture?  | ITALIAN | Niccolò D'Amico | fatture
          come mai Anna non compare per il GDPR?      | ITALIAN | Anna         | GDPR
          perché non proponi Anna su Kafka            | ITALIAN | Anna         | Kafka
          """)
  void understandsWhoAsksWhyAColleagueIsNotNamed(
      String typed, Language language, String name, String topic) {
    assertThat(understand(typed))
        .isEqualTo(new Understood(new Command.WhyNot(new Whom.Called(name), topic), language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Bob helped me with Kafka                          | ENGLISH | Bob        | Kafka
          thanks, Bob Rossi has helped me with the invoices | ENGLISH | Bob Rossi  | invoices
          @bob solved it for me                             | ENGLISH | @bob       | -
          my question about Kafka is solved, thanks to Bob  | ENGLISH | Bob        | Kafka
          solved thanks to Bob: kafka offsets               | ENGLISH | Bob        | kafka offsets
          solved, thanks to Bob                             | ENGLISH | Bob        | -
          Bob mi ha aiutato con Kafka                       | ITALIAN | Bob        | Kafka
          grazie, Niccolò ha risolto il problema con le fatture | ITALIAN | Niccolò | fatture
          risolto grazie a Bob: kafka                       | ITALIAN | Bob        | kafka
          la mia domanda su Kafka è risolta grazie a Bob    | ITALIAN | Bob        | Kafka
          risolto, grazie a Bob                             | ITALIAN | Bob        | -
          thanks, solved                                    | ENGLISH | -          | -
          it's solved now, thanks                           | ENGLISH | -          | -
          solved: kafka offsets                             | ENGLISH | -          | kafka offsets
          grazie, risolto                                   | ITALIAN | -          | -
          risolto: le fatture                               | ITALIAN | -          | fatture
          """)
  void understandsWhoSaysThatItIsSolvedAndWhoHelped(
      String typed, Language language, String name, String topic) {
    var helper = name == null ? null : new Whom.Called(name);

    assertThat(understand(typed))
        .isEqualTo(new Understood(new Command.Solved(helper, topic), language));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why not use Kafka for the invoices?",
        "nobody helped me with Kafka, who knows about it?",
        "why is the build not there for the new branch?",
        "perché non funziona Kafka con le fatture?",
        "perché non posso usare Kafka per le fatture?",
        "perché non si avvia il server con docker?",
        "chi mi ha aiutato con Kafka?",
        "who knows how the Kafka outage was solved by Bob?",
        "chi sa come il problema di Kafka è stato risolto da Bob?"
      })
  void leavesQuestionsToColleaguesWhatTheyAre(String typed) {
    assertThat(understand(typed))
        .isInstanceOfSatisfying(
            Understood.class,
            understood -> assertThat(understood.command()).isInstanceOf(Command.WhoKnows.class));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          why not introduce me to Anna about Kafka?          | ENGLISH | Anna | Kafka
          why don't you put me in touch with Anna for GDPR?  | ENGLISH | Anna | GDPR
          why not introduce me to Anna?                      | ENGLISH | Anna | -
          introduce me to Anna about how Kafka was solved by Bob | ENGLISH | Anna | how Kafka was solved by Bob
          perché non mi presenti Anna per Kafka?             | ITALIAN | Anna | Kafka
          perché non mi fai conoscere Anna?                  | ITALIAN | Anna | -
          presentami Anna per il problema risolto da Bob     | ITALIAN | Anna | problema risolto da Bob
          """)
  void leavesToIntroductionsWhoWantsToBeIntroduced(
      String typed, Language language, String name, String topic) {
    assertThat(understand(typed))
        .isEqualTo(new Understood(new Command.IntroduceNamed(name, topic), language));
  }

  private static Understanding understand(String typed) {
    return GRAMMAR.understand(typed, Language.ENGLISH, List.of(), LocalDate.of(2026, 3, 11));
  }
}
