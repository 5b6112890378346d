package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.consent.Preference.Standing;
import ponte.conversation.Audience;
import ponte.conversation.Event;
import ponte.conversation.Event.Place;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.reply.Block;
import ponte.reply.Form;
import ponte.reply.Reply;
import ponte.store.Codec;

/** How people want to be treated, and what becomes of it wherever they might be named. */
class OwnWishesTest {

  private static final double DAY = 24 * 60;

  private final Team team = new Team("2026-03-23T09:00:00Z");

  @BeforeEach
  void bobKnowsAboutKafka() {
    team.acme.thread("random", 1, "eve: kafka offsets lost?", "bob: reset the kafka offsets");
    team.acme.thread("random", DAY, "ada: kafka offsets?", "bob: the kafka offsets are in the log");
  }

  @Test
  void namesNobodyWhoOptedOut() {
    assertThat(asksForKafka("ada")).contains("bob");

    team.says("bob", "opt out");

    assertThat(asksForKafka("ada")).contains("Nobody found").doesNotContain("bob", "reset");
    team.says("bob", "includimi");
    assertThat(asksForKafka("ada")).contains("bob");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "don't suggest me for kafka",
        "don't ask me about kafka",
        "never recommend me for kafka",
        "non suggerirmi per kafka",
        "non chiedermi nulla di kafka"
      })
  void hidesATopicHoweverItIsPut(String wish) {
    team.says("bob", wish);

    assertThat(asksForKafka("ada")).contains("Nobody found").doesNotContain("bob");
  }

  @ParameterizedTest
  @CsvSource({"hide kafka", "please hide kafka", "nascondi kafka"})
  void offersToHideWhatCanAlsoBeAQuestion(String wish) {
    assertThat(Team.commands(team.says("bob", wish)))
        .hasAtLeastOneElementOfType(Command.WhoKnows.class)
        .contains(new Command.HideTopic("kafka"));
    assertThat(asksForKafka("ada")).contains("bob");
  }

  @Test
  void showsOnThePageWhatWasPressedThereAndSaysNoMore() {
    var drawn = team.pressesOnPage("bob", new Command.HideTopic("kafka offsets"));

    assertThat(drawn)
        .singleElement()
        .satisfies(
            page -> {
              assertThat(page.to()).isEqualTo(new Destination.Home(Team.person("bob")));
              assertThat(Team.words(page.reply())).contains("kafka offsets");
            });
  }

  @Test
  void showsThePageAtOnceInTheLanguageThatWasChosenOnIt() {
    var drawn = team.pressesOnPage("bob", new Command.Speak(Language.ITALIAN));

    assertThat(drawn)
        .singleElement()
        .satisfies(page -> assertThat(page.reply().language()).isEqualTo(Language.ITALIAN));
  }

  @Test
  void saysWhatThePageDoesNotShow() {
    assertThat(team.pressesOnPage("bob", new Command.MyData()))
        .anyMatch(each -> each.to() instanceof Destination.Answer);
    assertThat(team.pressesOnPage("bob", new Command.ConfirmForget()))
        .anyMatch(each -> each.to() instanceof Destination.Answer);
  }

  @Test
  void introducesNobodyWhoOptedOut() {
    team.says("bob", "opt out");

    var reply = team.presses("ada", new Command.Introduce(Team.person("bob"), "kafka offsets"));

    assertThat(Team.words(reply)).contains("I cannot bring you together with bob");
    assertThat(team.shown.values()).noneMatch(each -> each.to() instanceof Destination.Together);
  }

  @Test
  void neitherQuotesNorCountsThemInADigest() {
    team.talks("dev");
    assertThat(Team.words(team.says("kim", "digest #dev"))).contains("11 messages by 3 people");

    team.says("ada", "opt out");

    var reply = Team.words(team.says("kim", "digest #dev last 2 days"));
    assertThat(reply).doesNotContain("@ada", "We decided").contains("2 people");
  }

  @Test
  void namesNobodyForATopicTheyHide() {
    team.says("bob", "hide topic kafka offsets");

    assertThat(asksForKafka("ada")).doesNotContain("bob");
    team.says("bob", "mostra argomento kafka offsets");
    assertThat(asksForKafka("ada")).contains("bob");
  }

  @Test
  void namesWhoSaysTheyKnowUntilTheyTakeItBack() {
    team.says("kim", "I know about terraform modules");

    assertThat(Team.words(team.says("ada", "who knows about terraform modules?")))
        .contains("kim", "says they know about this. Not confirmed yet");
    assertThat(Team.words(team.says("kim", "my topics"))).contains("terraform modules");

    team.says("kim", "togli argomento terraform modules");
    assertThat(Team.words(team.says("ada", "who knows about terraform modules?")))
        .contains("Nobody found");
  }

  @Test
  void showsTheTopicsItBelievesInFromPublicChannelsOnly() {
    team.acme.thread("board", 1, "ada: merger papers?", "bob: the merger papers are signed");
    team.acme.thread("board", DAY, "kim: merger papers?", "bob: I keep the merger papers");

    var topics = Team.words(team.says("bob", "my topics")).toLowerCase(Locale.ROOT);

    assertThat(topics).contains("kafka offsets").doesNotContain("merger");
  }

  @ParameterizedTest
  @CsvSource({
    "quiet hours 19:00-8:00, 19:00, 08:00",
    "ore di quiete dalle 20 alle 7.30, 20:00, 07:30",
    "quiet hours from 7 pm to 8 am, 19:00, 08:00"
  })
  void keepsQuietHours(String wish, LocalTime from, LocalTime until) {
    team.says("bob", wish);

    var kept = team.ponte.preferences().of(Team.person("bob")).quietHours();
    assertThat(kept.from()).isEqualTo(from);
    assertThat(kept.until()).isEqualTo(until);
    assertThat(kept.weekends()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "pause me until 30 march, 2026-03-30",
    "pausa fino al 3 aprile, 2026-04-03",
    "pause until friday, 2026-03-27",
    "pause for two weeks, 2026-04-06",
    "pausa fino a domani, 2026-03-24"
  })
  void pausesUntilADay(String wish, LocalDate until) {
    team.says("bob", wish);

    assertThat(team.ponte.preferences().of(Team.person("bob")).pausedUntil()).isEqualTo(until);
    team.says("bob", "resume");
    assertThat(team.ponte.preferences().of(Team.person("bob")).pausedUntil()).isNull();
  }

  @Test
  void doesNotPauseUntilADayThatIsOver() {
    var reply = team.presses("bob", new Command.Pause(LocalDate.of(2026, 3, 23)));

    assertThat(Team.words(reply)).contains("23 March 2026 is not in the future");
  }

  @Test
  void speaksTheLanguageThatWasChosen() {
    team.says("bob", "parla italiano");

    assertThat(team.presses("bob", new Command.Schedules()).language()).isEqualTo(Language.ITALIAN);
  }

  @Test
  void showsThePageOfWhoOpensItAndAgainWhenItChanges() {
    team.talks("dev");
    team.presses(
        "ada",
        Team.button(
            team.says("ada", "digest #dev every day at 9:00"), Command.ConfirmDigest.class));
    team.inbox.ask(
        new Event.Request.Opened(
            new EventId("open"), Team.person("bob"), null, team.acme.clock.instant()));
    team.work();

    var page = Objects.requireNonNull(team.shown.get("open/home"));

    assertThat(page.to()).isEqualTo(new Destination.Home(Team.person("bob")));
    assertThat(Team.words(page.reply()))
        .contains("every day at 09:00", "[Stop #dev]", "18:00", "Forget me");
    var stopped = Team.button(page.reply(), Command.StopSchedule.class);
    team.presses("bob", stopped);
    assertThat(pagesOf("bob").getLast().toString()).doesNotContain("every day at 09:00");
  }

  @Test
  void showsThePageInTheLanguageThatThePlatformSaysIsRead() {
    team.inbox.ask(
        new Event.Request.Opened(
            new EventId("open"), Team.person("bob"), Language.ITALIAN, team.acme.clock.instant()));
    team.work();

    assertThat(Objects.requireNonNull(team.shown.get("open/home")).reply().language())
        .isEqualTo(Language.ITALIAN);
  }

  @Test
  void linksDigestsPostedLatelyForThoseWhoMayOpenTheChannel() {
    team.presses(
        "ada",
        Team.button(
            team.says("ada", "digest #board every day at 11:00"), Command.ConfirmDigest.class));
    team.talks("board");
    team.passes(Duration.ofHours(2));

    assertThat(Team.words(team.ponte.bot().home(Team.person("bob"), null))).contains("[#board, 23");
    assertThat(Team.words(team.ponte.bot().home(Team.person("eve"), null))).doesNotContain("board");
  }

  private List<Reply> pagesOf(String name) {
    return team.shown.values().stream()
        .filter(each -> each.to().equals(new Destination.Home(Team.person(name))))
        .map(each -> each.reply())
        .toList();
  }

  @Test
  void schedulesByAForm() {
    var form = form("ada", new Command.FillIn(Command.Sheet.SCHEDULE_DIGEST));
    var values =
        Map.of(
            "channel", List.of(Team.DEV.toString()),
            "days", List.of("MONDAY", "FRIDAY"),
            "time", List.of("10:30"));

    var preview = team.fillsIn("ada", form.kind(), values);

    assertThat(form.fields().getFirst().options())
        .extracting(Form.Option::label)
        .containsExactly("#board", "#dev", "#random");
    assertThat(Team.words(preview)).contains("every Monday and Friday at 10:30");
    team.presses("ada", Team.button(preview, Command.ConfirmDigest.class));
    assertThat(team.ponte.schedules().of(Team.DEV)).isPresent();
  }

  @Test
  void schedulesADigestOfSeveralChannelsForWhoFilledInTheFormAlone() {
    var values =
        Map.of(
            "channel", List.of(Team.DEV.toString(), Team.BOARD.toString()),
            "days", List.of("MONDAY"),
            "time", List.of("10:30"));

    var preview = team.fillsIn("ada", "schedule-digest", values);
    team.presses("ada", Team.button(preview, Command.ConfirmDigest.class));

    assertThat(Team.words(preview)).contains("#board and #dev", "nobody else");
    assertThat(team.ponte.schedules().of(Team.DEV)).isEmpty();
    assertThat(Team.words(team.says("ada", "digests")))
        .contains("For you alone", "#board and #dev");
  }

  @Test
  void takesNoneOfSeveralChannelsWhereOneOfThemIsNotOnesOwn() {
    var values =
        Map.of(
            "channel", List.of(Chat.in("random").channel().toString(), Team.BOARD.toString()),
            "days", List.of("MONDAY"),
            "time", List.of("10:30"));

    var answer = team.fillsIn("eve", "schedule-digest", values);

    assertThat(answer.blocks()).anyMatch(Block.FillIn.class::isInstance);
    assertThat(Team.words(answer)).contains("Choose").doesNotContain("board");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void tellsWhatIsWrongWithAFormWhereItIs(String language) {
    var values =
        Map.of(
            "channel", List.of(Team.BOARD.toString()),
            "days", List.<String>of(),
            "time", List.of("25:00"));
    var submitted =
        new Event.Request.Submitted(
            new EventId("f"),
            Team.person("eve"),
            new Place(null, null, language.equals("en") ? Language.ENGLISH : Language.ITALIAN),
            "schedule-digest",
            values,
            team.acme.clock.instant());

    var problems = team.ponte.bot().problems(submitted);
    var answer = team.answer(submitted);

    assertThat(problems).containsOnlyKeys("channel", "days", "time");
    assertThat(problems.get("days"))
        .isEqualTo(language.equals("en") ? "Choose at least one day." : "Scegli almeno un giorno.");
    assertThat(problems.get("channel")).doesNotContain("board");
    assertThat(answer.blocks()).anyMatch(Block.FillIn.class::isInstance);
    assertThat(team.ponte.schedules().of(Team.BOARD)).isEmpty();
  }

  @Test
  void opensAFormAtOnceHoweverItIsAskedFor() {
    var typed =
        new Event.Request.Asked(
            new EventId("a"), Team.person("bob"), Place.DIRECT, "ore di quiete", now());

    assertThat(team.ponte.bot().form(typed)).map(Form::kind).contains("quiet-hours");
    assertThat(form("bob", new Command.FillIn(Command.Sheet.PAUSE)).kind()).isEqualTo("pause");
    assertThat(
            team.ponte
                .bot()
                .form(
                    new Event.Request.Asked(
                        new EventId("b"), Team.person("bob"), Place.DIRECT, "help", now())))
        .isEmpty();
  }

  @Test
  void takesQuietHoursPausesAndTopicsByForms() {
    team.fillsIn(
        "bob",
        "quiet-hours",
        Map.of("from", List.of("20:00"), "until", List.of("08:00"), "weekends", List.of("no")));
    team.fillsIn("bob", "pause", Map.of("until", List.of("2026-04-01")));
    team.fillsIn("bob", "add-topic", Map.of("topic", List.of("terraform modules")));

    var kept = team.ponte.preferences().of(Team.person("bob"));
    assertThat(kept.quietHours().weekends()).isFalse();
    assertThat(kept.pausedUntil()).isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(kept.known()).containsExactly("terraform modules");
    var past = team.fillsIn("bob", "pause", Map.of("until", List.of("2026-03-01")));
    assertThat(Team.words(past)).contains("This day must be after today.");
  }

  @Test
  void givesAPersonWhatTheyWroteAndNothingThatOthersWrote() {
    var reply = team.says("bob", "export my data");

    assertThat(reply.blocks())
        .filteredOn(Block.File.class::isInstance)
        .singleElement()
        .satisfies(
            file ->
                assertThat(((Block.File) file).content())
                    .contains("reset the kafka offsets")
                    .doesNotContain("lost?"));
  }

  @Test
  void showsWhyItBelievesInATopicAndTakesTheirWordForIt() {
    var reply = team.says("bob", "my topics");

    assertThat(Team.words(reply).toLowerCase(Locale.ROOT))
        .contains("kafka offsets", "you answered 2 questions about it, the last one on");
    assertThat(reply.blocks().toString()).contains("MessageLink");
    assertThat(Team.words(reply)).doesNotContain("You say so yourself");
    team.presses("bob", Team.button(reply, Command.AddTopic.class));
    assertThat(Team.words(team.says("bob", "my topics"))).contains("You say so yourself, too.");
    assertThat(Team.words(team.says("bob", "i miei argomenti")))
        .contains("Hai risposto a 2 domande su questo, l'ultima il", "Lo dici anche tu.");
  }

  @Test
  void tellsThatTheyHelpedButNotWhoSaysSo() {
    assertThat(Team.words(team.says("ada", "bob helped me with kafka offsets")))
        .contains("Noted: bob helped you");

    assertThat(Team.words(team.says("bob", "my topics")))
        .contains("A colleague said that you helped them with it.")
        .doesNotContain("ada");
    assertThat(team.shown.values()).noneMatch(each -> each.to() instanceof Destination.Together);
    assertThat(exported("ada")).contains("\"helped\":true");
    assertThat(exported("bob")).doesNotContain("ada", "\"helped\"");
  }

  @Test
  void asksSomebodyElseFirstOnceSomebodyWasAskedForHelp() {
    team.acme.thread("random", 2 * DAY, "ada: kafka offsets?", "kim: kafka offsets, restart it");
    team.acme.thread("random", 3 * DAY, "ada: kafka offsets?", "kim: kafka offsets, again");
    team.acme.thread("random", 3 * DAY + 20, "ada: kafka offsets?", "bob: kafka offsets");
    team.acme.thread("random", 3 * DAY + 40, "ada: kafka offsets?", "kim: kafka offsets");
    var before = asksForKafka("eve");
    assertThat(before.indexOf("kim")).isLessThan(before.indexOf("bob"));

    team.presses("ada", new Command.Introduce(Team.person("kim"), "kafka offsets"));

    var after = asksForKafka("eve");
    assertThat(after.indexOf("bob")).isLessThan(after.indexOf("kim"));
    assertThat(exported("kim")).contains("askedForHelp\":[\"2026-03-23");
    team.presses("kim", Team.button(team.says("kim", "forget me"), Command.ConfirmForget.class));
    assertThat(
            team.acme.requests.of(
                List.of(Team.person("kim")),
                TimeSpan.before(team.acme.clock.instant().plusSeconds(1), Duration.ofDays(9))))
        .isEmpty();
  }

  @Test
  void countsNoConversationThatAPersonSaysDoesNotShowIt() {
    assertThat(asksForKafka("eve")).contains("bob");
    var shown = team.says("bob", "my topics");
    while (Team.words(shown).contains("This does not show it")) {
      team.presses("bob", Team.button(shown, Command.Strike.class));
      shown = team.says("bob", "my topics");
    }

    assertThat(asksForKafka("eve")).doesNotContain("bob");
    assertThat(Team.words(shown)).contains("not count, as you told me");
    assertThat(exported("bob")).contains("\"struck\":[\"T1/");
    team.presses("bob", new Command.StrikeNone());
    assertThat(asksForKafka("eve")).contains("bob");
  }

  @Test
  void givesAPersonAPageToReadWithTheSameAsData() {
    team.acme.thread("random", 9_000, "bob: is 3 < 5 & \"true\"? <script>alert(1)</script>");

    var page = exported("bob");

    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("<h2>Your messages</h2>", "3 &lt; 5 &amp; &quot;true&quot;?", "#random")
        .doesNotContain("<script>alert");
    var data = page.substring(page.indexOf("id=\"data\">") + 10, page.lastIndexOf("</script>"));
    assertThat(Codec.read(data, Exported.class).messages()).isNotEmpty();
  }

  /** What this test reads of an export. */
  private record Exported(List<Message> messages) {}

  private String exported(String name) {
    return team.says(name, "export my data").blocks().stream()
        .flatMap(
            block ->
                block instanceof Block.File file
                    ? Stream.of(file.content())
                    : Stream.<String>empty())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void forgetsAPersonOnceTheySaidYes() {
    team.presses(
        "bob",
        Team.button(
            team.says("bob", "digest #dev every day at 9:00"), Command.ConfirmDigest.class));
    team.presses("ada", new Command.NotRight(Team.person("bob"), "kafka offsets"));
    team.presses("bob", new Command.NotRight(Team.person("kim"), "kafka offsets"));

    var question = team.says("bob", "dimenticami");
    assertThat(asksForKafka("eve")).contains("bob");
    var done = team.presses("bob", Team.button(question, Command.ConfirmForget.class));

    assertThat(Team.words(done)).contains("It is done");
    assertThat(asksForKafka("eve")).doesNotContain("bob", "reset");
    assertThat(
            team.acme.opinions.by(
                List.of(Team.person("ada"), Team.person("bob")),
                List.of(Team.person("bob"), Team.person("kim"))))
        .isEmpty();
    assertThat(team.ponte.schedules().of(Team.DEV)).isEmpty();
    assertThat(team.acme.archive.extent(team.acme.directory.everybody()).messages()).isEqualTo(2);
    assertThat(team.acme.directory.person(Team.person("bob")).orElseThrow())
        .satisfies(
            stub -> {
              assertThat(stub.title()).isEmpty();
              assertThat(stub.email()).isNull();
            });
    assertThat(team.ponte.preferences().of(Team.person("bob")).standing())
        .isEqualTo(Standing.FORGOTTEN);
  }

  @Test
  void forgetsAllAccountsOfAPerson() {
    var elsewhere = new PersonId(new WorkspaceId("tenant"), "bob");
    team.acme.clock.advance(Duration.ofSeconds(1));
    for (var account : List.of(Team.person("bob"), elsewhere)) {
      team.acme.directory.apply(
          List.of(
              new Event.Roster.PersonChanged(
                  new EventId("with address " + account),
                  new Person(
                      account,
                      "Bob",
                      "bob",
                      "",
                      "bob@acme.org",
                      ZoneOffset.UTC,
                      null,
                      Person.Standing.ACTIVE),
                  team.acme.clock.instant())));
    }

    team.acme.clock.advance(Duration.ofSeconds(1));

    team.presses("bob", new Command.ConfirmForget());

    assertThat(team.ponte.preferences().isForgotten(elsewhere)).isTrue();
    assertThat(team.acme.directory.person(elsewhere)).map(Person::name).contains("bob");
    assertThat(team.acme.directory.accounts(elsewhere)).containsExactly(elsewhere);
  }

  @Test
  void takesInNothingMoreOfWhoIsForgotten() {
    team.presses("bob", new Command.ConfirmForget());
    var hearing = team.worker(Inbox.HEARD, team.hearing());
    var random = Chat.in("random");

    team.inbox.hear("random", "1", List.of(random.posts(5000, "bob", "kafka is back")));
    team.inbox.hear("random", "2", List.of(random.posts(5001, "eve", "good to hear")));
    team.lives("bob", "Europe/Rome", null);
    while (hearing.workOnce()) {}

    assertThat(team.acme.archive.find(random.id(5000), everybody())).isEmpty();
    assertThat(team.acme.archive.find(random.id(5001), everybody())).isPresent();
  }

  @Test
  void forgetsAWorkspaceWithAllThatWasWantedInIt() {
    team.presses(
        "bob",
        Team.button(
            team.says("bob", "digest #dev every day at 9:00"), Command.ConfirmDigest.class));
    team.says("kim", "opt out");

    team.ponte.forget(Chat.WORKSPACE);
    team.passes(Duration.ofDays(2));

    assertThat(team.ponte.schedules().in(Chat.WORKSPACE)).isEmpty();
    assertThat(team.ponte.preferences().out(Chat.WORKSPACE).out()).isEmpty();
    assertThat(team.acme.directory.workspaces()).isEmpty();
    assertThat(team.shown.values()).noneMatch(each -> each.key().startsWith("schedule/"));
  }

  @Test
  void asksWhoeverIsUnknownWhoTheyAre() {
    for (var command :
        List.of(
            new Command.ForgetMe(),
            new Command.ConfirmForget(),
            new Command.OptOut(),
            new Command.MyData(),
            new Command.ExportMyData(),
            new Command.MyTopics(),
            new Command.Home(),
            new Command.Schedules(),
            new Command.FillIn(Command.Sheet.PAUSE))) {
      for (var language : Language.values()) {
        var nobody = new Asker(null, everybody(), language, ZoneOffset.UTC);
        assertThat(Team.words(team.ponte.bot().reply(nobody, command, "r").reply()))
            .as("%s", command)
            .contains(language == Language.ENGLISH ? "who you are" : "dimmi chi sei");
      }
    }
  }

  private Audience everybody() {
    return team.acme.directory.everybody();
  }

  private Instant now() {
    return team.acme.clock.instant();
  }

  private Form form(String name, Command command) {
    return team.ponte
        .bot()
        .form(
            new Event.Request.Pressed(
                new EventId("p"), Team.person(name), Place.DIRECT, Codec.write(command), now()))
        .orElseThrow();
  }

  private String asksForKafka(String name) {
    return Team.words(team.says(name, "who knows about kafka offsets?"));
  }
}
