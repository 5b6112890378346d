package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Unanswered.EXPERTS;
import static ponte.bot.Unanswered.OPS;
import static ponte.bot.Unanswered.QUESTION;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.command.Command.Rsvp;
import ponte.consent.Offer;
import ponte.conversation.Away;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.directory.ChannelRules;
import ponte.introduction.Matter;
import ponte.introduction.Matters;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.nudge.Effects.Said;
import ponte.nudge.Rungs;
import ponte.prompt.Prompts;

/** A question that nobody answers, from the moment it is asked until it is settled. */
class LadderTest {

  private static final String MARKED = "[confidential] " + QUESTION;

  /** Behind more words than a colleague is shown of a question. */
  private static final String LATE_MARK =
      QUESTION + " We tried the shell again.".repeat(20) + " [confidential]";

  private final Unanswered ops = new Unanswered();
  private final Team team = ops.team;

  @Test
  void asksTheAskerPrivatelyAfterFourWorkingHoursAndOnce() {
    var question = ops.asks();

    team.at("2026-03-23T12:59:00Z");
    assertThat(team.written("ada")).isEmpty();
    team.at("2026-03-23T13:00:00Z");
    team.at("2026-03-24T13:00:00Z");

    var offered = team.theOnly("ada").reply();
    assertThat(Team.words(offered))
        .contains("Nobody is seen to have answered your question in #ops yet", QUESTION);
    assertThat(offered.toString()).contains(question.toString());
    assertThat(Team.commands(offered))
        .containsExactly(
            new Command.OnMyQuestion(question, Deed.ASK_COLLEAGUES),
            new Command.OnMyQuestion(question, Deed.SOLVED),
            new Command.OnMyQuestion(question, Deed.LEAVE),
            new Command.StopHelp());
    assertThat(EXPERTS).allSatisfy(name -> assertThat(team.written(name)).isEmpty());
  }

  @Test
  void countsNeitherQuietHoursNorWeekends() {
    team.acme.clock.set(Instant.parse("2026-03-27T16:00:00Z"));
    ops.asks();

    team.at("2026-03-30T09:59:00Z");
    assertThat(team.written("ada")).isEmpty();
    team.at("2026-03-30T10:00:00Z");

    team.theOnly("ada");
  }

  @Test
  void asksThreeColleaguesOnConsentAndMentionsOnlyWhoAgrees() {
    var question = ops.offered();

    var told = ops.asksColleagues(question);

    assertThat(Team.words(told)).contains("up to 3 colleagues privately").doesNotContain("bob");
    var asked = ops.asked();
    assertThat(asked).hasSize(3);
    asked.forEach(
        name -> assertThat(Team.words(team.theOnly(name).reply())).contains("@ada asks in #ops"));
    team.presses(asked.get(0), team.rsvp(asked.get(0), Rsvp.PASS));
    team.presses(asked.get(1), team.rsvp(asked.get(1), Rsvp.ACCEPT));
    team.presses(asked.get(1), team.rsvp(asked.get(1), Rsvp.ACCEPT));

    assertThat(team.underThe(question))
        .singleElement()
        .satisfies(said -> assertThat(Team.words(said.reply())).contains("@" + asked.get(1)));
    assertThat(team.written("ada")).hasSize(1);

    team.replies(asked.get(1), question, "you reset the offsets with the shell, group by group");
    team.at("2026-03-24T13:01:00Z");
    team.at("2026-03-27T13:01:00Z");
    assertThat(ops.asked()).hasSize(3);
    assertThat(team.written("ada")).hasSize(1);
    assertThat(ops.list()).contains("no question that nobody answered");
  }

  @Test
  void asksTheNextColleaguesAfterADayAndThenPutsItOnTheManagersList() {
    var question = ops.offered();
    ops.asksColleagues(question);

    team.at("2026-03-24T12:59:00Z");
    assertThat(ops.asked()).hasSize(3);
    assertThat(ops.list()).contains("no question that nobody answered");
    team.at("2026-03-24T13:00:00Z");
    assertThat(ops.asked()).hasSize(5);
    team.at("2026-03-25T13:00:00Z");
    EXPERTS.forEach(team::theOnly);
    assertThat(ops.list()).contains("no question that nobody answered");
    team.at("2026-03-26T13:00:00Z");

    assertThat(ops.list())
        .contains("One question that nobody answered", QUESTION, "asked 3 days ago")
        .contains("5 colleagues were asked")
        .doesNotContain("@");
    var off = team.presses("eve", new Command.TakeOffList(question));
    assertThat(Team.words(off)).contains("It is off the list");
    assertThat(ops.list()).contains("no question that nobody answered");
  }

  @Test
  void countsNoWeekendBetweenColleaguesAndTheList() {
    team.acme.clock.set(Instant.parse("2026-03-27T09:00:00Z"));
    var question = ops.asks();
    team.at("2026-03-27T13:00:00Z");
    ops.asksColleagues(question);

    team.at("2026-03-30T10:00:00Z");
    assertThat(ops.asked()).hasSize(3);
    team.at("2026-03-30T13:00:00Z");
    assertThat(ops.asked()).hasSize(5);
    team.at("2026-04-01T11:59:00Z");
    assertThat(ops.list()).contains("no question that nobody answered");
    team.at("2026-04-01T13:00:00Z");
    assertThat(ops.list()).contains("One question");
  }

  @Test
  void showsTheListToManagersAloneAndOnlyWhatTheyMayOpen() {
    team.posts("ada", Team.DEV, QUESTION);
    team.at("2026-03-27T13:00:00Z");

    assertThat(ops.list()).contains("no question that nobody answered");
    assertThat(Team.words(team.says("bob", "domande aperte"))).contains("@eve");
    var off = team.presses("bob", new Command.TakeOffList(Chat.in("dev").id(1)));
    assertThat(Team.words(off)).contains("@eve");
  }

  @Test
  void listsWhatTheAskerSaidNothingAbout() {
    ops.offered();

    team.at("2026-03-26T12:59:00Z");
    assertThat(ops.list()).contains("no question that nobody answered");
    team.at("2026-03-26T13:00:00Z");

    assertThat(ops.list()).contains(QUESTION, "no colleague was asked");
    assertThat(EXPERTS).allSatisfy(name -> assertThat(team.written(name)).isEmpty());
  }

  @Test
  void doesNotTakeForAnAnswerWhatWasSaidBeforeItWasHeardAndIsTakenBack() {
    var question = said("ada", "m100", QUESTION);
    var other = said("kim", "m101", "you can reset the offsets in the shell");
    team.inbox.hear("ops", "both", List.of(question, other));
    team.work();

    team.takesBack(other.message());
    team.at("2026-03-23T13:01:00Z");

    assertThat(Team.words(team.theOnly("ada").reply())).contains(QUESTION);
  }

  private Event.Talk.Posted said(String name, String id, String text) {
    team.acme.clock.advance(Duration.ofSeconds(1));
    var now = team.acme.clock.instant();
    return new Event.Talk.Posted(
        new EventId("said " + id),
        new Message(
            new MessageId(OPS, id),
            Team.person(name),
            Message.Kind.TALK,
            now,
            null,
            RichText.plain(text),
            List.of(),
            List.of(),
            now));
  }

  static Stream<Arguments> whatSettlesIt() {
    return Stream.of(
        settled("an answer in the thread", (team, it) -> team.replies("kim", it, "use the shell")),
        settled(
            "an answer in the channel",
            (team, _) -> team.posts("kim", OPS, "you can reset the offsets in the shell")),
        settled("a check mark", (team, it) -> team.reacts("kim", it, "white_check_mark")),
        settled("another check mark", (team, it) -> team.reacts("ada", it, "heavy_check_mark")),
        settled("a deletion", Team::takesBack),
        settled("an edit", (team, it) -> team.edits(it, "The offsets are fine again.")),
        settled("its asker", (team, it) -> team.replies("ada", it, "Solved, it was the shell.")),
        settled("its asker in Italian", (team, it) -> team.replies("ada", it, "Risolto!")),
        settled(
            "a button",
            (team, it) -> team.presses("ada", new Command.OnMyQuestion(it, Deed.SOLVED))),
        settled(
            "leaving it",
            (team, it) -> team.presses("ada", new Command.OnMyQuestion(it, Deed.LEAVE))),
        settled("opting out", (team, _) -> team.presses("ada", new Command.OptOut())),
        settled("forgetting", (team, _) -> team.presses("ada", new Command.ConfirmForget())),
        settled(
            "its age", (team, _) -> team.acme.archive.forget(OPS, team.acme.clock.instant(), 99)),
        settled("its asker's leaving", (team, _) -> leaves(team)),
        settled("archiving", (team, _) -> team.acme.archived("ops")));
  }

  private static void leaves(Team team) {
    team.acme.directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("ada leaves"),
                new Person(
                    Team.person("ada"),
                    "ada",
                    "ada",
                    "",
                    null,
                    ZoneId.of("Europe/Rome"),
                    null,
                    Person.Standing.LEFT),
                team.acme.clock.instant())));
  }

  private static Arguments settled(String how, BiConsumer<Team, MessageId> deed) {
    return Arguments.of(how, deed);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatSettlesIt")
  void offersNothingOnceItIsSettledBy(String how, BiConsumer<Team, MessageId> deed) {
    var question = ops.asks();
    team.acme.clock.advance(Duration.ofHours(3));
    deed.accept(team, question);

    team.at("2026-03-23T13:00:00Z");
    team.at("2026-03-26T13:00:00Z");

    assertThat(team.written("ada")).isEmpty();
    assertThat(ops.list()).contains("no question that nobody answered");
  }

  static Stream<Arguments> whatSettlesItWhileColleaguesWait() {
    return whatSettlesIt()
        .filter(
            each ->
                List.of(
                        "an answer in the thread",
                        "a check mark",
                        "a deletion",
                        "a button",
                        "its age",
                        "its asker's leaving")
                    .contains(each.get()[0]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatSettlesItWhileColleaguesWait")
  void asksNoColleagueOnceItIsSettledBy(String how, BiConsumer<Team, MessageId> deed) {
    team.acme.clock.set(Instant.parse("2026-03-23T13:00:00Z"));
    var question = ops.asks();
    team.at("2026-03-24T08:00:00Z");
    team.acme.clock.set(Instant.parse("2026-03-24T17:30:00Z"));
    ops.asksColleagues(question);
    assertThat(ops.asked()).isEmpty();
    deed.accept(team, question);

    team.at("2026-03-25T08:00:00Z");
    team.at("2026-03-25T17:30:00Z");
    team.at("2026-03-27T17:30:00Z");

    assertThat(ops.asked()).isEmpty();
    assertThat(ops.list()).contains("no question that nobody answered");
  }

  static Stream<Arguments> whatSettlesItOnTheList() {
    return whatSettlesIt()
        .filter(
            each ->
                List.of("an answer in the channel", "its asker in Italian", "an edit", "archiving")
                    .contains(each.get()[0]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatSettlesItOnTheList")
  void takesItOffTheListOnceItIsSettledBy(String how, BiConsumer<Team, MessageId> deed) {
    var question = ops.offered();
    team.at("2026-03-26T13:00:00Z");
    assertThat(ops.list()).contains(QUESTION);

    deed.accept(team, question);

    assertThat(ops.list()).contains("no question that nobody answered");
  }

  @Test
  void goesOnWherePeopleWriteElsewhereOrOnlyShareTheQuestion() {
    var question = ops.asks();
    team.replies("kim", team.posts("kim", Team.DEV, "The build is red again."), "on it");
    team.reacts("bob", question, "+1");

    team.at("2026-03-23T13:00:00Z");

    team.theOnly("ada");
  }

  @Test
  void goesOnWhereSomebodyElseIsAnsweredWhoAsksTheSame() {
    ops.asks();
    team.at("2026-03-23T12:00:00Z");
    var other = team.posts("zoe", OPS, "Where do the billing consumers keep their Kafka offsets?");
    team.replies("kim", other, "in a topic of the cluster");

    team.at("2026-03-23T13:00:00Z");

    team.theOnly("ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Did you try --reset-offsets with the billing consumers? That fixed it for me",
        "Hai provato --reset-offsets con i consumer di billing? A me è bastato quello"
      })
  void stopsWhereSomebodyAsksBackBesideTheThreadAndSaysWhatHelped(String answer) {
    ops.asks();
    team.acme.clock.advance(Duration.ofMinutes(5));
    team.posts("kim", OPS, answer);

    team.at("2026-03-23T13:00:00Z");

    assertThat(team.written("ada")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi all! Where do the billing consumers keep their Kafka offsets?",
        "Ciao a tutti! Dove tengono gli offset di Kafka i consumer di billing?"
      })
  void goesOnWhereSomebodyElseGreetsAndAsksTheSame(String other) {
    ops.asks();
    team.acme.clock.advance(Duration.ofMinutes(5));
    team.posts("zoe", OPS, other);

    team.at("2026-03-23T13:00:00Z");

    team.theOnly("ada");
  }

  @Test
  void stopsWherePonteIsTakenOutOfTheChannel() {
    members(Set.of(Team.person("ada"), Team.person("bob")));
    ops.asks();
    members(Set.of());

    team.at("2026-03-23T13:00:00Z");

    assertThat(team.written("ada")).isEmpty();
  }

  @Test
  void doesNothingAboutAChannelThatIsDeniedMeanwhile() {
    var denied = ChannelRules.of(Set.of(), Set.of("ops"));
    ops.asks();
    team.acme.clock.set(Instant.parse("2026-03-23T13:00:00Z"));

    var strict = Mortal.under(denied, team);
    while (team.worker(Prompts.TOPIC, team.prompting(strict)).workOnce()) {
      // One more prompt.
    }
    team.acme.clock.set(Instant.parse("2026-03-26T13:00:00Z"));
    while (team.worker(Rungs.TOPIC, team.climbing(strict)).workOnce()) {
      // One more rung.
    }

    assertThat(team.written("ada")).isEmpty();
    assertThat(ops.list()).contains("no question that nobody answered");
  }

  private void members(Set<PersonId> members) {
    var now = team.acme.clock.instant().plusMillis(members.isEmpty() ? 2 : 1);
    team.acme.directory.apply(
        List.of(
            new Event.Roster.MembersListed(
                new EventId("members of ops " + members.size()), OPS, members, now)));
  }

  @Test
  void offersNothingAnyMoreToWhoDoesNotWantIt() {
    ops.offered();
    var told =
        team.presses("ada", Team.button(team.theOnly("ada").reply(), Command.StopHelp.class));
    assertThat(Team.words(told)).contains("offer help again");
    assertThat(Team.words(team.says("ada", "home"))).contains("I leave it at that");

    team.acme.clock.set(Instant.parse("2026-03-24T09:00:00Z"));
    team.posts("ada", OPS, "Which brokers run the Kafka consumers of the billing team?");
    team.at("2026-03-24T13:00:00Z");

    assertThat(team.written("ada")).hasSize(1);
    team.says("ada", "offrimi di nuovo aiuto");
    assertThat(team.ponte.preferences().of(Team.person("ada")).takes(Offer.HELP)).isTrue();
    team.says("ada", "non offrirmi aiuto");
    assertThat(team.ponte.preferences().of(Team.person("ada")).takes(Offer.HELP)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anyone for lunch?",
        "Who is in for a beer tonight?",
        "How is everyone?",
        "Isn't it great that the consumers run again?",
        "What could possibly go wrong?",
        "It works now, right?",
        "Can you restart the consumers, please?",
        "Kafka or Rabbit, what do you vote for?",
        "Who wants the old Kafka handbook?",
        "any ideas?",
        "Qualcuno viene a pranzo?",
        "Chi l'avrebbe mai detto?",
        "Funziona di nuovo, vero?",
        "Tutto bene?"
      })
  void botherNobodyWhoAsksNoRealQuestion(String text) {
    team.posts("ada", OPS, text);

    team.at("2026-03-23T13:00:00Z");

    assertThat(team.written("ada")).as(text).isEmpty();
  }

  @Test
  void followsNoQuestionToOnePersonNoneInAThreadAndNoneThatWasReadFromAHistory() {
    var somewhere = team.posts("kim", Team.DEV, "The build is red again.");
    team.replies("ada", somewhere, QUESTION);
    team.posted("bob", OPS, QUESTION, Instant.parse("2026-03-23T06:00:00Z"));

    team.at("2026-03-24T13:00:00Z");

    assertThat(team.written("ada")).isEmpty();
    assertThat(team.written("bob")).isEmpty();
  }

  @Test
  void offersNoHelpWithWhatIsMarkedConfidential() {
    var question = team.posts("ada", OPS, MARKED);

    team.at("2026-03-23T13:00:00Z");
    assertThat(team.written("ada")).isEmpty();
    assertThat(Team.words(ops.asksColleagues(question))).contains("not to be passed on");
    team.at("2026-03-26T13:00:00Z");

    assertThat(ops.asked()).isEmpty();
    assertThat(ops.list()).contains("One question").doesNotContain("Kafka offsets");
  }

  @Test
  void passesOnNoQuestionBeforeItsMarkIsGone() {
    var question = ops.offered();

    team.edits(question, MARKED);
    assertThat(Team.words(ops.asksColleagues(question))).contains("not to be passed on");
    assertThat(ops.asked()).isEmpty();

    team.acme.clock.advance(Duration.ofMinutes(1));
    team.edits(question, QUESTION);
    assertThat(Team.words(ops.asksColleagues(question))).contains("up to 3 colleagues");
    assertThat(ops.asked()).hasSize(3);
  }

  @Test
  void passesOnNoQuestionThatIsMarkedConfidentialWhileItWaits() {
    var question = ops.offered();
    team.acme.clock.set(Instant.parse("2026-03-23T17:30:00Z"));
    ops.asksColleagues(question);
    assertThat(ops.asked()).isEmpty();
    team.edits(question, LATE_MARK);

    team.at("2026-03-24T09:00:00Z");
    team.at("2026-03-25T09:00:00Z");

    assertThat(ops.asked()).isEmpty();
  }

  @Test
  void asksNoFurtherColleaguesAboutWhatIsMarkedConfidentialMeanwhile() {
    var question = ops.offered();
    ops.asksColleagues(question);
    var asked = ops.asked();
    var notMine = team.rsvp(asked.getFirst(), Rsvp.NOT_MY_TOPIC);
    team.edits(question, MARKED);

    team.at("2026-03-24T13:00:00Z");
    team.at("2026-03-25T13:00:00Z");
    assertThat(ops.asked()).isEqualTo(asked);
    assertThat(Team.words(team.presses(asked.getFirst(), notMine)))
        .contains("Nobody learns of it")
        .doesNotContainIgnoringCase("kafka");
  }

  @Test
  void asksNobodyElseOnceItsAskerOptedOutThoughTheyAreBack() {
    var question = ops.offered();
    ops.asksColleagues(question);
    var asked = ops.asked();
    team.says("ada", "opt out");
    team.says("ada", "opt in");

    team.at("2026-03-24T13:00:00Z");
    team.at("2026-03-25T13:00:00Z");
    team.at("2026-03-26T13:00:00Z");

    assertThat(ops.asked()).isEqualTo(asked);
    assertThat(ops.list()).contains("no question that nobody answered");
  }

  @Test
  void asksWhomItsAskerChoosesOnceTheyAreBack() {
    var question = ops.offered();
    ops.asksColleagues(question);
    var next = EXPERTS.stream().filter(name -> !ops.asked().contains(name)).findFirst();
    team.says("ada", "opt out");
    team.says("ada", "opt in");
    team.acme.clock.advance(Duration.ofMinutes(1));

    team.presses("ada", new Command.Invite(question, Team.person(next.orElseThrow())));

    assertThat(ops.asked()).contains(next.get()).hasSize(4);
    team.at("2026-03-25T13:00:00Z");
    assertThat(ops.asked()).hasSize(4);
  }

  @Test
  void offersNoOtherChannelForWhatIsMarkedConfidential() {
    team.acme.open("kafka");
    for (var minute = 600; minute < 12_000; minute += 900) {
      team.acme.thread(
          "kafka",
          minute,
          "zoe: " + QUESTION,
          "bob: reset the Kafka offsets of the billing consumers after an outage in the shell");
    }
    var question = ops.offered();
    assertThat(roomOf(question)).contains("how I would ask in #kafka");

    team.edits(question, LATE_MARK);
    assertThat(roomOf(question)).contains("not to be passed on");
    team.at("2026-03-26T13:00:00Z");

    assertThat(Team.commands(team.says("eve", "open questions")))
        .isNotEmpty()
        .noneMatch(Command.AskRoom.class::isInstance);
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.edits(question, QUESTION);
    assertThat(Team.commands(team.says("eve", "open questions")))
        .anyMatch(Command.AskRoom.class::isInstance);
  }

  private String roomOf(MessageId question) {
    return Team.words(team.presses("ada", new Command.OnMyQuestion(question, Deed.ASK_ROOM)));
  }

  @Test
  void followsWhatIsMadeIntoAQuestionSoonAfterItWasSaid() {
    var said = team.posts("ada", OPS, "The Kafka offsets of the billing consumers");
    team.at("2026-03-23T09:05:00Z");
    team.edits(said, QUESTION);
    team.edits(said, QUESTION + " Thanks!");

    team.at("2026-03-23T13:00:00Z");

    assertThat(Team.words(team.theOnly("ada").reply())).contains(QUESTION);
  }

  @Test
  void followsNothingThatIsMadeIntoAQuestionHoursLater() {
    var said = team.posts("ada", OPS, "The Kafka offsets of the billing consumers");
    team.at("2026-03-23T11:00:00Z");
    team.edits(said, QUESTION);

    team.at("2026-03-23T15:00:00Z");
    team.at("2026-03-26T15:00:00Z");

    assertThat(team.written("ada")).isEmpty();
    assertThat(ops.list()).contains("no question that nobody answered");
  }

  @Test
  void offersOnceThoughTheQuestionIsPutInSeveralMessages() {
    team.posts("ada", OPS, "Hi all, a question about the billing team.");
    team.acme.clock.advance(Duration.ofSeconds(20));
    team.posts("ada", OPS, QUESTION);
    team.acme.clock.advance(Duration.ofSeconds(20));
    team.posts("ada", OPS, "Or is there a way to keep the Kafka offsets over an outage?");

    team.at("2026-03-23T13:30:00Z");
    team.at("2026-03-24T13:30:00Z");

    team.theOnly("ada");
  }

  @Test
  void offersNothingToWhoAsksAChannelThroughPonteAlready() {
    ops.asks();
    team.presses("ada", new Command.Post(Team.DEV, "reset the Kafka offsets", List.of()));

    team.at("2026-03-23T13:00:00Z");

    assertThat(team.written("ada")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void followsWhatIsAskedOnceAnIntroductionIsOver(boolean helped) {
    var bob = Team.person("bob");
    team.presses("ada", new Command.Introduce(bob, "Kafka"));
    if (helped) {
      team.presses("ada", new Command.Solved(new Command.Whom.Known(bob), "Kafka"));
    } else {
      var id =
          new Matters(team.acme.records, team.acme.clock).of(Team.person("ada")).getFirst().id();
      team.presses("ada", new Command.NotYet(id));
    }
    ops.asks();

    team.at("2026-03-23T13:00:00Z");

    assertThat(Team.words(team.theOnly("ada").reply())).contains(QUESTION);
  }

  @Test
  void followsWhatIsAskedBesideADiscussion() {
    var where = new Matter.With.Discussion(OPS, "posted", null);
    var now = team.acme.clock.instant();
    new Matters(team.acme.records, team.acme.clock)
        .begin(Matter.discussion("seed", Team.person("ada"), "Kafka", where, now));
    ops.asks();

    team.at("2026-03-23T13:00:00Z");

    assertThat(Team.words(team.theOnly("ada").reply())).contains(QUESTION);
  }

  @Test
  void offersNothingWhereThereIsNobodyToAsk() {
    team.posts("ada", OPS, "Where do we keep the keys of the bicycle cellar in Turin?");

    team.at("2026-03-23T13:00:00Z");

    assertThat(team.written("ada")).isEmpty();
    team.at("2026-03-26T13:00:00Z");
    assertThat(ops.list()).contains("bicycle cellar");
  }

  @Test
  void countsTheOfferOfAChannelAsTakenUp() {
    var question = ops.offered();

    var preview = team.presses("ada", new Command.OnMyQuestion(question, Deed.ASK_ROOM));

    assertThat(Team.commands(preview))
        .anySatisfy(
            each ->
                assertThat(each)
                    .isInstanceOfSatisfying(
                        Command.Post.class, post -> assertThat(post.topic()).isEqualTo(QUESTION)));
    assertThat(effects("ada")).containsOnly(Said.ACCEPTED);
  }

  @Test
  void countsNoOfferAsTakenUpThatIsRefused() {
    var question = ops.offered();

    team.presses("ada", new Command.OnMyQuestion(question, Deed.ASK_UNNAMED));

    assertThat(effects("ada")).isEmpty();
  }

  private Set<Said> effects(String name) {
    var effects = new Effects(team.acme.records, EffectRules.DEFAULT, team.acme.clock);
    return effects.of(Team.person(name)).getFirst().said();
  }

  @Test
  void asksNobodyWhoWantsNoInvitationsAndFillsTheirPlace() {
    team.says("bob", "stop asking me");
    ops.asksColleagues(ops.offered());

    assertThat(ops.asked()).hasSize(3).doesNotContain("bob");
  }

  @Test
  void quotesAQuestionToTheNextColleaguesAsItReadsByThen() {
    var question = ops.offered();
    ops.asksColleagues(question);
    var first = ops.asked();
    team.edits(question, "How do we reset the Kafka offsets of the consumers, if at all?");

    team.at("2026-03-24T13:00:00Z");

    var next = ops.asked().stream().filter(name -> !first.contains(name)).toList();
    assertThat(next).hasSize(2);
    next.forEach(
        name ->
            assertThat(Team.words(team.theOnly(name).reply()))
                .contains("consumers, if at all?")
                .doesNotContain("after an outage"));
  }

  @Test
  void asksTheNextColleaguesADayAfterTheFirstOnesReadItAndNotADayAfterItWasPlanned() {
    var question = ops.offered();
    team.acme.clock.set(Instant.parse("2026-03-24T17:30:00Z"));
    ops.asksColleagues(question);
    team.platformGoes();
    team.at("2026-03-25T16:30:00Z");
    team.platformComes();
    team.at("2026-03-25T16:45:00Z");
    assertThat(ops.asked()).hasSize(3);

    team.at("2026-03-25T17:30:00Z");
    team.at("2026-03-26T08:30:00Z");
    assertThat(ops.asked()).hasSize(3);
    team.at("2026-03-26T16:45:00Z");

    assertThat(ops.asked()).hasSize(5);
  }

  @Test
  void asksTheNextColleaguesInTheEndThoughNoneOfTheFirstOnesCouldBeAsked() {
    var question = ops.offered();
    team.acme.clock.set(Instant.parse("2026-03-23T17:30:00Z"));
    ops.asksColleagues(question);
    EXPERTS.forEach(
        name -> team.acme.away(name, Away.until(Instant.parse("2026-03-26T10:00:00Z"))));
    team.at("2026-03-24T17:30:00Z");
    team.at("2026-03-26T11:00:00Z");
    assertThat(ops.asked()).isEmpty();

    team.at("2026-03-26T17:30:00Z");
    team.at("2026-03-27T08:00:00Z");

    assertThat(ops.asked()).hasSize(2);
  }

  @Test
  void mentionsWhoAgreesOnceThoughTheyPressItAgainWeeksLater() {
    var question = ops.offered();
    ops.asksColleagues(question);
    var agreed = ops.asked().getFirst();
    team.presses(agreed, team.rsvp(agreed, Rsvp.ACCEPT));
    team.acme.clock.advance(Duration.ofDays(8));
    var told = team.presses(agreed, team.rsvp(agreed, Rsvp.ACCEPT));

    assertThat(Team.words(told)).contains("you are mentioned");
    assertThat(team.delivered).filteredOn(key -> key.contains("/accepted/")).hasSize(1);
  }

  @Test
  void asksAgainTheNextDayWhoSaidLaterAndNeverWhoSaidNever() {
    ops.asksColleagues(ops.offered());
    var asked = ops.asked();
    team.presses(asked.get(0), team.rsvp(asked.get(0), Rsvp.LATER));
    team.presses(asked.get(1), team.rsvp(asked.get(1), Rsvp.NEVER));
    team.presses(asked.get(2), team.rsvp(asked.get(2), Rsvp.NOT_MY_TOPIC));

    team.at("2026-03-24T13:01:00Z");

    assertThat(team.written(asked.get(0))).hasSize(2);
    assertThat(team.written(asked.get(1))).hasSize(1);
    assertThat(team.ponte.preferences().of(Team.person(asked.get(1))).takes(Offer.INVITATIONS))
        .isFalse();
    assertThat(team.ponte.preferences().of(Team.person(asked.get(2))).hidden()).isNotEmpty();
    assertThat(team.written("ada")).hasSize(1);
  }

  @Test
  void doesNothingTwiceWhereAReplicaDiesAtAnyRung() {
    var question = ops.asks();
    team.acme.clock.set(Instant.parse("2026-03-23T13:00:00Z"));
    var lost = team.queue.lease(Prompts.TOPIC, 1, Duration.ofMinutes(2));
    team.prompting(team.ponte).handle(lost);
    team.passes(Duration.ofMinutes(30));
    team.theOnly("ada");

    ops.asksColleagues(question);
    ops.asksColleagues(question);
    assertThat(ops.asked()).hasSize(3);

    team.acme.clock.set(Instant.parse("2026-03-24T14:00:00Z"));
    var next = team.queue.lease(Rungs.TOPIC, 1, Duration.ofMinutes(2));
    team.climbing(team.ponte).handle(next);
    team.passes(Duration.ofMinutes(30));
    EXPERTS.forEach(team::theOnly);
    assertThat(ops.list()).contains("no question that nobody answered");

    team.acme.clock.set(Instant.parse("2026-03-26T14:00:00Z"));
    var last = team.queue.lease(Rungs.TOPIC, 1, Duration.ofMinutes(2));
    team.climbing(team.ponte).handle(last);
    team.passes(Duration.ofMinutes(30));
    assertThat(ops.list()).contains("One question that nobody answered");

    team.at("2026-04-14T14:00:00Z");
    assertThat(ops.list()).contains("One question that nobody answered");
    assertThat(team.queue.depth(Rungs.TOPIC).waiting()).isZero();
  }

  @Test
  void keepsWhatWasDoneForItsAskerAloneAndForgetsIt() {
    ops.asksColleagues(ops.offered());
    var asked = ops.asked().getFirst();

    var own = Team.words(team.says("ada", "export my data"));
    assertThat(own).contains("\"groups\":1").doesNotContain(asked);
    assertThat(Team.words(team.says(asked, "export my data"))).doesNotContain("\"groups\"");

    team.at("2026-03-26T13:00:00Z");
    team.presses("ada", new Command.ConfirmForget());
    assertThat(team.acme.records.everything("questions", "questions-listed", "question-groups"))
        .isEmpty();
  }
}
