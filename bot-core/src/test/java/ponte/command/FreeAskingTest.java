package ponte.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
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
        "sapete chi capisce di GDPR in azienda?",
        "who knows GDPR better than me?",
        "chi sa di GDPR meglio di me?",
        "GDPR expert?",
        "any GDPR experts?",
        "an expert in GDPR please",
        "a GDPR expert, please",
        "another GDPR expert",
        "best GDPR expert",
        "GDPR expert wanted",
        "who is our best GDPR expert?",
        "search GDPR experts",
        "find me a good GDPR expert please",
        "looking for GDPR experts",
        "is there a GDPR specialist around?",
        "is anybody an expert in GDPR?",
        "anyone here an expert on GDPR?",
        "I want to talk to someone about GDPR",
        "can you connect me with someone who knows GDPR?",
        "could somebody walk me through GDPR?",
        "who's been working on GDPR?",
        "GDPR: who knows it?",
        "GDPR - who can help?",
        "got a question on GDPR, who can help?",
        "I have a question about GDPR, can anyone help me?",
        "esperto GDPR",
        "esperto di GDPR",
        "un esperto di GDPR, per favore",
        "un altro esperto GDPR",
        "il miglior esperto di GDPR",
        "qualche guru di GDPR?",
        "cercasi esperto GDPR",
        "c'è uno specialista di GDPR?",
        "gente che conosce GDPR",
        "mi indichi qualcuno che conosce GDPR?",
        "puoi mettermi in contatto con qualcuno che conosce GDPR?",
        "chi è la persona migliore per il GDPR?",
        "chi sta usando GDPR?",
        "a chi mi posso rivolgere per il GDPR?",
        "qualcuno può farmi vedere il GDPR?",
        "ho una domanda sul GDPR, chi mi aiuta?",
        "ho un dubbio sul GDPR: qualcuno ne sa?"
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
  @ValueSource(
      strings = {
        "digest docker experts",
        "digest for docker experts",
        "weekly digest docker experts",
        "weekly docker experts",
        "summary docker experts",
        "docker experts digest",
        "opt out as docker expert",
        "remove docker expert",
        "add docker expert",
        "hide docker experts",
        "stop being a docker expert",
        "become a docker expert",
        "make me a docker expert",
        "I am a docker expert",
        "I'm no docker expert",
        "not a docker expert",
        "No, another docker expert",
        "meet a docker expert",
        "meeting with docker experts",
        "ask the docker experts",
        "invite docker experts",
        "thanks docker experts",
        "we hired a docker expert",
        "Anna is a docker expert",
        "get rid of the docker expert",
        "more experts",
        "all experts",
        "looking for experts",
        "search for people in docker",
        "I want people in docker to be introduced",
        "the tax law of Malta experts",
        "macbook pro",
        "I need a MacBook Pro",
        "digest esperti docker",
        "digest degli esperti docker",
        "riassunto esperti di docker",
        "esperti docker digest",
        "esperti docker settimanale",
        "togli esperto docker",
        "esperto docker da togliere",
        "aggiungi esperto docker",
        "basta esperto docker",
        "esperto docker basta",
        "esperto docker, no",
        "no, un altro esperto docker",
        "mai più esperto docker",
        "non sono più esperto docker",
        "sono esperto docker",
        "diventare esperto docker",
        "incontrare un esperto docker",
        "chiedi agli esperti docker",
        "invita gli esperti docker",
        "grazie esperti docker",
        "abbiamo assunto un esperto docker",
        "Anna è un'esperta docker",
        "altri esperti",
        "tutti gli esperti",
        "cerco esperti"
      })
  void takesNothingElseForAQuestion(String typed) {
    for (var hint : Language.values()) {
      assertThat(understand(typed, hint))
          .isInstanceOfSatisfying(
              NotUnderstood.class,
              unclear ->
                  assertThat(unclear.nearest())
                      .doesNotContain(new WhoKnows("docker"), new WhoKnows("MacBook")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "who knows about IT?,IT,ENGLISH",
    "who knows IT best?,IT,ENGLISH",
    "chi sa di IT?,IT,ITALIAN",
    "chi sa di ai?,AI,ITALIAN",
    "chi sa di ai generativa?,ai generativa,ITALIAN",
    "who knows about IT today?,IT,ENGLISH",
    "chi sa di AI oggi?,AI,ITALIAN",
    "who knows about the outage of yesterday?,outage of yesterday,ENGLISH",
    "who knows the outage last week?,outage,ENGLISH",
    "who knows about the past year?,past year,ENGLISH",
    "who knows how to get better?,get better,ENGLISH",
    "who knows if Anna is here?,if Anna is here,ENGLISH",
    "who knows about \"better here\"?,\"better here\",ENGLISH",
    "who knows about “kafak” please?,\"kafak\",ENGLISH",
    "who knows \"git\" or \"svn\"?,\"git\" or \"svn\",ENGLISH",
    "chi sa della riunione di oggi?,riunione di oggi,ITALIAN",
    "chi sa del budget dell'anno?,budget dell'anno,ITALIAN",
    "chi sa del budget del mese scorso?,budget del mese scorso,ITALIAN",
    "chi sa se Anna è qui?,chi sa se Anna è qui,ITALIAN",
    "chi sa come stare meglio?,stare meglio,ITALIAN",
    "chi sa di «meglio qui»?,\"meglio qui\",ITALIAN",
    "who knows about security best practices?,security best practices,ENGLISH",
    "esperti AI?,AI,ITALIAN",
    "chi è l'esperto AI?,AI,ITALIAN",
    "cerco un esperto AD,AD,ITALIAN",
    "I need an expert in Kafka,Kafka,ENGLISH",
    "I'm looking for an expert on Kafka,Kafka,ENGLISH",
    "looking for a specialist in Kafka,Kafka,ENGLISH",
    "introduce me to a docker expert,docker,ENGLISH",
    "put me in touch with a docker specialist,docker,ENGLISH",
    "who knows more about Kafka?,Kafka,ENGLISH",
    "who knows the most about Kafka?,Kafka,ENGLISH",
    "who knows more about Kafka than me?,Kafka,ENGLISH",
    "an expert in machine learning on this team?,machine learning,ENGLISH",
    "un esperto di kubernetes nel nostro team,kubernetes,ITALIAN",
    "chi nel nostro team sa di kubernetes?,kubernetes,ITALIAN",
    "chi sa di kubernetes in questo gruppo?,kubernetes,ITALIAN",
    "who knows about 'kafak'?,\"kafak\",ENGLISH",
    "chi sa di ‘kafak’?,\"kafak\",ITALIAN",
    "chi conosce il fine settimana lungo?,fine settimana lungo,ITALIAN"
  })
  void keepsWhatTheTopicIs(String typed, String topic, Language language) {
    assertThat(understand(typed, language))
        .isEqualTo(new Understood(new WhoKnows(topic), language));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "who knows about it?",
        "WHO KNOWS ABOUT IT",
        "who knows best?",
        "who knows more?",
        "chi sa di più?",
        "chi lo sa?"
      })
  void findsNoTopicInWordsThatSayNone(String typed) {
    assertThat(understand(typed, Language.ENGLISH))
        .isInstanceOfSatisfying(
            NotUnderstood.class, unclear -> assertThat(unclear.nearest()).isEmpty());
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

  private static Understanding understand(String typed, Language hint) {
    return GRAMMAR.understand(typed, hint, List.of("dev"), LocalDate.of(2026, 3, 11));
  }
}
