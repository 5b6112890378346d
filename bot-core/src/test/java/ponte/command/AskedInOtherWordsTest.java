package ponte.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command.WhoKnows;
import ponte.command.Understanding.Understood;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** Who-knows questions as colleagues put them, and sentences that only look like such. */
class AskedInOtherWordsTest {

  private static final Grammar GRAMMAR = new Grammar(Nlp.shared());

  @ParameterizedTest
  @CsvFileSource(
      resources = {"/ponte/command/asked_en.csv", "/ponte/command/asked_it.csv"},
      delimiter = '|',
      quoteCharacter = '`')
  void asksTheSameAsThePlainQuestion(String typed, String topic, @Nullable String team) {
    for (var hint : Language.values()) {
      assertThat(understand(typed, hint))
          .isInstanceOfSatisfying(
              Understood.class,
              understood ->
                  assertThat(understood.command()).isEqualTo(new WhoKnows(topic, false, team)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "who knows about SSO in Jira? | SSO in Jira",
        "who knows about the roles in IT? | roles in IT",
        "who knows about vacations in the legal department? | vacations in the legal department",
        "who knows about changes in the organisation? | changes in the organisation",
        "who knows people in finance? | people in finance",
        "who knows somebody in HR? | somebody in HR",
        "who can help people in the support team use Kafka? | people in the support team use Kafka",
        "who knows about visas for US? | visas for US",
        "I need an expert in product design | product design",
        "chi sa di SSO in Jira? | SSO in Jira",
        "chi sa delle ferie nel reparto acquisti? | ferie nel reparto acquisti",
        "mi serve un esperto in sicurezza informatica | sicurezza informatica",
        "cerco un esperto in contabilità analitica | contabilità analitica"
      })
  void leavesInTheTopicWhatIsAPartOfIt(String typed, String topic) {
    for (var hint : Language.values()) {
      assertThat(understand(typed, hint))
          .isInstanceOfSatisfying(
              Understood.class,
              understood -> assertThat(understood.command()).isEqualTo(new WhoKnows(topic)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "has anyone on macOS managed to build kafka",
        "who in production has used Kafka",
        "who in the other team knows Kafka",
        "who in HR or finance knows about leave",
        "who is in IT",
        "who from sales is coming to lunch",
        "who in marketing broke the website",
        "who on the data team is on vacation",
        "is there anyone in the office today",
        "who would you like to be",
        "who do you think broke the build",
        "who do we have to thank for this",
        "who has the key",
        "anybody wants to build a chrome extension",
        "who needs to use Kafka",
        "who's good",
        "who is the best",
        "who'd have thought of it",
        "who's the new lead",
        "are there enough people",
        "can you find out why the build fails",
        "whose turn is it",
        "who can answer questions",
        "I asked Bob, who knows",
        "chi mi consigli",
        "chi è il riferimento",
        "a chi chiedo",
        "chi è che ha rotto la build",
        "chi in IT ha rotto la build",
        "chi in marketing viene a pranzo",
        "chi nell'altro team conosce Kafka",
        "chi se la cava",
        "chi c'è",
        "chi ne sa più di me",
        "ho chiesto a Bob, a chi chiedo adesso",
        "mi sai dire perché la build è rotta",
        "mi dici a che ora chiude l'ufficio"
      })
  void takesTheWholeWhereNoTopicIsAskedFor(String question) {
    assertThat(understand(question + "?", Language.ENGLISH))
        .isInstanceOfSatisfying(
            Understood.class,
            understood -> assertThat(understood.command()).isEqualTo(new WhoKnows(question)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "someone in IT told me that VPN is down",
        "I talked to someone in finance about the budget",
        "the person in charge of payroll is Anna",
        "Anna is the right person for Kafka",
        "Anna knows her way around Kafka",
        "I'm looking for a new person",
        "I need a second person for the interview",
        "I have to find a flat",
        "let me know who is coming",
        "tell me when someone in IT asks about VPN",
        "Anna se la cava con Kafka",
        "Anna è la persona giusta per Kafka",
        "in amministrazione nessuno risponde"
      })
  void asksBackWhereNothingIsAsked(String typed) {
    assertThat(understand(typed, Language.ENGLISH))
        .isInstanceOfSatisfying(
            Understanding.NotUnderstood.class,
            unclear ->
                assertThat(unclear.nearest())
                    .allSatisfy(
                        command ->
                            assertThat(command)
                                .isInstanceOfSatisfying(
                                    WhoKnows.class,
                                    asked ->
                                        assertThat(asked.topic().split(" "))
                                            .hasSizeGreaterThan(3))));
  }

  private static Understanding understand(String typed, Language hint) {
    return GRAMMAR.understand(typed, hint, List.of("dev"), LocalDate.of(2026, 3, 11));
  }
}
