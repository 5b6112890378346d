package ponte.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.conversation.Message;
import ponte.expert.Workspace;
import ponte.nudge.WorkingTime;

class WaitingQuestionsTest {

  private static final String QUESTION =
      "How do I read the calibration files of the spectrometer with the new driver?";
  private static final int LONG_AGO = 9;

  private final Town town = new Town();

  WaitingQuestionsTest() {
    town.withEverydayTalk(town.ops, 40, 1);
  }

  private List<Proposal> proposed(Predicate<LocalDate> holidays) {
    var open = new StillOpen(town.acme.digests().questions(), town.acme.directory, Workspace.NLP);
    return new WaitingQuestions(
            open, town.wording(), _ -> WorkingTime.weekdays(ZoneOffset.UTC, holidays))
        .in(town.scene());
  }

  private List<Proposal> proposed() {
    return proposed(_ -> false);
  }

  private Message asked(int daysAgo) {
    return town.says(town.dev, daysAgo, "ada", QUESTION);
  }

  @Test
  void aQuestionThatNobodyAnsweredIsProposed() {
    asked(LONG_AGO);

    assertThat(proposed())
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).isInstanceOf(Reason.Waiting.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Somebody of the vendor called me back, and by now all of it is well again.",
        "Our installation of the driver turned out to be older than the files of it.",
        "Il fornitore mi ha richiamato e adesso i file si leggono di nuovo tutti quanti.",
        "Found it.",
        "never mind"
      })
  void whatItsAskerCameBackWithTakesItOff(String news) {
    town.replies(town.dev, asked(LONG_AGO), "ada", news, 40);

    assertThat(proposed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Still nobody?",
        "bump",
        "Does nobody here read the calibration files of the spectrometer with the driver?"
      })
  void whoAsksAgainStillWaits(String bump) {
    town.replies(town.dev, asked(LONG_AGO), "ada", bump, 40);

    assertThat(proposed()).hasSize(1);
  }

  @Test
  void whatIsAddedRightAwayBelongsToTheQuestion() {
    town.replies(
        town.dev,
        asked(LONG_AGO),
        "ada",
        "I have the files of the last two years on the server of the laboratory.",
        3);

    assertThat(proposed()).hasSize(1);
  }

  /** It is Wednesday morning: five days ago was Friday evening, six days ago Thursday. */
  @Test
  void aWeekendIsNoWaiting() {
    asked(5);

    assertThat(proposed()).isEmpty();
  }

  @Test
  void threeWorkingDaysAre() {
    asked(6);

    assertThat(proposed()).hasSize(1);
  }

  @Test
  void holidaysAreNoWaiting() {
    asked(LONG_AGO);
    var asked = LocalDate.ofInstant(town.now(), ZoneOffset.UTC).minusDays(LONG_AGO);

    assertThat(proposed(day -> day.isAfter(asked.plusDays(2)))).isEmpty();
  }
}
