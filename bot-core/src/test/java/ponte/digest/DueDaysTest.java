package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.nlp.Language;

class DueDaysTest {

  /** A Thursday. */
  private static final LocalDate SAID = LocalDate.parse("2026-03-05");

  @ParameterizedTest
  @CsvSource({
    "ITALIAN,mando il contratto entro lunedì,2026-03-09",
    "ITALIAN,mando il contratto entro lunedi,2026-03-09",
    "ITALIAN,mando il contratto entro LUNEDI,2026-03-09",
    "ITALIAN,mando il contratto entro mercoledi\u0300,2026-03-11",
    "ITALIAN,mando il contratto prima di venerdi,2026-03-05",
    "ITALIAN,mando il contratto entro il 15 marzo,2026-03-15",
    "ENGLISH,I'll send the contract by Friday,2026-03-06",
  })
  void readsADayWithItsAccentOrWithout(Language language, String sentence, LocalDate due) {
    assertThat(DueDays.in(language).in(sentence, SAID)).contains(due);
  }

  @ParameterizedTest
  @CsvSource({
    "ITALIAN,guardo la riunione di lunedi",
    "ITALIAN,lo faccio lunedi o martedi",
  })
  void readsNoDayThatIsNotTheOne(Language language, String sentence) {
    assertThat(DueDays.in(language).in(sentence, SAID)).isEmpty();
  }
}
