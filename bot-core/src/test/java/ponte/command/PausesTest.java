package ponte.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command.PauseSchedule;
import ponte.command.Command.ResumeSchedule;
import ponte.command.Command.Scope;
import ponte.command.Understanding.NotUnderstood;
import ponte.command.Understanding.Understood;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** How people say that what comes again and again is to rest, and to go on. */
class PausesTest {

  /** A Monday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 23);

  private static final List<String> CHANNELS = List.of("infra", "sales", "random");

  private static final Grammar GRAMMAR = new Grammar(Nlp.shared());

  private static Recurring digests(String... channels) {
    return new Recurring.Digests(new Scope.Named(List.of(channels)));
  }

  private Understanding understood(String line, Language hint) {
    return GRAMMAR.understand(line, hint, CHANNELS, TODAY);
  }

  private void means(String line, Command command) {
    for (var hint : Language.values()) {
      assertThat(understood(line, hint))
          .as(line)
          .isInstanceOfSatisfying(
              Understood.class, said -> assertThat(said.command()).isEqualTo(command));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pause digest #infra,",
    "please pause the digest of #infra,",
    "suspend the scheduled summary for infra channel,",
    "pause digest #infra until Monday, 2026-03-30",
    "pause digest #infra until 2026-12-31, 2026-12-31",
    "pause the digest of #infra until tomorrow, 2026-03-24",
    "hold the recap of infra until 7 April, 2026-04-07",
    "pause the digest of #infra for two weeks, 2026-04-06",
    "snooze digest #infra for 3 days, 2026-03-26",
    "stop the digest of #infra until Friday, 2026-03-27",
    "sospendi il riassunto di #infra,",
    "metti in pausa il digest del canale infra,",
    "pausa riassunto #infra,",
    "pausa riassunto #infra fino al 2026-12-31, 2026-12-31",
    "sospendi il riassunto di #infra fino a lunedì, 2026-03-30",
    "metti in pausa il riepilogo di #infra fino al 7 aprile, 2026-04-07",
    "sospendi il digest di #infra fino a domani, 2026-03-24",
    "sospendi il riassunto di #infra per due settimane, 2026-04-06",
    "ferma il riassunto di #infra per 3 giorni, 2026-03-26"
  })
  void pausesTheDigestOfAChannel(String line, @Nullable LocalDate until) {
    means(line, new PauseSchedule(digests("infra"), until));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resume digest #infra",
        "unpause the digest of infra",
        "please continue the summary of #infra",
        "riprendi il riassunto di #infra",
        "riprendi riassunto #infra",
        "riattiva il digest del canale infra"
      })
  void letsTheDigestOfAChannelGoOn(String line) {
    means(line, new ResumeSchedule(digests("infra")));
  }

  @ParameterizedTest
  @CsvSource({
    "pause my digest,",
    "pause my digest until Monday, 2026-03-30",
    "sospendi il mio riassunto,",
    "pausa il mio riassunto fino a lunedì, 2026-03-30"
  })
  void pausesOnesOwn(String line, @Nullable LocalDate until) {
    means(line, new PauseSchedule(new Recurring.Digests(new Scope.Mine()), until));
  }

  @ParameterizedTest
  @CsvSource({
    "pause digest #infra #sales,",
    "pause the digest of #infra and #sales until Monday, 2026-03-30",
    "sospendi il riassunto di #infra e #sales,",
    "sospendi il riassunto di #infra e #sales fino a lunedì, 2026-03-30"
  })
  void pausesThatOfSeveral(String line, @Nullable LocalDate until) {
    means(line, new PauseSchedule(digests("infra", "sales"), until));
  }

  @ParameterizedTest
  @ValueSource(strings = {"resume my digest", "riprendi il mio riassunto"})
  void letsOnesOwnGoOn(String line) {
    means(line, new ResumeSchedule(new Recurring.Digests(new Scope.Mine())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"resume digest #infra #sales", "riprendi il riassunto di #infra e #sales"})
  void letsThatOfSeveralGoOn(String line) {
    means(line, new ResumeSchedule(digests("infra", "sales")));
  }

  @ParameterizedTest
  @CsvSource({
    "pause discussions of #infra,",
    "pause seeds in #infra,",
    "pause seeds #infra until Monday, 2026-03-30",
    "pause the discussions in #infra for 2 weeks, 2026-04-06",
    "sospendi le discussioni di #infra,",
    "pausa discussioni di #infra fino al 2026-12-31, 2026-12-31",
    "metti in pausa le discussioni in #infra fino a lunedì, 2026-03-30"
  })
  void pausesDiscussions(String line, @Nullable LocalDate until) {
    means(line, new PauseSchedule(new Recurring.Discussions("infra"), until));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resume discussions of #infra",
        "resume seeds in #infra",
        "riprendi le discussioni di #infra",
        "riattiva le discussioni in #infra"
      })
  void letsDiscussionsGoOn(String line) {
    means(line, new ResumeSchedule(new Recurring.Discussions("infra")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pause until Monday",
        "pausa fino a lunedì",
        "resume",
        "riprendi",
        "pause introductions until Friday",
        "sospendi le presentazioni fino al 1 aprile 2026",
        "riprendi le presentazioni",
        "stop digest #infra",
        "basta riassunto #infra",
        "interrompi il riassunto di #infra"
      })
  void leavesOtherPausesAsTheyAre(String line) {
    assertThat(understood(line, Language.ENGLISH))
        .isInstanceOfSatisfying(
            Understood.class,
            said ->
                assertThat(said.command())
                    .isNotInstanceOfAny(PauseSchedule.class, ResumeSchedule.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pause digest #infra until the cows come home",
        "pausa riassunto #infra fino a boh"
      })
  void asksBackAboutADayThatIsNone(String line) {
    assertThat(understood(line, Language.ENGLISH))
        .isInstanceOfSatisfying(
            NotUnderstood.class,
            asked ->
                assertThat(asked.nearest())
                    .containsExactly(
                        new PauseSchedule(digests("infra"), null),
                        new PauseSchedule(digests("infra"), TODAY.plusWeeks(1))));
  }

  @Test
  void asksBackAboutADateThatHasTwoReadings() {
    assertThat(understood("pause digest #infra until 4/5", Language.ENGLISH))
        .isInstanceOfSatisfying(
            NotUnderstood.class,
            asked ->
                assertThat(asked.nearest())
                    .containsExactlyInAnyOrder(
                        new PauseSchedule(digests("infra"), LocalDate.of(2026, 4, 5)),
                        new PauseSchedule(digests("infra"), LocalDate.of(2026, 5, 4))));
  }

  @Test
  void asksBackAboutAMistypedChannel() {
    assertThat(understood("pause digest #infar until Monday", Language.ENGLISH))
        .isInstanceOfSatisfying(
            NotUnderstood.class,
            asked ->
                assertThat(asked.nearest())
                    .first()
                    .isEqualTo(new PauseSchedule(digests("infra"), LocalDate.of(2026, 3, 30))));
  }
}
