package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionTest {

  @ParameterizedTest
  @CsvSource({
    "index, indexes",
    "query, queries",
    "plan, planning",
    "invoice, invoicing",
    "deploy, deployment",
    "fattura, fatture",
    "notifica, notifiche",
    "cancellare, cancellazione",
    "ferie, ferie"
  })
  void takesFormsOfAWordForTheSame(String one, String other) {
    assertThat(Inflection.same(one, other)).isTrue();
    assertThat(Inflection.same(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"access, accessibility", "sense, sensibility", "nazione, nazionalismo"})
  void tellsWordsApartThatAreDerivedFromEachOther(String one, String other) {
    assertThat(Inflection.same(one, other)).isFalse();
    assertThat(Inflection.same(other, one)).isFalse();
  }
}
