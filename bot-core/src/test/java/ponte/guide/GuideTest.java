package ponte.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.reply.Offered.buttons;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.command.Acquaintance;
import ponte.command.Acquaintance.Cadence;
import ponte.command.Acquaintance.Role;
import ponte.command.Command;
import ponte.command.Command.Digest;
import ponte.command.Command.Period;
import ponte.command.Command.WhoKnows;
import ponte.command.Command.Whom;
import ponte.command.Grammar;
import ponte.command.Nameless;
import ponte.command.Recurring;
import ponte.command.Understanding;
import ponte.command.Understanding.Understood;
import ponte.conversation.RichText.Span;
import ponte.expert.Workspace;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

class GuideTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);
  private static final double DAY = 24 * 60;

  private final Workspace acme = new Workspace().open("dev").people("ada", "bob", "kim");
  private final Guide guide =
      new Guide(new Examples(acme.archive, acme.directory, acme.experts, Workspace.NLP), Map.of());

  static Stream<Command> commands() {
    return Stream.of(
        new WhoKnows("Kafka upgrade"),
        new WhoKnows("Kafka upgrade", false, "data platform"),
        new Command.IntroduceNamed("Anna Rossi", "Kafka upgrade"),
        new Command.IntroduceNamed("Anna Rossi", null),
        new Command.WhyNot(new Whom.Me(), "Kafka upgrade"),
        new Command.WhyNot(new Whom.Called("Anna Rossi"), "Kafka upgrade"),
        new Command.Solved(new Whom.Called("Anna Rossi"), "Kafka upgrade"),
        new Digest("dev", new Period.Usual()),
        new Digest("dev", new Period.LastDays(1)),
        new Digest("dev", new Period.LastDays(1400)),
        new Digest("dev", new Period.Dates(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 7))),
        new Command.Digest(
            new Command.Scope.Named(List.of("dev", "infra")),
            new Command.Period.LastDays(3),
            false),
        new Command.Digest(new Command.Scope.Mine(), new Command.Period.Usual(), false),
        new Command.Digest(new Command.Scope.Mine(), new Command.Period.LastDays(1), false),
        new Command.Digest(
            new Command.Scope.Mine(),
            new Command.Period.Dates(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 7)),
            false),
        new Command.Recap(null),
        new Command.ScheduleDigest(new Command.Scope.Mine(), rhythm(DayOfWeek.MONDAY)),
        new Command.StopDigest(new Command.Scope.Mine()),
        new Command.ScheduleDigest("dev", rhythm(DayOfWeek.MONDAY)),
        new Command.ScheduleDigest("dev", rhythm(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY)),
        new Command.ScheduleDigest(
            "dev", rhythm(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY)),
        new Command.ScheduleDigest("dev", rhythm(DayOfWeek.values())),
        new Command.ScheduleDigest(
            "dev",
            new Command.Rhythm(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 30))),
        new Command.StopDigest("dev"),
        new Command.PauseSchedule(new Recurring.Digests(new Command.Scope.Mine()), null),
        new Command.PauseSchedule(digests("dev"), null),
        new Command.PauseSchedule(digests("dev"), LocalDate.of(2026, 4, 1)),
        new Command.PauseSchedule(digests("dev", "infra"), LocalDate.of(2026, 4, 1)),
        new Command.PauseSchedule(new Recurring.Discussions("dev"), LocalDate.of(2026, 4, 1)),
        new Command.ResumeSchedule(new Recurring.Digests(new Command.Scope.Mine())),
        new Command.ResumeSchedule(digests("dev")),
        new Command.ResumeSchedule(digests("dev", "infra")),
        new Command.ResumeSchedule(new Recurring.Discussions("dev")),
        new Command.Schedules(),
        new Command.MyTopics(),
        new Command.HideTopic("Kafka upgrade"),
        new Command.UnhideTopic("Kafka upgrade"),
        new Command.AddTopic("Kafka upgrade"),
        new Command.RemoveTopic("Kafka upgrade"),
        new Command.QuietHours(LocalTime.of(19, 0), LocalTime.of(8, 30), null),
        new Command.Pause(LocalDate.of(2026, 4, 1)),
        new Command.Resume(),
        new Command.Speak(Language.ENGLISH),
        new Command.Speak(Language.ITALIAN),
        new Command.OptOut(),
        new Command.OptIn(),
        new Command.MyData(),
        new Command.ExportMyData(),
        new Command.ForgetMe(),
        new Command.Home(),
        new Command.FillIn(Command.Sheet.SCHEDULE_DIGEST),
        new Command.FillIn(Command.Sheet.QUIET_HOURS),
        new Command.FillIn(Command.Sheet.PAUSE),
        new Command.FillIn(Command.Sheet.ADD_TOPIC),
        new Command.FillIn(Command.Sheet.ANSWER),
        new Command.WithoutName(new Nameless.How()),
        new Command.WithoutName(new Nameless.Ask("How do we roll back a release?")),
        new Command.Help(),
        new Command.Meet(new Acquaintance.Join(null)),
        new Command.Meet(new Acquaintance.Join("dev")),
        new Command.Meet(new Acquaintance.Leave(null)),
        new Command.Meet(new Acquaintance.Leave("dev")),
        new Command.Meet(new Acquaintance.Snooze(LocalDate.of(2026, 4, 1))),
        new Command.Meet(new Acquaintance.Resume()),
        new Command.Meet(new Acquaintance.Every(Cadence.WEEKLY)),
        new Command.Meet(new Acquaintance.Every(Cadence.EVERY_TWO_WEEKS)),
        new Command.Meet(new Acquaintance.Every(Cadence.MONTHLY)),
        new Command.Meet(new Acquaintance.NotWith(new Whom.Called("Anna Rossi"))),
        new Command.Meet(new Acquaintance.WithAgain(new Whom.Called("Anna Rossi"))),
        new Command.Meet(new Acquaintance.Learn("Kafka upgrade")),
        new Command.Meet(new Acquaintance.LearnNoMore("Kafka upgrade")),
        new Command.Meet(new Acquaintance.Volunteer(Role.BUDDY)),
        new Command.Meet(new Acquaintance.Volunteer(Role.MENTOR)),
        new Command.Meet(new Acquaintance.StepDown(Role.BUDDY)),
        new Command.Meet(new Acquaintance.StepDown(Role.MENTOR)),
        new Command.Meet(new Acquaintance.Show()),
        new Command.Meet(new Acquaintance.Start("dev", Cadence.WEEKLY, false)),
        new Command.Meet(new Acquaintance.Start("dev", Cadence.EVERY_TWO_WEEKS, false)),
        new Command.Meet(new Acquaintance.Start("dev", Cadence.MONTHLY, false)),
        new Command.Meet(new Acquaintance.Stop("dev")));
  }

  private static Recurring digests(String... channels) {
    return new Recurring.Digests(new Command.Scope.Named(List.of(channels)));
  }

  private static Command.Rhythm rhythm(DayOfWeek... days) {
    return new Command.Rhythm(Set.of(days), LocalTime.of(9, 0));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void wordsEveryCommandAsTheGrammarUnderstandsIt(Command command) {
    var grammar = new Grammar(Workspace.NLP);
    for (var language : Language.values()) {
      var words = Wording.of(command, Texts.in(language)).orElseThrow();

      assertThat(grammar.understand(words, language, List.of("dev"), TODAY))
          .as(words)
          .isEqualTo(new Understood(command, language));
    }
  }

  @ParameterizedTest
  @EnumSource
  void offersExamplesThatHaveAnAnswer(Language language) {
    for (var day = 0; day < 3; day++) {
      acme.thread(
          "dev",
          1 + day * DAY,
          "ada: the Kafka broker is down, who restarts the Kafka broker?",
          "bob: restart the Kafka broker with the script");
    }

    var buttons = buttons(guide.help(kim(language)));

    assertThat(buttons)
        .extracting(Button::command)
        .hasSize(3)
        .contains(new Digest("dev", new Period.LastDays(30)), new Command.Help());
    assertThat(buttons.getFirst().command())
        .isInstanceOfSatisfying(
            WhoKnows.class,
            asked ->
                assertThat(acme.experts.on(asked.topic(), kim(language)).experts()).isNotEmpty());
  }

  @Test
  void tellsHowToAskEvenWhereNothingWasEverSaid() {
    var reply = guide.help(kim(Language.ITALIAN));

    assertThat(text(reply)).contains("chi sa di <argomento>?", "riassunto #<canale>", "aiuto");
    assertThat(buttons(reply)).extracting(Button::command).containsExactly(new Command.Help());
  }

  @Test
  void offersWhatMayHaveBeenMeantInTheLanguageThatWasUsed() {
    var reply =
        guide.notUnderstood(
            new Understanding.NotUnderstood(
                Language.ITALIAN, List.of(new Digest("dev", new Period.LastDays(3)))),
            kim(Language.ENGLISH));

    assertThat(reply.language()).isEqualTo(Language.ITALIAN);
    assertThat(buttons(reply))
        .extracting(Button::label)
        .containsExactly("riassunto #dev ultimi 3 giorni", "aiuto");
  }

  @Test
  void isKindAndShort() {
    var thanks = new Understanding.SmallTalk(Language.ENGLISH, Understanding.SmallTalk.Kind.THANKS);

    assertThat(guide.smallTalk(thanks, kim(Language.ENGLISH)).blocks()).hasSize(1);
  }

  private Asker kim(Language language) {
    return new Asker(Chat.person("kim"), acme.directory.everybody(), language, ZoneOffset.UTC);
  }

  private static String text(Reply reply) {
    var text = new StringBuilder();
    for (var block : reply.blocks()) {
      if (block instanceof Block.Listing(_, var items)) {
        items.stream()
            .flatMap(item -> item.lines().stream())
            .flatMap(line -> line.spans().stream())
            .forEach(
                span -> text.append(span instanceof Span.Code(var code) ? code : "").append('\n'));
      }
    }
    return text.toString();
  }
}
