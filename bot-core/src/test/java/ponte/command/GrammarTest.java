package ponte.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command.Digest;
import ponte.command.Command.Help;
import ponte.command.Command.Period;
import ponte.command.Command.WhoKnows;
import ponte.command.Understanding.NotUnderstood;
import ponte.command.Understanding.NothingSaid;
import ponte.command.Understanding.SmallTalk;
import ponte.command.Understanding.Understood;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

class GrammarTest {

  private static final Grammar GRAMMAR = new Grammar(Nlp.shared());
  private static final List<String> CHANNELS =
      List.of("infra", "general", "vendite", "progetto-cometa", "amministrazione");

  /** A Wednesday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

  private static final Grammar.Place IN_THREAD =
      new Grammar.Place(CHANNELS, "vendite", Chat.in("vendite").id(0), TODAY);

  @ParameterizedTest
  @CsvSource({"who knows about the,ENGLISH", "chi sa di il,ITALIAN"})
  void seesNothingToSearchForInAnArticleAlone(String typed, Language language) {
    assertThat(understand(typed, language)).isEqualTo(new NothingSaid(language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          digest #infra every monday 9:00                   | MONDAY            | 09:00 | ENGLISH
          digest #infra every Monday                        | MONDAY            | 09:00 | ENGLISH
          digest infra every day at 8:30                    | *                 | 08:30 | ENGLISH
          digest #infra daily at 8.30                       | *                 | 08:30 | ENGLISH
          give me a summary of #infra every friday at 5pm   | FRIDAY            | 17:00 | ENGLISH
          please post a digest of #infra on mondays at noon | MONDAY            | 12:00 | ENGLISH
          schedule a digest of #infra every tue and thu at 14:05 | TUESDAY THURSDAY | 14:05 | ENGLISH
          digest #infra at 9:00 every monday                | MONDAY            | 09:00 | ENGLISH
          riassunto #infra ogni lunedì alle 9               | MONDAY            | 09:00 | ITALIAN
          riassunto di #infra tutti i lunedi alle 9.15      | MONDAY            | 09:15 | ITALIAN
          fammi un riassunto di #infra ogni giorno alle 8:30 | *                | 08:30 | ITALIAN
          riassunto #infra ogni martedì e giovedì alle ore 18 | TUESDAY THURSDAY | 18:00 | ITALIAN
          riassunto #infra ogni venerdì a mezzogiorno       | FRIDAY            | 12:00 | ITALIAN
          """)
  void understandsDigestsThatComeAgain(
      String typed, String days, LocalTime time, Language language) {
    var on =
        days.equals("*")
            ? Set.of(DayOfWeek.values())
            : Stream.of(days.split(" ")).map(DayOfWeek::valueOf).collect(Collectors.toSet());

    assertThat(understand(typed, Language.ENGLISH))
        .isEqualTo(
            new Understood(
                new Command.ScheduleDigest("infra", new Command.Rhythm(on, time)), language));
  }

  @ParameterizedTest
  @CsvSource({"hi,' all'", "thanks,' again'", "ciao,' a tutti'", "grazie,' mille'"})
  void passesOverKindWordsOfAnyLength(String beginning, String more) {
    var kind = beginning + more.repeat(5_000);

    assertThat(understand(kind + ". Who knows about Kafka?", Language.ENGLISH))
        .isEqualTo(new Understood(new WhoKnows("Kafka"), Language.ENGLISH));
  }

  @Test
  void asksBackAboutAChannelThatIsNearlyNamedInASchedule() {
    var rhythm = new Command.Rhythm(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0));

    assertThat(understand("digest #infa every monday at 9", Language.ENGLISH))
        .isEqualTo(
            new NotUnderstood(
                Language.ENGLISH, List.of(new Command.ScheduleDigest("infra", rhythm))));
    assertThat(understand("stop digest #infa", Language.ENGLISH))
        .isEqualTo(new NotUnderstood(Language.ENGLISH, List.of(new Command.StopDigest("infra"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"digest #infra every monday at 25:00", "digest #infra every moonday at 9"})
  void schedulesNothingAtATimeThatIsNone(String typed) {
    assertThat(understand(typed, Language.ENGLISH)).isInstanceOf(NotUnderstood.class);
  }

  @Test
  void asksWhichDayWasMeantWhereADateCanBeReadInTwoWays() {
    assertThat(understand("pause until 4/5", Language.ENGLISH))
        .isEqualTo(
            new NotUnderstood(
                Language.ENGLISH,
                List.of(
                    new Command.Pause(LocalDate.of(2026, 5, 4)),
                    new Command.Pause(LocalDate.of(2026, 4, 5)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          who knows about Kafka?                                        | Kafka
          Who knows about the Kafka upgrade                             | Kafka upgrade
          who knows kafka                                               | kafka
          WHO KNOWS ABOUT GDPR???                                       | GDPR
          who knows anything about vacation carry-over?                 | vacation carry-over
          who knows how to renew the SSL certificates                   | renew the SSL certificates
          who knows how to get started with the build server            | build server
          hi all, who knows about invoices? thanks                      | invoices
          please tell me who knows about Terraform modules              | Terraform modules
          who can help me with the quarterly report?                    | quarterly report
          who should I ask about parental leave?                        | parental leave
          who is the expert on PostgreSQL?                              | PostgreSQL
          who's in charge of the coffee machine?                        | coffee machine
          who has experience with Kubernetes operators                  | Kubernetes operators
          who has worked with SAP?                                      | SAP
          who maintains the billing service?                            | billing service
          experts on typography                                         | typography
          find me someone who knows about Grafana                       | Grafana
          is there anyone who can help me with the Kafka upgrade?       | Kafka upgrade
          is there anybody here who knows Blender?                      | Blender
          does anyone know about travel expenses?                       | travel expenses
          does anybody have experience with OAuth?                      | OAuth
          has anyone ever used Playwright?                              | Playwright
          anyone used Playwright?                                       | Playwright
          can someone help me with my VPN?                              | VPN
          could anyone explain the release process?                     | release process
          I have a problem with the printer on the third floor          | printer on the third floor
          I'm having trouble with Docker on my Mac                      | Docker on my Mac
          I need help with a pivot table, please                        | pivot table
          I'm looking for someone who knows about patents               | patents
          I'm stuck on the login page                                   | login page
          I can't figure out how to export the report                   | export the report
          we don't know how to sign the contract                        | sign the contract
          help with Excel macros                                        | Excel macros
          """)
  void takesTheEnglishWrappingOffATopic(String typed, String topic) {
    assertThat(understand(typed, Language.ITALIAN))
        .isEqualTo(new Understood(new WhoKnows(topic), Language.ENGLISH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chi sa di Kafka?                                              | Kafka
          chi sa qualcosa del GDPR                                      | GDPR
          Chi conosce Kubernetes?                                       | Kubernetes
          chi se ne intende di fatturazione elettronica?                | fatturazione elettronica
          chi s'intende di privacy?                                     | privacy
          chi si occupa delle trasferte?                                | trasferte
          chi e' l'esperto di SAP?                                      | SAP
          chi è la referente per i contratti?                           | contratti
          chi ha esperienza con Terraform?                              | Terraform
          chi ha mai usato Playwright?                                  | Playwright
          chi lavora sul catalogo ricambi                               | catalogo ricambi
          chi mi può aiutare con la VPN?                                | VPN
          chi può darmi una mano con le macro di Excel?                 | macro di Excel
          a chi posso chiedere informazioni sulle ferie?                | ferie
          a chi mi rivolgo per il badge?                                | badge
          esperti di tipografia                                         | tipografia
          c'è qualcuno che mi può aiutare con la fattura elettronica?   | fattura elettronica
          c’è qualcuno che sa qualcosa di certificati SSL?              | certificati SSL
          ce qualcuno che conosce Blender?                              | Blender
          c'è qualcuno esperto di Power BI?                             | Power BI
          qualcuno ha mai usato Playwright?                             | Playwright
          qualcuno sa qualcosa sul nuovo fornitore?                     | nuovo fornitore
          qualcuno mi può aiutare con la stampante?                     | stampante
          qualcuno di voi conosce Grafana?                              | Grafana
          ciao a tutti, chi sa di Kafka? grazie                         | Kafka
          scusate, sapete chi conosce il portale fornitori?             | portale fornitori
          ho un problema con la stampante del terzo piano               | stampante del terzo piano
          ho un dubbio sulle note spese                                 | note spese
          mi serve aiuto con una tabella pivot, per favore              | tabella pivot
          sto cercando qualcuno che sappia di brevetti                  | brevetti
          cerco una persona esperta di brevetti                         | brevetti
          non riesco a collegarmi alla VPN                              | collegarmi alla VPN
          non riesco a far partire i test                               | test
          chi sa come far funzionare la stampante?                      | stampante
          non so come esportare il listino                              | esportare il listino
          potete aiutarmi con il bilancio?                              | bilancio
          vorrei saperne di più sull'iva                                | iva
          """)
  void takesTheItalianWrappingOffATopic(String typed, String topic) {
    assertThat(understand(typed, Language.ENGLISH))
        .isEqualTo(new Understood(new WhoKnows(topic), Language.ITALIAN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          digest infra last 30 days                          | 30 | ENGLISH
          digest #infra for the past two weeks               | 14 | ENGLISH
          digest of #infra, last 24 hours                    | 1  | ENGLISH
          can you give me a summary of #infra for the last week | 7  | ENGLISH
          summarise #infra 10d                               | 10 | ENGLISH
          catch me up on #infra, last 3 days                 | 3  | ENGLISH
          what happened in #infra in the last month?         | 30 | ENGLISH
          riassunto #infra ultimi 14 giorni                  | 14 | ITALIAN
          digest #infra ultimi 14 giorni                     | 14 | ITALIAN
          riassunto di #infra negli ultimi due mesi          | 60 | ITALIAN
          fammi un riassunto del canale infra dell'ultima settimana | 7 | ITALIAN
          puoi farmi un riepilogo di #infra, ultime 2 settimane | 14 | ITALIAN
          cosa è successo in #infra negli ultimi 3 giorni?   | 3  | ITALIAN
          riassumi #infra 10 giorni                          | 10 | ITALIAN
          """)
  void understandsDigestsOfTheLastDays(String typed, int days, Language language) {
    assertThat(understand(typed, Language.ENGLISH))
        .isEqualTo(new Understood(new Digest("infra", new Period.LastDays(days)), language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          digest #infra from 2026-03-01 to 2026-03-07        | 2026-03-01 | 2026-03-07
          digest #infra 2026-03-01 - 2026-03-07              | 2026-03-01 | 2026-03-07
          digest #infra from 1 March to 7 March              | 2026-03-01 | 2026-03-07
          digest #infra from March 1st to March 7th, 2026    | 2026-03-01 | 2026-03-07
          digest #infra between 20 December and 7 January    | 2025-12-20 | 2026-01-07
          digest #infra from 28/02/2026 to 13/03/2026        | 2026-02-28 | 2026-03-13
          digest #infra since Monday                         | 2026-03-09 | 2026-03-11
          digest #infra yesterday                            | 2026-03-10 | 2026-03-10
          what happened in #infra this week?                 | 2026-03-09 | 2026-03-11
          what happened last week in #infra?                 | 2026-03-02 | 2026-03-08
          what did I miss in infra on 29 February 2024       | 2024-02-29 | 2024-02-29
          recap of #infra in February                        | 2026-02-01 | 2026-02-28
          riassunto #infra dal 2026-03-01 al 2026-03-07      | 2026-03-01 | 2026-03-07
          riassunto #infra dal 1° marzo al 7 marzo           | 2026-03-01 | 2026-03-07
          riassunto #infra dall'1/3/2026 al 7/3/2026         | 2026-03-01 | 2026-03-07
          riassunto di #infra dal 1 aprile 2025 al 3 aprile 2025 | 2025-04-01 | 2025-04-03
          riassunto #infra tra il 20 dicembre e il 7 gennaio | 2025-12-20 | 2026-01-07
          riassunto #infra da lunedì                         | 2026-03-09 | 2026-03-11
          riassunto #infra di ieri                           | 2026-03-10 | 2026-03-10
          cosa mi sono persa in #infra questa settimana?     | 2026-03-09 | 2026-03-11
          che cosa è successo la settimana scorsa in #infra? | 2026-03-02 | 2026-03-08
          riassunto #infra del mese scorso                   | 2026-02-01 | 2026-02-28
          riassunto #infra a febbraio                        | 2026-02-01 | 2026-02-28
          """)
  void understandsDigestsBetweenDates(String typed, LocalDate first, LocalDate last) {
    assertThat(understand(typed, Language.ENGLISH))
        .isInstanceOfSatisfying(
            Understood.class,
            understood ->
                assertThat(understood.command())
                    .isEqualTo(new Digest("infra", new Period.Dates(first, last))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest #infra",
        "digest infra",
        "Digest #INFRA",
        "what did I miss in #infra?",
        "what's new in infra?",
        "cosa mi sono perso in #infra",
        "riassunto infra",
        "di cosa si è parlato in #infra?",
        "novità in #infra",
        "I was on holiday. What did I miss in #infra? Thanks!"
      })
  void takesTheUsualTimeWhereNoneIsSaid(String typed) {
    assertThat(understand(typed, Language.ENGLISH))
        .isInstanceOfSatisfying(
            Understood.class,
            understood ->
                assertThat(understood.command())
                    .isEqualTo(new Digest("infra", new Period.Usual())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help",
        "?",
        "aiuto",
        "what can you do?",
        "cosa sai fare?",
        "che cosa puoi fare",
        "Help!",
        "who are you?",
        "chi sei?",
        "come funzioni?",
        "ciao, cosa sai fare?"
      })
  void understandsTheWishForHelp(String typed) {
    assertThat(understand(typed, Language.ENGLISH))
        .isInstanceOfSatisfying(
            Understood.class, understood -> assertThat(understood.command()).isEqualTo(new Help()));
  }

  @ParameterizedTest
  @CsvSource({
    "hello, GREETING, ENGLISH", "Good morning everyone!, GREETING, ENGLISH",
    "ciao, GREETING, ITALIAN", "Buongiorno a tutti, GREETING, ITALIAN",
    "thanks a lot!, THANKS, ENGLISH", "grazie mille, THANKS, ITALIAN",
    "ok grazie, THANKS, ITALIAN", "perfetto, THANKS, ITALIAN"
  })
  void knowsKindWordsThatAskForNothing(String typed, SmallTalk.Kind kind, Language language) {
    assertThat(
            understand(typed, language == Language.ENGLISH ? Language.ITALIAN : Language.ENGLISH))
        .isEqualTo(new SmallTalk(language, kind));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How can I speed up the nightly build of the payment service?",
        "Why does the deploy fail with a timeout",
        "Come si registra una nota di credito per un cliente estero?",
        "Quando scade il certificato del portale fornitori?"
      })
  void takesAWholeQuestionAsATopic(String question) {
    assertThat(understand(question, Language.ENGLISH))
        .isInstanceOfSatisfying(
            Understood.class,
            understood ->
                assertThat(understood.command())
                    .isEqualTo(new WhoKnows(question.replaceAll("\\?$", ""))));
  }

  @Test
  void answersAPastedQuestionInItsOwnLanguage() {
    assertThat(
            understand(
                "Buongiorno a tutti! Da ieri il gestionale non stampa più le etichette."
                    + " Qualcuno sa qualcosa delle stampanti Zebra? Grazie mille",
                Language.ENGLISH))
        .isEqualTo(
            new Understood(
                new WhoKnows("Da ieri il gestionale non stampa più le etichette. stampanti Zebra"),
                Language.ITALIAN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest #infra from 2026-13-45 to 2026-10-07",
        "digest #infra last 0 days",
        "riassunto #infra dal 2026-13-45 al 2026-10-07"
      })
  void offersTheUsualDigestWhereTheDaysCannotBeRead(String typed) {
    assertThat(understand(typed, Language.ENGLISH))
        .isInstanceOfSatisfying(
            NotUnderstood.class,
            answer ->
                assertThat(answer.nearest())
                    .containsExactly(new Digest("infra", new Period.Usual())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          who knwos about Kafka?     | Kafka
          who knows abuot Kafka?     | Kafka
          hwo knows about Kafka      | Kafka
          chi conosec Kafka?         | Kafka
          esprti di Kafka            | Kafka
          has anyoen used Kafka?     | Kafka
          """)
  void asksBackAboutAMistypedQuestion(String typed, String topic) {
    assertThat(understand(typed, Language.ENGLISH))
        .isInstanceOfSatisfying(
            NotUnderstood.class,
            answer -> assertThat(answer.nearest().getFirst()).isEqualTo(new WhoKnows(topic)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digset #infra",
        "riasunto #infra",
        "digest #infar",
        "riassunto #infre",
        "digset #infar",
        "sumary of #infra",
        "what happend in #infra?",
        "#infra"
      })
  void asksBackAboutAMistypedDigest(String typed) {
    assertThat(understand(typed, Language.ENGLISH))
        .isInstanceOfSatisfying(
            NotUnderstood.class,
            answer ->
                assertThat(answer.nearest().getFirst())
                    .isEqualTo(new Digest("infra", new Period.Usual())));
  }

  @Test
  void keepsTheTimeWhenItAsksBackAboutAChannel() {
    assertThat(understand("riassunto #vendita ultimi 3 giorni", Language.ENGLISH))
        .isEqualTo(
            new NotUnderstood(
                Language.ITALIAN, List.of(new Digest("vendite", new Period.LastDays(3)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          introduce me to Anna about Kafka                     | Anna         | Kafka            | ENGLISH
          Introduce me to Anna Rossi about the Kafka upgrade   | Anna Rossi   | Kafka upgrade    | ENGLISH
          please introduce me to @Anna Rossi on invoices       | @Anna Rossi  | invoices         | ENGLISH
          can you introduce me to Anna regarding OAuth tokens? | Anna         | OAuth tokens     | ENGLISH
          put me in touch with Anna about Kafka, please        | Anna         | Kafka            | ENGLISH
          could you connect me with Niccolò to talk about GDPR | Niccolò      | GDPR             | ENGLISH
          I'd like to meet O'Brien about Kafka                 | O'Brien      | Kafka            | ENGLISH
          Hi! Introduce me to Anna about Kafka.                | Anna         | Kafka            | ENGLISH
          introduce me to Anna                                 | Anna         |                  | ENGLISH
          presentami Anna per Kafka                            | Anna         | Kafka            | ITALIAN
          presentami ad Anna Rossi per l'upgrade di Kafka      | Anna Rossi   | upgrade di Kafka | ITALIAN
          mettimi in contatto con Anna per Kafka               | Anna         | Kafka            | ITALIAN
          puoi mettermi in contatto con @Anna Rossi riguardo a fatture? | @Anna Rossi | fatture  | ITALIAN
          vorrei conoscere Niccolò per parlare di GDPR         | Niccolò      | GDPR             | ITALIAN
          fammi parlare con Anna su Kafka                      | Anna         | Kafka            | ITALIAN
          fammi parlare con anna di Kafka                      | anna         | Kafka            | ITALIAN
          fammi parlare con Anna Di Stefano                    | Anna Di Stefano |               | ITALIAN
          vorrei parlare con Anna delle fatture                | Anna         | fatture          | ITALIAN
          ciao, mi presenti Anna per le fatture?               | Anna         | fatture          | ITALIAN
          presentami Anna                                      | Anna         |                  | ITALIAN
          """)
  void understandsWhomSomebodyWantsToMeetAndWhatAbout(
      String typed, String name, @Nullable String topic, Language language) {
    assertThat(understand(typed, language))
        .isEqualTo(new Understood(new Command.IntroduceNamed(name, topic), language));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "can you put me in touch with someone who knows about Kafka",
        "introduce me to somebody who knows about Kafka",
        "connect me with someone about Kafka",
        "presentami qualcuno che sa di Kafka",
        "mettimi in contatto con qualcuno per Kafka",
      })
  void looksForAnybodyWhereNobodyIsNamed(String typed) {
    assertThat(understand(typed, Language.ENGLISH))
        .isInstanceOfSatisfying(
            Understood.class,
            understood -> assertThat(understood.command()).isEqualTo(new WhoKnows("Kafka")));
  }

  @Test
  void takesTheEndOfAChannelsNameForItWhereOnlyOneEndsSo() {
    assertThat(understand("riassunto di cometa", Language.ITALIAN))
        .isEqualTo(
            new Understood(new Digest("progetto-cometa", new Period.Usual()), Language.ITALIAN));
    assertThat(
            GRAMMAR.understand(
                "digest #platform",
                Language.ENGLISH,
                List.of("Delivery-platform", "Payments-Platform", "payments"),
                TODAY))
        .isEqualTo(
            new NotUnderstood(
                Language.ENGLISH,
                List.of(
                    new Digest("Delivery-platform", new Period.Usual()),
                    new Digest("Payments-Platform", new Period.Usual()))));
  }

  @ParameterizedTest
  @CsvSource({"digest,ENGLISH", "riassunto,ITALIAN"})
  void meansTheChannelWhereItIsTyped(String typed, Language language) {
    var inVendite = new Grammar.Place(CHANNELS, "vendite", TODAY);

    assertThat(GRAMMAR.understand(typed, language, inVendite))
        .isEqualTo(new Understood(new Digest("vendite", new Period.Usual()), language));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          summarise this thread                                | ENGLISH
          Can you summarize this conversation for me, please?  | ENGLISH
          could you sum up the thread so far                   | ENGLISH
          give me a short summary of this discussion           | ENGLISH
          recap of the thread                                  | ENGLISH
          thread summary please                                | ENGLISH
          catch me up on this thread                           | ENGLISH
          what was decided in this thread?                     | ENGLISH
          TL;DR?                                               | ENGLISH
          tldr please                                          | ENGLISH
          riassumi questo thread                               | ITALIAN
          puoi riassumermi questa conversazione, per favore?   | ITALIAN
          mi puoi riassumere la discussione?                   | ITALIAN
          riassunto del thread                                 | ITALIAN
          fammi una sintesi di questa discussione              | ITALIAN
          sintetizza tutta la conversazione                    | ITALIAN
          cosa si è deciso in questo thread?                   | ITALIAN
          aggiornami su questa conversazione                   | ITALIAN
          """)
  void sumsUpTheThreadInWhichItIsTyped(String typed, Language language) {
    assertThat(GRAMMAR.understand(typed, language, IN_THREAD))
        .isEqualTo(new Understood(new Command.Recap(IN_THREAD.thread()), language));
    assertThat(understand(typed, language))
        .isEqualTo(new Understood(new Command.Recap(null), language));
  }

  @ParameterizedTest
  @CsvSource({
    "summary,ENGLISH",
    "a quick recap please,ENGLISH",
    "summarise this for me,ENGLISH",
    "sum it up,ENGLISH",
    "sintesi,ITALIAN",
    "riassumi,ITALIAN",
    "riassumi tutto per favore,ITALIAN",
    "fammi una breve sintesi,ITALIAN"
  })
  void sumsUpTheThreadAndOutsideOfOneTheChannel(String typed, Language language) {
    var inVendite = new Grammar.Place(CHANNELS, "vendite", TODAY);

    assertThat(GRAMMAR.understand(typed, language, IN_THREAD))
        .isEqualTo(new Understood(new Command.Recap(IN_THREAD.thread()), language));
    assertThat(GRAMMAR.understand(typed, language, inVendite))
        .isEqualTo(new Understood(new Digest("vendite", new Period.Usual()), language));
  }

  @ParameterizedTest
  @CsvSource({
    "digest,ENGLISH,vendite",
    "riassunto,ITALIAN,vendite",
    "summary of #infra,ENGLISH,infra",
    "sintesi di infra,ITALIAN,infra",
    "riassumi #infra,ITALIAN,infra"
  })
  void meansTheChannelEvenInAThread(String typed, Language language, String channel) {
    assertThat(GRAMMAR.understand(typed, language, IN_THREAD))
        .isEqualTo(new Understood(new Digest(channel, new Period.Usual()), language));
  }

  @Test
  void proposesChannelsWhoseNameHoldsWhatWasTyped() {
    assertThat(understand("digest #progetto", Language.ITALIAN))
        .isEqualTo(
            new NotUnderstood(
                Language.ITALIAN, List.of(new Digest("progetto-cometa", new Period.Usual()))));
  }

  @Test
  void leavesAChannelThatIsNearToNoneToTheDigest() {
    assertThat(understand("digest #zzz last 3 days", Language.ENGLISH))
        .isEqualTo(new Understood(new Digest("zzz", new Period.LastDays(3)), Language.ENGLISH));
  }

  @Test
  void asksWhichChannelWhereNoneWasSaid() {
    assertThat(understand("what happened this week?", Language.ITALIAN))
        .isInstanceOfSatisfying(
            NotUnderstood.class, answer -> assertThat(answer.nearest()).hasSize(3));
  }

  @Test
  void asksWhichDayWhereAnEnglishDateCanBeReadTwice() {
    assertThat(understand("digest #infra since 2/3/2026", Language.ENGLISH))
        .isEqualTo(
            new NotUnderstood(
                Language.ENGLISH,
                List.of(
                    new Digest("infra", new Period.Dates(LocalDate.of(2026, 3, 2), TODAY)),
                    new Digest("infra", new Period.Dates(LocalDate.of(2026, 2, 3), TODAY)))));
  }

  @Test
  void proposesTheDatesTheOtherWayRoundWhereTheFirstIsTheLater() {
    assertThat(understand("digest #infra from 2026-03-07 to 2026-03-01", Language.ENGLISH))
        .isEqualTo(
            new NotUnderstood(
                Language.ENGLISH,
                List.of(
                    new Digest(
                        "infra",
                        new Period.Dates(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 7))))));
  }

  @Test
  void proposesToAskAboutBareWords() {
    assertThat(understand("kafka", Language.ITALIAN))
        .isEqualTo(new NotUnderstood(Language.ITALIAN, List.of(new WhoKnows("kafka"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "...", "!!", "\u0000\u0007", "\u200b", "👍", "-- --"})
  void saysSoWhereThereIsNoWord(String typed) {
    assertThat(understand(typed, Language.ITALIAN)).isEqualTo(new NothingSaid(Language.ITALIAN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"who knows", "chi sa?", "who knows about this?", "who knows about ???"})
  void findsNoTopicWhereNoneWasSaid(String typed) {
    assertThat(understand(typed, Language.ENGLISH)).isInstanceOf(NotUnderstood.class);
  }

  @Test
  void takesControlCharactersAndLineEndsForSpaces() {
    assertThat(understand("who\tknows\u0000about \n Kafka", Language.ENGLISH))
        .isEqualTo(new Understood(new WhoKnows("Kafka"), Language.ENGLISH));
  }

  @Test
  void shortensAVeryLongQuestionToItsQuestionFirst() {
    var text =
        "We moved the cluster last night and since then nothing works as before. ".repeat(40)
            + "How do I restore the offsets of a Kafka consumer group?";

    assertThat(understand(text, Language.ENGLISH))
        .isInstanceOfSatisfying(
            Understood.class,
            understood -> {
              var topic = ((WhoKnows) understood.command()).topic();
              assertThat(topic).hasSizeLessThanOrEqualTo(Command.LONGEST_TOPIC);
              assertThat(topic).endsWith("restore the offsets of a Kafka consumer group?");
            });
  }

  @Test
  void shortensAVeryLongMailToWhatItIsAboutAndNotToWhoWritesIt() {
    var text =
        "I came to the office last week and everybody was so nice to me. ".repeat(8)
            + "The replication plugin drops the kafka offsets of each consumer group. Why is that?";

    assertThat(understand(text, Language.ENGLISH))
        .isInstanceOfSatisfying(
            Understood.class,
            understood ->
                assertThat(((WhoKnows) understood.command()).topic())
                    .hasSizeLessThanOrEqualTo(Command.LONGEST_TOPIC)
                    .endsWith("drops the kafka offsets of each consumer group. Why is that?"));
  }

  @Test
  void cutsOneEndlessSentenceAtAWord() {
    var text = "who knows about " + "kafka partitions ".repeat(20_000);

    assertThat(understand(text, Language.ENGLISH))
        .isInstanceOfSatisfying(
            Understood.class,
            understood ->
                assertThat(((WhoKnows) understood.command()).topic())
                    .hasSizeLessThanOrEqualTo(Command.LONGEST_TOPIC)
                    .startsWith("kafka partitions")
                    .matches(".* (kafka|partitions)"));
  }

  private static Understanding understand(String typed, Language hint) {
    return GRAMMAR.understand(typed, hint, CHANNELS, TODAY);
  }
}
