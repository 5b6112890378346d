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
import ponte.command.Sounding.Subject;
import ponte.command.Understanding.Understood;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

class SoundingsTest {

  private static final Grammar GRAMMAR = new Grammar(Nlp.shared());
  private static final List<String> CHANNELS = List.of("infra", "general", "vendite");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

  private static Understanding understood(String typed) {
    return GRAMMAR.understand(typed, Language.ENGLISH, CHANNELS, TODAY);
  }

  private static void means(String typed, Sounding wish) {
    assertThat(understood(typed))
        .isInstanceOfSatisfying(
            Understood.class,
            understood -> assertThat(understood.command()).isEqualTo(new Command.Sound(wish)));
  }

  @ParameterizedTest
  @CsvSource({
    "trends,",
    "show me the trends,",
    "what is rising?,",
    "what's trending right now?,",
    "what are people talking about more than before?,",
    "trends #infra,infra",
    "trends in #infra,infra",
    "rising topics in infra,infra",
    "tendenze,",
    "mostrami le tendenze,",
    "cosa sta crescendo?,",
    "che cosa cresce?,",
    "quali argomenti crescono?,",
    "di che cosa si parla di più?,",
    "tendenze #vendite,vendite",
    "tendenze nel canale vendite,vendite",
  })
  void askForTrends(String typed, @Nullable String channel) {
    means(typed, new Sounding.Trends(channel, new Period.Usual()));
  }

  @Test
  void askForTrendsOfATime() {
    var february = new Period.Dates(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));

    means("trends last month", new Sounding.Trends(null, february));
    means("tendenze ultimo mese", new Sounding.Trends(null, new Period.LastDays(30)));
    means("trends in #infra last 14 days", new Sounding.Trends("infra", new Period.LastDays(14)));
    means("cosa è in crescita negli ultimi 14 giorni?", lastTwoWeeks());
  }

  private static Sounding lastTwoWeeks() {
    return new Sounding.Trends(null, new Period.LastDays(14));
  }

  @ParameterizedTest
  @CsvSource({
    "recurring questions,",
    "faq,",
    "frequently asked questions in #infra,infra",
    "which questions keep coming back?,",
    "domande ricorrenti,",
    "domande frequenti in vendite,vendite",
    "quali domande ritornano?,",
  })
  void askForRecurringQuestions(String typed, @Nullable String channel) {
    means(typed, new Sounding.Recurring(channel));
  }

  @ParameterizedTest
  @CsvSource({
    "faq as markdown",
    "export the faq",
    "faq in markdown",
    "esporta le domande frequenti"
  })
  void askForThemAsAPage(String typed) {
    means(typed, new Sounding.RecurringPage(null));
  }

  @ParameterizedTest
  @CsvSource({
    "knowledge at risk,",
    "what is at risk?,",
    "topics without experts in #infra,infra",
    "conoscenze a rischio,",
    "argomenti senza esperti,",
    "quali conoscenze sono a rischio?,",
  })
  void askForKnowledgeAtRisk(String typed, @Nullable String channel) {
    means(typed, new Sounding.AtRisk(channel));
  }

  @ParameterizedTest
  @CsvSource({"new words", "which words are new?", "parole nuove", "quali parole sono nuove?"})
  void askForNewWords(String typed) {
    means(typed, new Sounding.NewWords(null, new Period.Usual()));
  }

  @ParameterizedTest
  @CsvSource({
    "alert me about trends every week,",
    "alert me about trends,",
    "tell me about rising topics every week,",
    "alert me about trends in #infra weekly,infra",
    "avvisami delle tendenze ogni settimana,",
    "avvisami quando cresce un argomento,",
    "dimmi le tendenze ogni settimana,",
    "avvisami delle tendenze in #vendite,vendite",
  })
  void beginAlerts(String typed, @Nullable String channel) {
    means(typed, new Sounding.Alert(Subject.TRENDS, channel));
  }

  @ParameterizedTest
  @CsvSource({
    "alert me about recurring questions every week,RECURRING,",
    "tell me about recurring questions in #infra every week,RECURRING,infra",
    "alert me when questions come back,RECURRING,",
    "avvisami delle domande ricorrenti ogni settimana,RECURRING,",
    "avvisami delle domande ricorrenti in #vendite,RECURRING,vendite",
    "avvisami quando ritorna una domanda,RECURRING,",
    "alert me about knowledge at risk every week,AT_RISK,",
    "tell me every week about topics without experts,AT_RISK,",
    "avvisami delle conoscenze a rischio ogni settimana,AT_RISK,",
    "dimmi gli argomenti senza esperti ogni settimana,AT_RISK,",
  })
  void beginAlertsOfOtherThings(String typed, Subject subject, @Nullable String channel) {
    means(typed, new Sounding.Alert(subject, channel));
  }

  @ParameterizedTest
  @CsvSource({
    "stop alerts about recurring questions,RECURRING,",
    "don't alert me about recurring questions any more,RECURRING,",
    "ferma gli avvisi sulle domande ricorrenti in #vendite,RECURRING,vendite",
    "stop alerts about knowledge at risk in #infra,AT_RISK,infra",
    "ferma gli avvisi sulle conoscenze a rischio,AT_RISK,",
    "non avvisarmi più delle conoscenze a rischio,AT_RISK,",
  })
  void endAlertsOfOtherThings(String typed, Subject subject, @Nullable String channel) {
    means(typed, new Sounding.NoAlert(subject, channel));
  }

  @ParameterizedTest
  @ValueSource(strings = {"my alerts", "my trend alerts", "i miei avvisi", "quali avvisi ricevo"})
  void listThem(String typed) {
    means(typed, new Sounding.MyAlerts());
  }

  @ParameterizedTest
  @CsvSource({
    "stop trend alerts,",
    "don't alert me about trends any more,",
    "stop trend alerts in #infra,infra",
    "ferma gli avvisi sulle tendenze,",
    "non avvisarmi più delle tendenze,",
  })
  void endAlerts(String typed, @Nullable String channel) {
    means(typed, new Sounding.NoAlert(Subject.TRENDS, channel));
  }

  @Test
  void areShownOnceAndNotEveryWeekWhereNobodySaidSo() {
    means("tell me the trends", new Sounding.Trends(null, new Period.Usual()));
    means("dimmi le tendenze", new Sounding.Trends(null, new Period.Usual()));
  }

  @Test
  void leaveQuestionsForColleaguesAlone() {
    assertThat(understood("who knows about trends in machine learning?"))
        .isInstanceOfSatisfying(
            Understood.class,
            understood -> assertThat(understood.command()).isInstanceOf(Command.WhoKnows.class));
  }
}
