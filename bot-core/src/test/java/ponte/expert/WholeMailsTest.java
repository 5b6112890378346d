package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.command.Command.WhoKnows;
import ponte.command.Grammar;
import ponte.command.Understanding.Understood;
import ponte.nlp.Language;

/** Who pastes a whole mail is answered like who types a keyword, and no better. */
class WholeMailsTest {

  private static final int DAY = 1440;
  private static final LocalDate TODAY = LocalDate.parse("2026-03-25");

  private static final String ENGLISH =
      """
      Hello everyone,

      my name is Maria Lombardi and I joined the Zurich office three weeks ago as a junior analyst.
      I hope you all had a nice weekend. Paul from the second floor told me to ask here.

      %s

      I understand if you are busy at the moment, there is no rush at all.

      Thank you so much in advance and best regards,
      Maria Lombardi""";

  private static final String ITALIAN =
      """
      Buongiorno a tutti,

      mi chiamo Giulia Ferraris e da tre settimane lavoro nella sede di Torino come contabile.
      Spero che abbiate passato un buon fine settimana. La collega del secondo piano mi ha detto di scrivere qui.

      %s

      Capisco se in questo momento siete molto presi, non c'è alcuna fretta.

      Grazie mille in anticipo e cordiali saluti,
      Giulia Ferraris""";

  private final Workspace acme =
      new Workspace().open("dev").people("ada", "bob", "eve", "kim", "lou", "max");

  @BeforeEach
  void bobKnowsAboutKafkaAndEveAboutReplicas() {
    acme.thread(
        "dev",
        1,
        "ada: how do I reset the offsets of a consumer group?",
        "bob: the kafka shell does it without a restart of the broker");
    acme.thread(
        "dev",
        DAY,
        "lou: how do we get rid of old kafka messages?",
        "bob: reset the offsets of the consumer group, without a broker restart");
    acme.thread(
        "dev",
        2 * DAY,
        "ada: come si configura il cluster?",
        "eve: la replica del database sul cluster di staging vuole il plugin");
    acme.thread(
        "dev",
        3 * DAY,
        "lou: lo staging non va, come si configura?",
        "eve: il plugin della replica sul cluster di staging legge il database");
    acme.thread(
        "dev", 4 * DAY, "ada: lunch in the office?", "max: the second floor, after the meeting");
    acme.thread(
        "dev", 5 * DAY, "lou: three weeks of holiday?", "max: three weeks, says the Zurich office");
  }

  @Test
  void namesWhoKnowsWhatAnEnglishMailIsAbout() {
    var question = "How do I reset the kafka offsets of a consumer group without a broker restart?";

    assertThat(names(question)).containsExactly("bob");
    assertThat(names(ENGLISH.formatted(question))).containsExactly("bob");
  }

  @Test
  void namesWhoKnowsWhatAnItalianMailIsAbout() {
    var question = "Come si configura il plugin della replica del database sul cluster di staging?";

    assertThat(names(question)).containsExactly("eve");
    assertThat(names(ITALIAN.formatted(question))).containsExactly("eve");
  }

  @ParameterizedTest
  @CsvSource({
    "How do I calibrate the spectrometer gratings of the telescope after an earthquake?",
    "Come si calibra il reticolo dello spettrometro del telescopio dopo un terremoto?"
  })
  void namesNobodyForAMailOfWhichOnlyTheCourtesiesAreTalkedOfHere(String question) {
    assertThat(names(ENGLISH.formatted(question))).isEmpty();
    assertThat(names(ITALIAN.formatted(question))).isEmpty();
  }

  private List<String> names(String pasted) {
    var understood =
        new Grammar(Workspace.NLP).understand(pasted, Language.ENGLISH, List.of(), TODAY);
    assertThat(understood).isInstanceOf(Understood.class);
    var topic = ((WhoKnows) ((Understood) understood).command()).topic();
    return acme.experts.on(topic, acme.asker("kim")).experts().stream()
        .map(expert -> expert.person().name())
        .toList();
  }
}
