package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GistTest {

  private final Nlp nlp = new Nlp();

  @Test
  void leavesOutOfAMailWhoWritesAndWhatTheyWish() {
    assertThat(
            nlp.gist(
                """
                My name is Maria Lombardi and I joined the Zurich office three weeks ago.
                My manager is on holiday until Thursday.
                How do I reset the offsets of a kafka consumer group without a broker restart?
                I understand if you are busy at the moment.
                Maria Lombardi
                Junior Analyst""",
                Language.ENGLISH))
        .isEqualTo(
            "How do I reset the offsets of a kafka consumer group without a broker restart?");
  }

  @Test
  void readsMailsInItalian() {
    assertThat(
            nlp.gist(
                "Mi chiamo Giulia Ferraris e da tre settimane lavoro nella sede di Torino come contabile."
                    + " La collega del secondo piano mi ha detto di scrivere qui."
                    + " Come configuro il plugin del database per la replica sul cluster di staging?"
                    + " So che siete tutti molto impegnati in questi giorni.",
                Language.ITALIAN))
        .isEqualTo("Come configuro il plugin del database per la replica sul cluster di staging?");
  }

  @Test
  void takesWhatAsksWhereNothingTells() {
    assertThat(
            nlp.gist(
                "I joined the team three weeks ago. How do I book a meeting room? It is for Monday.",
                Language.ENGLISH))
        .isEqualTo("How do I book a meeting room?");
  }

  @ParameterizedTest
  @CsvSource({
    "kafka offsets",
    "how do I reset kafka offsets?",
    "I like it. You too.",
    "The kafka broker drops all consumer offsets of the avro topics on a restart. It is new to me."
  })
  void leavesATextAsItIsOfWhichLittleIsBesideThePointOrNothingTells(String text) {
    assertThat(nlp.gist(text, Language.ENGLISH)).isEqualTo(text);
  }
}
