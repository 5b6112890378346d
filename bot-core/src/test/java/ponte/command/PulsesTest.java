package ponte.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command.Period;
import ponte.command.Understanding.Understood;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

class PulsesTest {

  private static final Grammar GRAMMAR = new Grammar(Nlp.shared());
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

  private static Understanding understood(String typed, Language hint) {
    return GRAMMAR.understand(typed, hint, List.of("infra", "general", "vendite"), TODAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pulse                                              |         |     | ENGLISH
          scorecard                                          |         |     | ENGLISH
          show me the scorecard                              |         |     | ENGLISH
          could you show me the pulse of the community?      |         |     | ENGLISH
          pulse last 3 months                                |         | 90  | ENGLISH
          the pulse of the company, last 30 days             |         | 30  | ENGLISH
          pulse #infra                                       | infra   |     | ENGLISH
          scorecard #infra last 6 weeks                      | infra   | 42  | ENGLISH
          scorecard for infra                                | infra   |     | ENGLISH
          how is the community doing?                        |         |     | ENGLISH
          do people answer each other?                       |         |     | ENGLISH
          how well do people help each other in #infra?      | infra   |     | ENGLISH
          do we still need the community manager?            |         |     | ENGLISH
          polso                                              |         |     | ITALIAN
          pagella                                            |         |     | ITALIAN
          polso della comunità                               |         |     | ITALIAN
          polso degli ultimi 3 mesi                          |         | 90  | ITALIAN
          mostrami la pagella di #vendite                    | vendite |     | ITALIAN
          polso #vendite ultimi 30 giorni                    | vendite | 30  | ITALIAN
          come sta la comunità?                              |         |     | ITALIAN
          ci aiutiamo tra di noi?                            |         |     | ITALIAN
          i colleghi si rispondono tra loro?                 |         |     | ITALIAN
          quanto ci si aiuta in #vendite?                    | vendite |     | ITALIAN
          serve ancora il community manager?                 |         |     | ITALIAN
          """)
  void readsHowPeopleAskForIt(
      String typed, @Nullable String channel, @Nullable Integer days, Language language) {
    var period = days == null ? new Period.Usual() : new Period.LastDays(days);

    assertThat(understood(typed, language))
        .isEqualTo(new Understood(new Command.Pulse(channel, period), language));
  }

  @Test
  void readsThePeriodsThatDigestsHave() {
    assertThat(understood("pulse from 1 february to 15 february", Language.ENGLISH))
        .isEqualTo(
            new Understood(
                new Command.Pulse(
                    null, new Period.Dates(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 15))),
                Language.ENGLISH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pulse oximeter",
        "who knows about pulse width modulation?",
        "how do people talk to each other over gRPC?",
        "do we still need kafka?",
        "chi sa di polso elettronico?",
        "serve ancora il vecchio server?"
      })
  void leavesQuestionsOfOtherThings(String typed) {
    assertThat(understood(typed, Language.ENGLISH).toString()).doesNotContain("Pulse[");
  }
}
