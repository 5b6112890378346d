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

  /** Said on a Thursday. */
  @ParameterizedTest
  @CsvSource({
    "ENGLISH,I'll send the report on Tuesday next week,2026-03-10",
    "ENGLISH,I'll send the report on Tuesday of next week,2026-03-10",
    "ENGLISH,I'll send the report next week on Tuesday,2026-03-10",
    "ENGLISH,I'll send the report by the end of next week,2026-03-13",
    "ENGLISH,I'll send the report by the end of next month,2026-04-30",
    "ENGLISH,I'll send the report a week on Friday,2026-03-13",
    "ENGLISH,I'll send the report Friday week,2026-03-13",
    "ENGLISH,I'll send the report on Friday in two weeks,2026-03-20",
    "ENGLISH,I'll send the report next Tuesday,2026-03-10",
    "ENGLISH,I'll send the report on Friday at the latest,2026-03-06",
    "ENGLISH,I'll send the report on Friday after lunch,2026-03-06",
    "ENGLISH,I'll send the report by Friday 10am,2026-03-06",
    "ENGLISH,I'll send last Friday's report tomorrow,2026-03-06",
    "ENGLISH,I'll send today's figures by the end of the month,2026-03-31",
    "ITALIAN,mando il rapporto martedì della prossima settimana,2026-03-10",
    "ITALIAN,mando il rapporto la settimana prossima martedì,2026-03-10",
    "ITALIAN,mando il rapporto martedì prossimo,2026-03-10",
    "ITALIAN,mando il rapporto entro fine mese,2026-03-31",
    "ITALIAN,mando il rapporto entro fine mese prossimo,2026-04-30",
    "ITALIAN,mando il rapporto entro la fine del prossimo mese,2026-04-30",
    "ITALIAN,mando il rapporto venerdì tra due settimane,2026-03-20",
    "ITALIAN,mando il rapporto venerdì a otto,2026-03-13",
    "ITALIAN,mando il rapporto entro la fine di questa settimana,2026-03-06",
    "ITALIAN,mando il rapporto entro venerdì dopo pranzo,2026-03-06",
  })
  void isShiftedByWhatStandsBesideTheDay(Language language, String sentence, LocalDate due) {
    assertThat(DueDays.in(language).in(sentence, SAID)).contains(due);
    assertThat(DueDays.in(language).isUnclear(sentence, SAID)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | I'll send the report by Friday 20 March | 2026-03-20",
        "ENGLISH | I'll send the report by Friday, March 20 | 2026-03-20",
        "ENGLISH | I'll send the report on Friday the 20th | 2026-03-20",
        "ENGLISH | I'll send the report on Friday the 20th of March | 2026-03-20",
        "ENGLISH | I'll send the report by the 20th of March | 2026-03-20",
        "ENGLISH | I'll send the report by 20 March (Friday) | 2026-03-20",
        "ENGLISH | I'll send the report by Monday 06/04 | 2026-04-06",
        "ENGLISH | I'll send the report by 20/04 | 2026-04-20",
        "ENGLISH | I'll send the report by 04/20 | 2026-04-20",
        "ENGLISH | I'll send the report by 20/04/2026 | 2026-04-20",
        "ENGLISH | I'll send the report by 20/04/26. | 2026-04-20",
        "ENGLISH | I'll send the report by 2026-04-20 | 2026-04-20",
        "ENGLISH | I'll send the report before 2026-04-20 | 2026-04-19",
        "ENGLISH | I'll send the report by 20 April 2026 | 2026-04-20",
        "ENGLISH | I'll send the report by 04/04 | 2026-04-04",
        "ITALIAN | mando il rapporto entro il 20/04 | 2026-04-20",
        "ITALIAN | mando il rapporto entro il 04/05 | 2026-05-04",
        "ITALIAN | mando il rapporto entro venerdì 20 | 2026-03-20",
        "ITALIAN | mando il rapporto entro venerdì 20 marzo | 2026-03-20",
        "ITALIAN | mando il rapporto entro venerdì 20/03 | 2026-03-20",
        "ITALIAN | mando il rapporto entro il 2026-04-20 | 2026-04-20",
      })
  void isOneDayWithItsDate(Language language, String sentence, LocalDate due) {
    assertThat(DueDays.in(language).in(sentence, SAID)).contains(due);
  }

  /** Said on a Thursday: "next Friday" may be tomorrow, or the day a week later. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | I'll send the report by 04/05",
        "ENGLISH | I'll send the report by 10/04",
        "ENGLISH | I'll send the report by Friday 19 March",
        "ENGLISH | I'll send the report by Friday 31 April",
        "ENGLISH | I'll send the report on Friday the 19th",
        "ENGLISH | I'll send the report next Friday",
        "ENGLISH | I'll send the report three weeks from Friday",
        "ENGLISH | I'll send the report on Friday in three weeks",
        "ENGLISH | I'll send the report on Friday of the week after",
        "ENGLISH | I'll send the report on the first Monday in April",
        "ENGLISH | I'll send the report on Monday in April",
        "ENGLISH | I'll send the report by Friday, next week is full",
        "ENGLISH | I'll send the report a week from tomorrow",
        "ENGLISH | I'll send the report by the end of the week after next",
        "ENGLISH | I'll send next week's report",
        "ENGLISH | I'll send the report by mid next week",
        "ITALIAN | mando il rapporto entro metà settimana prossima",
        "ITALIAN | mando il rapporto venerdì prossimo",
        "ITALIAN | mando il rapporto venerdì tra tre settimane",
        "ITALIAN | mando il rapporto tra due venerdì",
        "ITALIAN | mando il rapporto venerdì del mese prossimo",
        "ITALIAN | mando il rapporto il primo lunedì di aprile",
        "ITALIAN | mando il rapporto entro venerdì 19",
        "ITALIAN | mando il rapporto entro la fine del mese di maggio",
        "ITALIAN | mando il rapporto a partire da domani",
      })
  void isNoneWhereNobodyCanTellWhich(Language language, String sentence) {
    assertThat(DueDays.in(language).in(sentence, SAID)).isEmpty();
    assertThat(DueDays.in(language).isUnclear(sentence, SAID)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH,I'll work on 24/7 support",
    "ENGLISH,I'll review 3/4 of the requests",
    "ENGLISH,I'll send the report by 2025-04-20",
    "ENGLISH,I'll send the report not this Friday but the next",
    "ITALIAN,mando il rapporto non venerdì ma il prossimo",
    "ITALIAN,mando i dati di venerdì scorso",
    "ITALIAN,mando i dati raccolti venerdì scorso",
    "ITALIAN,guardo la riunione di lunedi",
    "ITALIAN,lo faccio lunedi o martedi",
  })
  void readsNoDayThatIsNotTheOne(Language language, String sentence) {
    assertThat(DueDays.in(language).in(sentence, SAID)).isEmpty();
  }
}
