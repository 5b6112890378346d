package ponte.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command.Digest;
import ponte.command.Command.Period;
import ponte.command.Command.Rhythm;
import ponte.command.Command.ScheduleDigest;
import ponte.command.Command.Scope;
import ponte.command.Command.StopDigest;
import ponte.command.Understanding.NoDay;
import ponte.command.Understanding.NotUnderstood;
import ponte.command.Understanding.Understood;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

class LooksTest {

  private static final Grammar GRAMMAR = new Grammar(Nlp.shared());
  private static final List<String> CHANNELS = List.of("infra", "sales", "vendite", "legal-it");

  /** A Wednesday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          since thursday                | 2026-03-05 | 2026-03-11
          since last friday             | 2026-03-06 | 2026-03-11
          yesterday                     | 2026-03-10 | 2026-03-10
          the day before yesterday      | 2026-03-09 | 2026-03-09
          today                         | 2026-03-11 | 2026-03-11
          this week                     | 2026-03-09 | 2026-03-11
          last week                     | 2026-03-02 | 2026-03-08
          since last week               | 2026-03-02 | 2026-03-11
          over the weekend              | 2026-03-07 | 2026-03-08
          this month                    | 2026-03-01 | 2026-03-11
          last month                    | 2026-02-01 | 2026-02-28
          since 3 march                 | 2026-03-03 | 2026-03-11
          since 20 june                 | 2025-06-20 | 2026-03-11
          since 20 march 2025           | 2025-03-20 | 2026-03-11
          since october                 | 2025-10-01 | 2026-03-11
          since wednesday               | 2026-03-04 | 2026-03-11
          since last wednesday          | 2026-03-04 | 2026-03-11
          last wednesday                | 2026-03-04 | 2026-03-04
          last friday                   | 2026-03-06 | 2026-03-06
          from wednesday to today       | 2026-03-04 | 2026-03-11
          from last monday to yesterday | 2026-03-09 | 2026-03-10
          from last monday to last friday | 2026-03-02 | 2026-03-06
          from monday to last wednesday | 2026-03-02 | 2026-03-04
          since the first of march      | 2026-03-01 | 2026-03-11
          since the first               | 2026-03-01 | 2026-03-11
          from the first to the 9th of march | 2026-03-01 | 2026-03-09
          from 28 february to 6 march please | 2026-02-28 | 2026-03-06
          since thursday, thanks in advance | 2026-03-05 | 2026-03-11
          since the 9th                 | 2026-03-09 | 2026-03-11
          since the 20th                | 2026-02-20 | 2026-03-11
          since 3 days ago              | 2026-03-08 | 2026-03-11
          since a week ago              | 2026-03-04 | 2026-03-11
          from 3 to 9 march             | 2026-03-03 | 2026-03-09
          from the 3rd to the 9th of march | 2026-03-03 | 2026-03-09
          from march 3 to 9             | 2026-03-03 | 2026-03-09
          3-9 march                     | 2026-03-03 | 2026-03-09
          3 – 9 march 2025              | 2025-03-03 | 2025-03-09
          march 3-9                     | 2026-03-03 | 2026-03-09
          from 3 to 9 june              | 2025-06-03 | 2025-06-09
          from 28 february to 6 march   | 2026-02-28 | 2026-03-06
          from 28 to 6 march            | 2026-02-28 | 2026-03-06
          from 27 december to 3 january | 2025-12-27 | 2026-01-03
          in march                      | 2026-03-01 | 2026-03-11
          in february                   | 2026-02-01 | 2026-02-28
          in february 2024              | 2024-02-01 | 2024-02-29
          since february                | 2026-02-01 | 2026-03-11
          between monday and wednesday  | 2026-03-09 | 2026-03-11
          between thursday and friday   | 2026-03-05 | 2026-03-06
          from monday to friday         | 2026-03-02 | 2026-03-06
          from friday to monday         | 2026-03-06 | 2026-03-09
          on 29 february                | 2024-02-29 | 2024-02-29
          da giovedì                    | 2026-03-05 | 2026-03-11
          ieri                          | 2026-03-10 | 2026-03-10
          dell'altro ieri               | 2026-03-09 | 2026-03-09
          la settimana scorsa           | 2026-03-02 | 2026-03-08
          dalla settimana scorsa        | 2026-03-02 | 2026-03-11
          del fine settimana            | 2026-03-07 | 2026-03-08
          il mese scorso                | 2026-02-01 | 2026-02-28
          questo mese                   | 2026-03-01 | 2026-03-11
          dal 3 al 9 marzo              | 2026-03-03 | 2026-03-09
          dal 3                         | 2026-03-03 | 2026-03-11
          dall'8 marzo                  | 2026-03-08 | 2026-03-11
          3-9 marzo                     | 2026-03-03 | 2026-03-09
          a marzo                       | 2026-03-01 | 2026-03-11
          da febbraio                   | 2026-02-01 | 2026-03-11
          dal 28 febbraio al 6 marzo    | 2026-02-28 | 2026-03-06
          dal 27 dicembre al 3 gennaio  | 2025-12-27 | 2026-01-03
          da lunedì a mercoledì         | 2026-03-09 | 2026-03-11
          tra giovedì e venerdì         | 2026-03-05 | 2026-03-06
          da tre giorni fa              | 2026-03-08 | 2026-03-11
          da giovedì scorso             | 2026-03-05 | 2026-03-11
          da mercoledì                  | 2026-03-04 | 2026-03-11
          mercoledì scorso              | 2026-03-04 | 2026-03-04
          lunedì scorso                 | 2026-03-09 | 2026-03-09
          lo scorso lunedì              | 2026-03-09 | 2026-03-09
          da lunedì scorso a ieri       | 2026-03-09 | 2026-03-10
          dal primo marzo               | 2026-03-01 | 2026-03-11
          dal primo al 9 marzo          | 2026-03-01 | 2026-03-09
          dal 1º al 9 marzo             | 2026-03-01 | 2026-03-09
          dal primo                     | 2026-03-01 | 2026-03-11
          da giovedì, per favore        | 2026-03-05 | 2026-03-11
          dal 3 al 9 marzo grazie       | 2026-03-03 | 2026-03-09
          """)
  void knowsWhichDaysAreMeant(String typed, LocalDate first, LocalDate last) {
    assertThat(understand("digest #infra " + typed))
        .isInstanceOfSatisfying(
            Understood.class,
            understood ->
                assertThat(understood.command())
                    .isEqualTo(new Digest("infra", new Period.Dates(first, last))));
  }

  @Test
  void everySpanOfAYearLiesInThePastAndIsTheLatestThatDoes() {
    var today = LocalDate.of(2023, 12, 30);
    for (; today.isBefore(LocalDate.of(2025, 1, 3)); today = today.plusDays(3)) {
      for (var ends : List.of("3 march/9 march", "28 february/6 march", "27 december/3 january")) {
        var first = Integer.parseInt(ends.split(" ")[0]);
        var typed = "digest #infra from " + ends.replace("/", " to ");
        var spans = spans(typed, today);
        assertThat(spans).as("%s on %s", typed, today).isNotEmpty();
        for (var span : spans) {
          assertThat(span.first().getDayOfMonth()).isEqualTo(first);
          assertThat(span.last()).isBeforeOrEqualTo(today).isAfterOrEqualTo(span.first());
        }
        var past = spans.getLast();
        assertThat(past.last().plusYears(1)).as("%s on %s", typed, today).isAfter(today);
        assertThat(past.first().plusDays(8)).isAfter(past.last());
        // Two are offered only where the days have begun and are not over.
        assertThat(spans.size() == 1 || spans.getFirst().last().equals(today)).isTrue();
      }
    }
  }

  @Test
  void everyDayOfEveryWeekIsTheLastOfItsName() {
    for (var today = LocalDate.of(2024, 2, 26);
        today.getMonthValue() < 4;
        today = today.plusDays(1)) {
      for (var day : List.of("monday", "thursday", "sunday")) {
        var since = spans("digest #infra since " + day, today).getFirst();
        assertThat(since.first().getDayOfWeek())
            .isEqualTo(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)));
        assertThat(since.first()).isAfterOrEqualTo(today.minusDays(7)).isBefore(today);
        assertThat(since.last()).isEqualTo(today);
      }
    }
  }

  @Test
  void asksWhetherDaysThatAreUnderWayOrTheLastOnesAreMeant() {
    assertThat(
            GRAMMAR.understand(
                "riassunto #infra dal 3 al 9 marzo",
                Language.ITALIAN,
                CHANNELS,
                LocalDate.of(2026, 3, 5)))
        .isEqualTo(
            new NotUnderstood(
                Language.ITALIAN,
                List.of(
                    digest(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 5)),
                    digest(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 9)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          digest #infra since 30 february           | 30 february | IMPOSSIBLE | ENGLISH
          digest infra on 31 april                  | 31 april    | IMPOSSIBLE | ENGLISH
          digest #infra from 3 to 31 june           | 31 june     | IMPOSSIBLE | ENGLISH
          digest #infra on 29 february 2025         | 29 february 2025 | IMPOSSIBLE | ENGLISH
          digest #infra since 2027-01-01            | 2027-01-01  | AHEAD      | ENGLISH
          digest #infra since 20 march              | 20 march    | AHEAD      | ENGLISH
          digest #infra since april                 | april       | AHEAD      | ENGLISH
          digest infra since tomorrow               | tomorrow    | AHEAD      | ENGLISH
          digest #infra since tomorrow, please      | tomorrow    | AHEAD      | ENGLISH
          digest #infra next week                   | next week   | AHEAD      | ENGLISH
          digest #infra for the next 3 days         | the next 3 days | AHEAD  | ENGLISH
          digest #infra from tomorrow to next friday | tomorrow   | AHEAD      | ENGLISH
          riassunto #infra dal 20 marzo             | 20 marzo    | AHEAD      | ITALIAN
          riassunto #infra da domani                | domani      | AHEAD      | ITALIAN
          riassunto #infra della prossima settimana | prossima settimana | AHEAD | ITALIAN
          riassunto #infra la settimana prossima    | settimana prossima | AHEAD | ITALIAN
          riassunto #infra da Lunedì prossimo       | Lunedì prossimo | AHEAD | ITALIAN
          riassunto #infra dal 30 febbraio          | 30 febbraio | IMPOSSIBLE | ITALIAN
          riassunto #infra dal 3 al 32 marzo        | 32 marzo    | IMPOSSIBLE | ITALIAN
          """)
  void saysWhichDayThereIsNot(String typed, String day, NoDay.Reason reason, Language language) {
    assertThat(understand(typed))
        .isEqualTo(
            new NotUnderstood(
                language,
                List.of(new Digest("infra", new Period.Usual())),
                new NoDay(day, reason)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          digest #infra from 29 february to 3 march    | 29 february | 2026-03-01 | 2026-03-03
          digest #infra from 20 to 29 february         | 29 february | 2026-02-20 | 2026-02-28
          digest #infra since 29 february              | 29 february | 2026-03-01 | 2026-03-11
          riassunto #infra dal 29 febbraio al 3 marzo  | 29 febbraio | 2026-03-01 | 2026-03-03
          riassunto #infra dal 29 febbraio             | 29 febbraio | 2026-03-01 | 2026-03-11
          """)
  void offersTheDaysThatThereAreOfAYearWithoutALeapDay(
      String typed, String day, LocalDate first, LocalDate last) {
    assertThat(understand(typed))
        .isInstanceOfSatisfying(
            NotUnderstood.class,
            answer -> {
              assertThat(answer.nearest()).containsExactly(digest(first, last));
              assertThat(answer.noDay()).isEqualTo(new NoDay(day, NoDay.Reason.NOT_THAT_YEAR));
            });
  }

  @Test
  void takesTheLeapDayOfAYearThatHasOne() {
    var spans = spans("digest #infra from 29 february to 3 march", LocalDate.of(2024, 3, 23));

    assertThat(spans)
        .containsExactly(new Period.Dates(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 3)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          digest #infra since 3 days             | 3
          riassunto #infra da tre giorni         | 3
          riassunto #infra da due settimane      | 14
          riassunto #infra da una settimana      | 7
          riassunto #infra da un mese, grazie    | 30
          """)
  void countsTheDaysSinceWhich(String typed, int days) {
    assertThat(understand(typed))
        .isInstanceOfSatisfying(
            Understood.class,
            understood ->
                assertThat(understood.command())
                    .isEqualTo(new Digest("infra", new Period.LastDays(days))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          digest #infra since thrusday        | 2026-03-05 | 2026-03-11
          digest #infra yesteday              | 2026-03-10 | 2026-03-10
          digest #infra from 3 to 9 marhc     | 2026-03-03 | 2026-03-09
          riassunto #infra da giovdi          | 2026-03-05 | 2026-03-11
          riassunto #infra il mese scroso     | 2026-02-01 | 2026-02-28
          """)
  void asksBackAboutMistypedDays(String typed, LocalDate first, LocalDate last) {
    assertThat(understand(typed))
        .isInstanceOfSatisfying(
            NotUnderstood.class,
            answer -> assertThat(answer.nearest().getFirst()).isEqualTo(digest(first, last)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest #infra #sales last 3 days",
        "digest #infra and #sales last 3 days",
        "digest #infra, #sales, last 3 days",
        "digest infra and sales last 3 days",
        "give me a summary of the channels #infra & #sales for the last three days",
        "what happened in #infra and #sales in the last 3 days?",
        "digest last 3 days of #infra and #sales",
        "digest #infra and #sales last 3 days please",
        "riassunto #infra #sales ultimi 3 giorni",
        "riassunto #infra e #sales, ultimi 3 giorni, grazie",
        "riassunto di #infra e di #sales degli ultimi 3 giorni",
        "fammi un riassunto dei canali infra e sales, ultimi tre giorni",
        "cosa è successo in #infra e #sales negli ultimi 3 giorni?"
      })
  void understandsDigestsOfSeveralChannels(String typed) {
    assertThat(understand(typed))
        .isInstanceOfSatisfying(
            Understood.class,
            understood ->
                assertThat(understood.command())
                    .isEqualTo(
                        new Digest(
                            new Scope.Named(List.of("infra", "sales")),
                            new Period.LastDays(3),
                            false)));
  }

  @Test
  void takesAnyNumberOfChannelsAndTheUsualTime() {
    for (var typed :
        List.of("digest #infra #sales, #vendite", "riassunto #infra, #sales e #vendite")) {
      assertThat(((Understood) understand(typed)).command())
          .isEqualTo(
              new Digest(
                  new Scope.Named(List.of("infra", "sales", "vendite")),
                  new Period.Usual(),
                  false));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest #infra, please",
        "digest #infra please",
        "digest infra please",
        "a digest of #infra, thanks",
        "riassunto #infra, per favore",
        "riassunto di infra, grazie",
      })
  void takesAWordOfThanksForNoChannel(String typed) {
    assertThat(((Understood) understand(typed)).command())
        .isEqualTo(new Digest("infra", new Period.Usual()));
  }

  @Test
  void asksBackAboutAChannelOfSeveralThatIsNearlyNamed() {
    assertThat(understand("digest #infra and #slaes last week"))
        .isEqualTo(
            new NotUnderstood(
                Language.ENGLISH,
                List.of(
                    new Digest(
                        new Scope.Named(List.of("infra", "sales")),
                        new Period.Dates(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8)),
                        false))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"summary of pros and cons", "riassunto di pregi e difetti"})
  void takesNoWordsForChannelsThatNameNone(String typed) {
    var isDigest =
        understand(typed) instanceof Understood(var command, _) && command instanceof Digest;
    assertThat(isDigest).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my digest                                   | ENGLISH
          what did I miss                             | ENGLISH
          What did I miss?                            | ENGLISH
          what have i missed while I was away?        | ENGLISH
          did I miss anything?                        | ENGLISH
          send me my digest                           | ENGLISH
          a summary of all my channels                | ENGLISH
          il mio riassunto                            | ITALIAN
          cosa mi sono perso                          | ITALIAN
          Che cosa mi sono persa mentre ero in ferie? | ITALIAN
          mi sono perso qualcosa?                     | ITALIAN
          fammi il mio riassunto                      | ITALIAN
          un riassunto dei miei canali                | ITALIAN
          """)
  void understandsWhatSomebodyMissed(String typed, Language language) {
    assertThat(understand(typed))
        .isEqualTo(
            new Understood(new Digest(new Scope.Mine(), new Period.Usual(), false), language));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what did I miss since thursday",
        "my digest since thursday",
        "what have I missed since last thursday?",
        "cosa mi sono perso da giovedì?",
        "il mio riassunto da giovedì",
      })
  void understandsSinceWhenSomebodyMissedIt(String typed) {
    assertThat(((Understood) understand(typed)).command())
        .isEqualTo(
            new Digest(new Scope.Mine(), new Period.Dates(LocalDate.of(2026, 3, 5), TODAY), false));
  }

  @Test
  void understandsWhatSomebodyMissedInAChannelAsBefore() {
    for (var typed : List.of("what did I miss in #infra?", "cosa mi sono perso in infra?")) {
      assertThat(((Understood) understand(typed)).command())
          .isEqualTo(new Digest("infra", new Period.Usual()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my digest every day at 8:30",
        "send me my digest daily at 8.30",
        "il mio riassunto ogni giorno alle 8:30",
        "fammi il mio riassunto tutti i giorni alle 8.30"
      })
  void understandsOnesOwnDigestAgainAndAgain(String typed) {
    assertThat(((Understood) understand(typed)).command())
        .isEqualTo(
            new ScheduleDigest(
                new Scope.Mine(), new Rhythm(Set.of(DayOfWeek.values()), LocalTime.of(8, 30))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest #infra #sales every monday at 9",
        "digest #infra and #sales every monday at 9",
        "riassunto #infra e #sales ogni lunedì alle 9"
      })
  void understandsADigestOfSeveralChannelsAgainAndAgain(String typed) {
    assertThat(((Understood) understand(typed)).command())
        .isEqualTo(
            new ScheduleDigest(
                new Scope.Named(List.of("infra", "sales")),
                new Rhythm(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0))));
  }

  @Test
  void understandsTheEndOfThose() {
    for (var typed : List.of("stop my digest", "basta con il mio riassunto")) {
      assertThat(((Understood) understand(typed)).command())
          .isEqualTo(new StopDigest(new Scope.Mine()));
    }
    for (var typed : List.of("stop digest #infra #sales", "basta riassunto #infra e #sales")) {
      assertThat(((Understood) understand(typed)).command())
          .isEqualTo(new StopDigest(new Scope.Named(List.of("infra", "sales"))));
    }
  }

  private static Digest digest(LocalDate first, LocalDate last) {
    return new Digest("infra", new Period.Dates(first, last));
  }

  private static List<Period.Dates> spans(String typed, LocalDate today) {
    var commands =
        switch (GRAMMAR.understand(typed, Language.ENGLISH, CHANNELS, today)) {
          case Understood(var command, _) -> Stream.of(command);
          case NotUnderstood(_, var nearest, _) -> nearest.stream();
          default -> Stream.<Command>empty();
        };
    return commands.map(command -> (Period.Dates) ((Digest) command).period()).toList();
  }

  private static Understanding understand(String typed) {
    return GRAMMAR.understand(typed, Language.ENGLISH, CHANNELS, TODAY);
  }
}
