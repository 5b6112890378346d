package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command.ConfirmDigest;
import ponte.command.Command.Digest;
import ponte.command.Command.Rhythm;
import ponte.command.Command.ScheduleDigest;
import ponte.command.Command.Scope;
import ponte.reply.Reply;

/** Digests in the words people use for them, from the line they type to what they read. */
class WordsForDigestsTest {

  /** A Monday. */
  private final Team team = new Team("2026-03-23T09:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest #dev weekly",
        "weekly digest of #dev",
        "a weekly summary of #dev, please",
        "digest #dev, weekly, please",
        "digest #dev every week",
        "digest #dev on mondays",
        "digest #dev mondays",
        "weekly #dev digest",
        "digest #dev every monday morning",
        "digest #dev weekly at 9:00",
        "digest #dev every week on monday",
        "riassunto settimanale di #dev",
        "riassunto #dev settimanale",
        "riassunto #dev ogni settimana",
        "riassunto #dev ogni lunedì mattina",
        "riassunto #dev il lunedì mattina",
        "riassunto #dev i lunedì alle 9",
        "riassunto #dev ogni settimana il lunedì alle 9",
        "riassunto settimanale #dev alle 9, grazie",
      })
  void comesOnMondaysAtNineWhereNoDayOfTheWeekIsSaid(String wish) {
    assertThat(rhythm(team.says("ada", wish)))
        .isEqualTo(new Rhythm(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "daily digest of #dev at 8, 8",
    "daily digest of #dev, 9",
    "digest #dev every day in the morning, 9",
    "riassunto quotidiano di #dev, 9",
    "riassunto quotidiano di #dev alle 8, 8",
    "una sintesi quotidiana di #dev alle 8, 8",
  })
  void comesDaily(String wish, int hour) {
    assertThat(rhythm(team.says("ada", wish)))
        .isEqualTo(new Rhythm(EnumSet.allOf(DayOfWeek.class), LocalTime.of(hour, 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weekly digest of #dev every thursday at 8",
        "weekly digest of #dev on thursdays at 8",
        "digest #dev weekly on thursday at 8",
        "digest #dev every thursday morning at 8",
        "riassunto settimanale di #dev ogni giovedì alle 8",
        "riassunto #dev ogni settimana il giovedì alle 8",
        "riassunto #dev ogni giovedì mattina alle 8",
      })
  void comesOnTheDayOfTheWeekThatIsSaid(String wish) {
    assertThat(rhythm(team.says("ada", wish)))
        .isEqualTo(new Rhythm(Set.of(DayOfWeek.THURSDAY), LocalTime.of(8, 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my digest weekly",
        "my weekly digest",
        "my weekly digest at 9",
        "a weekly digest of my channels",
        "il mio riassunto ogni settimana",
        "il mio riassunto settimanale",
        "il mio riassunto settimanale alle 9",
        "un riassunto settimanale dei miei canali",
      })
  void comesToOneselfWeekly(String wish) {
    var offered = Team.button(team.says("ada", wish), ConfirmDigest.class);

    assertThat(offered.scope()).isEqualTo(new Scope.Mine());
    assertThat(offered.rhythm())
        .isEqualTo(new Rhythm(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"weekly digest of #dev and #board", "riassunto settimanale di #dev e #board"})
  void comesOfSeveralChannelsWeekly(String wish) {
    var offered = Team.button(team.says("ada", wish), ConfirmDigest.class);

    assertThat(offered.scope()).isEqualTo(new Scope.Named(List.of("dev", "board")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          digest since thursday           | 2026-03-19 | 2026-03-23
          digest from 3 to 9 march        | 2026-03-03 | 2026-03-09
          digest yesterday                | 2026-03-22 | 2026-03-22
          digest yesterday, please        | 2026-03-22 | 2026-03-22
          please digest yesterday         | 2026-03-22 | 2026-03-22
          summary of today                | 2026-03-23 | 2026-03-23
          digest since 3 march to 9 march | 2026-03-03 | 2026-03-09
          summarise yesterday             | 2026-03-22 | 2026-03-22
          catch me up since thursday      | 2026-03-19 | 2026-03-23
          news of yesterday               | 2026-03-22 | 2026-03-22
          digest last monday              | 2026-03-16 | 2026-03-16
          digest this channel since friday | 2026-03-20 | 2026-03-23
          riassunto da giovedì            | 2026-03-19 | 2026-03-23
          riassunto dal 3 al 9 marzo      | 2026-03-03 | 2026-03-09
          riassunto di ieri               | 2026-03-22 | 2026-03-22
          riassunto di ieri, per favore   | 2026-03-22 | 2026-03-22
          riassumi ieri                   | 2026-03-22 | 2026-03-22
          aggiornami da giovedì           | 2026-03-19 | 2026-03-23
          novità di ieri                  | 2026-03-22 | 2026-03-22
          riassunto di oggi               | 2026-03-23 | 2026-03-23
          riassunto lunedì scorso         | 2026-03-16 | 2026-03-16
          riassunto di questo canale da venerdì | 2026-03-20 | 2026-03-23
          """)
  void takesWordsForTimeForTheTimeOfTheChannelOneIsIn(String typed, String first, String last) {
    assertThat(Team.commands(team.says("ada", typed)))
        .as("elsewhere it is asked of which channel")
        .filteredOn(Digest.class::isInstance)
        .extracting(command -> ((Digest) command).period().toString())
        .isNotEmpty()
        .allMatch(period -> period.equals("Dates[first=%s, last=%s]".formatted(first, last)));
    assertThat(Team.words(team.says("ada", typed, Team.DEV)))
        .contains("#dev")
        .doesNotContain("no channel", "nessun canale");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest this channel",
        "digest here",
        "summarise this channel",
        "a summary of this channel please",
        "what happened in this channel?",
        "riassunto di questo canale",
        "riassunto qui",
        "riassumi questo canale",
        "cosa è successo in questo canale?",
      })
  void knowsTheChannelOneIsIn(String typed) {
    team.talks("dev");

    assertThat(Team.words(team.says("ada", typed, Team.DEV))).contains("#dev", "Kafka");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest every monday at 9",
        "digest weekly",
        "weekly digest",
        "summarise weekly",
        "a weekly digest of this channel",
        "digest this channel on mondays",
        "digest on mondays",
        "riassunto ogni lunedì alle 9",
        "riassunto settimanale",
        "riassunto settimanale di questo canale",
        "riassunto di questo canale ogni settimana",
      })
  void schedulesTheDigestOfTheChannelOneIsIn(String typed) {
    var offered = Team.button(team.says("ada", typed, Team.DEV), ConfirmDigest.class);

    assertThat(offered.scope()).isEqualTo(new Scope.Named(List.of("dev")));
    assertThat(offered.rhythm())
        .isEqualTo(new Rhythm(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0)));
    assertThat(Team.commands(team.says("ada", typed)))
        .as("elsewhere it is asked of which channel")
        .hasAtLeastOneElementOfType(ScheduleDigest.class)
        .doesNotHaveAnyElementsOfTypes(ConfirmDigest.class);
  }

  @Test
  void takesAWordForTheChannelOfThatName() {
    team.acme.open("weekly");
    team.acme.open("yesterday");

    assertThat(Team.words(team.says("ada", "digest weekly", Team.DEV))).contains("#weekly");
    assertThat(Team.words(team.says("ada", "digest yesterday", Team.DEV))).contains("#yesterday");
  }

  @Test
  void takesASignedWordForAChannelWhateverItSays() {
    assertThat(Team.words(team.says("ada", "digest #yesterday", Team.DEV)))
        .contains("no channel named #yesterday");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          digest #dev since 2 april       | is still to come
          digest since 2 april            | is still to come
          digest since tomorrow           | is still to come
          digest tomorrow                 | is still to come
          digest next week                | is still to come
          digest since 30 february        | No calendar
          digest from 29 february to 3 march | There was no “29 february” that year
          riassunto #dev dal 2 aprile     | deve ancora venire
          riassunto dal 2 aprile          | deve ancora venire
          riassunto da domani             | deve ancora venire
          riassunto della prossima settimana | deve ancora venire
          riassunto dal 30 febbraio       | Nessun calendario
          riassunto dal 29 febbraio al 3 marzo | Quell’anno non c’era il «29 febbraio»
          """)
  void saysWhichDayThereIsNotYet(String typed, String said) {
    assertThat(Team.words(team.says("ada", typed, Team.DEV))).contains(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest #dev last monday",
        "digest #dev since last monday",
        "digest #dev since monday",
      })
  void takesTheMondayOfAMondayForAWeekAgo(String wish) {
    team.talks("dev");

    assertThat(Team.words(team.says("ada", wish))).contains("16 March 2026");
  }

  @ParameterizedTest
  @ValueSource(strings = {"riassunto #dev lunedì scorso", "riassunto #dev da lunedì"})
  void takesTheMondayOfAMondayForAWeekAgoInItalian(String wish) {
    team.talks("dev");

    assertThat(Team.words(team.says("ada", wish))).contains("16 marzo 2026");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest #dev from 1 march 2026 to 30 april 2026",
        "digest #dev from 2026-03-01 to 2026-06-30",
        "riassunto #dev dal 1 marzo 2026 al 30 aprile 2026",
      })
  void tellsOfWhatIsPastOfASpanThatIsNotOver(String wish) {
    team.talks("dev");

    assertThat(Team.words(team.says("ada", wish))).contains("Kafka");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop weekly digest of #dev", "basta riassunto settimanale di #dev"})
  void endsWhatComesWeekly(String wish) {
    team.presses(
        "ada", Team.button(team.says("ada", "weekly digest of #dev"), ConfirmDigest.class));
    assertThat(Team.words(team.says("ada", "digests"))).contains("#dev");

    team.says("ada", wish);

    assertThat(Team.words(team.says("ada", "digests"))).doesNotContain("#dev");
  }

  private static Rhythm rhythm(Reply reply) {
    return Team.button(reply, ConfirmDigest.class).rhythm();
  }
}
