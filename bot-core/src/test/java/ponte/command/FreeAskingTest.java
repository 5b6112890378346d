package ponte.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command.WhoKnows;
import ponte.command.Understanding.NotUnderstood;
import ponte.command.Understanding.Understood;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

class FreeAskingTest {

  private static final Grammar GRAMMAR = new Grammar(Nlp.shared());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who knows GDPR best?",
        "who best knows GDPR?",
        "who's the GDPR person?",
        "who is our GDPR guy?",
        "who's the GDPR contact here?",
        "who is the go-to person for GDPR",
        "who's the one who knows GDPR",
        "any idea who handles GDPR?",
        "Hi, any idea who does GDPR? thanks",
        "who understands GDPR",
        "who worked on GDPR last year?",
        "who has been working on GDPR recently?",
        "who has dealt with GDPR before?",
        "who uses GDPR in our team?",
        "whom should I ask about GDPR",
        "who do I talk to about GDPR?",
        "who to contact for GDPR",
        "who else knows about GDPR?",
        "who else knows GDPR?",
        "who in the company knows GDPR",
        "who could I pair with on GDPR?",
        "which of you knows about GDPR?",
        "GDPR experts",
        "any GDPR specialists?",
        "find me a GDPR expert",
        "do we have a GDPR expert here?",
        "I need a GDPR expert",
        "I need someone who knows GDPR",
        "looking for someone who knows GDPR",
        "show more people who know about GDPR",
        "who can help me with GDPR today, please?",
        "chi sa di più del GDPR?",
        "chi conosce meglio il GDPR?",
        "chi conosce il GDPR meglio di tutti?",
        "chi devo contattare per il GDPR?",
        "con chi parlo del GDPR?",
        "chi mi aiuta con il GDPR?",
        "chi mi dà una mano con il GDPR?",
        "chi tra voi conosce il GDPR?",
        "chi altro conosce il GDPR?",
        "di GDPR chi ne sa?",
        "GDPR, chi lo conosce?",
        "chi potrebbe sapere qualcosa di GDPR?",
        "c'è qualcuno che mastica GDPR?",
        "chi è il nostro esperto GDPR?",
        "chi è la persona del GDPR?",
        "chi si occupava del GDPR l'anno scorso?",
        "qualche idea su chi gestisce il GDPR?",
        "esperti GDPR",
        "trovami un esperto GDPR",
        "mi serve un esperto GDPR",
        "cerco qualcuno che mastichi GDPR",
        "sapete chi capisce di GDPR in azienda?"
      })
  void takesOffWhatAsks(String typed) {
    for (var hint : Language.values()) {
      assertThat(understand(typed, hint))
          .isInstanceOfSatisfying(
              Understood.class,
              understood -> assertThat(understood.command()).isEqualTo(new WhoKnows("GDPR")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who is the new guy?",
        "who broke the build?",
        "how do I become a kafka expert?",
        "who is coming for lunch?",
        "chi ha rotto la build?",
        "come divento un esperto di kafka?"
      })
  void leavesAloneWhatAsksForNoTopic(String typed) {
    assertThat(understand(typed, Language.ENGLISH))
        .isInstanceOfSatisfying(
            Understood.class,
            understood ->
                assertThat(understood.command())
                    .isEqualTo(new WhoKnows(typed.substring(0, typed.length() - 1))));
  }

  @ParameterizedTest
  @CsvSource({
    "who knows about IT?,IT,ENGLISH",
    "who knows IT best?,IT,ENGLISH",
    "chi sa di IT?,IT,ITALIAN",
    "chi sa di ai?,AI,ITALIAN",
    "chi sa di ai generativa?,ai generativa,ITALIAN",
    "who knows about security best practices?,security best practices,ENGLISH",
    "chi conosce il fine settimana lungo?,fine settimana lungo,ITALIAN"
  })
  void keepsWhatTheTopicIs(String typed, String topic, Language language) {
    assertThat(understand(typed, language))
        .isEqualTo(new Understood(new WhoKnows(topic), language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"who knows about it?", "WHO KNOWS ABOUT IT", "who knows best?"})
  void findsNoTopicInWordsThatSayNone(String typed) {
    assertThat(understand(typed, Language.ENGLISH))
        .isEqualTo(new NotUnderstood(Language.ENGLISH, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "who else knwos about kafka?,who else knows about kafka",
    "chi altro conosec kafka?,chi altro conosce kafka"
  })
  void correctsNoneOfItsOwnWords(String typed, String meant) {
    assertThat(understand(typed, Language.ENGLISH))
        .isInstanceOfSatisfying(
            NotUnderstood.class,
            unclear ->
                assertThat(unclear.nearest())
                    .isEqualTo(
                        List.of(((Understood) understand(meant, Language.ENGLISH)).command())));
  }

  @Test
  void tellsAlternativesOfAFewWordsFromAQuestionOfItsOwn() {
    assertThat(Alternatives.in("kafka or terraform")).containsExactly("kafka", "terraform");
    assertThat(Alternatives.in("fatture elettroniche o GDPR oppure IVA"))
        .containsExactly("fatture elettroniche", "GDPR", "IVA");
    assertThat(Alternatives.in("kafka and terraform")).containsExactly("kafka and terraform");
    assertThat(Alternatives.in("\"now or never\"")).containsExactly("\"now or never\"");
    var question = "whether to take kafka or rabbit for the events of the shop";
    assertThat(Alternatives.in(question)).containsExactly(question);
  }

  private static Understanding understand(String typed, Language hint) {
    return GRAMMAR.understand(typed, hint, List.of("dev"), LocalDate.of(2026, 3, 11));
  }
}
