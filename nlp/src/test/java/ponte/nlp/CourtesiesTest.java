package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourtesiesTest {

  private final Nlp nlp = Nlp.shared();

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, who knows how raco links libraries, raco links libraries",
    "ENGLISH, has anyone got an idea how to follow up on the failed deploy, failed deploy",
    "ENGLISH, 'quick question: can somebody help me with Kafka? thanks in advance', kafka",
    "ENGLISH, I’m just wondering if the build is broken, build broken",
    "ENGLISH, 'Good morning everyone! I hope you all had a great weekend. Thanks a lot in advance "
        + "for your patience! How do I reset Kafka offsets?', reset kafka offsets",
    "ENGLISH, 'Hello dear colleagues, sorry to bother you on a Friday. I would like to understand "
        + "Kubernetes pods. Any pointer would be highly appreciated, have a nice weekend!', "
        + "kubernetes pods",
    "ITALIAN, 'Buongiorno a tutti, spero che abbiate passato un buon fine settimana. Avrei un "
        + "dubbio sulle fatture. Qualcuno sarebbe così gentile da darmi una mano? Grazie mille in "
        + "anticipo e buona giornata.', fatture",
    "ITALIAN, qualcuno ha un’idea di come si fa un rollback, rollback",
    "ITALIAN, chi mi può aiutare con le fatture, fatture",
    "ITALIAN, 'domanda veloce: potete darmi un consiglio sui contratti', contratti",
  })
  void leavesWhatAQuestionIsAbout(Language language, String question, String terms) {
    assertThat(nlp.terms(nlp.subject(question, language), language))
        .containsExactlyElementsOf(nlp.terms(terms, language));
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, IntelliJ IDEA",
    "ENGLISH, help desk",
    "ENGLISH, knowledge base",
    "ENGLISH, follow up",
    "ENGLISH, best wishes",
    "ENGLISH, 'deploy, weekend plan'",
    "ITALIAN, buona fine",
    "ENGLISH, the idea of a monad",
    "ITALIAN, domanda di ferie",
    "ITALIAN, consiglio di amministrazione",
  })
  void leavesTopicsAsTheyAre(Language language, String topic) {
    assertThat(nlp.subject(topic, language)).isEqualTo(topic);
  }
}
