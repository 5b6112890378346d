package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Rsvp;
import ponte.command.Command.Whom;
import ponte.consent.Offer;
import ponte.conversation.Away;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.prompt.Prompts;

/** What comes after people were brought together, from the wish to whether it helped. */
class TogetherTest {

  private static final String TOPIC = "kafka offsets";
  private static final LocalDate GOOD_FRIDAY = LocalDate.of(2026, 4, 3);
  private static final LocalDate EASTER_MONDAY = LocalDate.of(2026, 4, 6);
  private static final PersonId ADA = Team.person("ada");
  private static final PersonId BOB = Team.person("bob");
  private static final PersonId KIM = Team.person("kim");

  /** A Monday, at ten where they live. */
  private final Team team = new Team("2026-03-23T09:00:00Z");

  @BeforeEach
  void bobAndKimAnswerAboutKafka() {
    team.acme.thread("dev", 1, "ada: reset kafka offsets?", "bob: kafka offsets are in the shell");
    team.acme.thread("dev", 900, "ada: lost kafka offsets?", "bob: kafka offsets come back");
    team.acme.thread("dev", 1900, "ada: old kafka offsets?", "kim: kafka offsets expire");
    team.acme.thread("dev", 2900, "ada: new kafka offsets?", "kim: kafka offsets begin at zero");
  }

  @Test
  void asksOnceAfterTwoWorkingDaysWhetherAnIntroductionHelped() {
    introduces(BOB);

    team.at("2026-03-25T08:59:00Z");
    assertThat(team.written("ada")).isEmpty();
    team.at("2026-03-25T09:00:00Z");
    team.at("2026-03-30T09:00:00Z");

    var asked = team.theOnly("ada");
    assertThat(Team.words(asked.reply())).contains("Did it help?", TOPIC, "[Yes, solved]");
    assertThat(Team.commands(asked.reply()))
        .contains(
            new Command.Solved(new Whom.Known(BOB), TOPIC), new Command.NotRight(BOB, TOPIC, null));
  }

  @Test
  void countsNoWeekendAndHoldsTheQuestionOverQuietHours() {
    team.acme.clock.set(Instant.parse("2026-03-27T16:30:00Z"));
    introduces(BOB);

    team.at("2026-03-31T15:29:00Z");
    assertThat(team.written("ada")).isEmpty();
    team.at("2026-03-31T16:30:00Z");
    assertThat(team.written("ada")).isEmpty();

    team.at("2026-04-01T07:00:00Z");
    assertThat(team.written("ada")).hasSize(1);
  }

  @Test
  void doesNotAskWhoHasSaidWhatBecameOfIt() {
    introduces(BOB);
    introduces(KIM);
    team.presses("ada", new Command.Solved(new Whom.Known(BOB), null));
    team.presses("ada", new Command.NotRight(KIM, TOPIC, null));

    team.at("2026-03-26T09:00:00Z");

    assertThat(team.written("ada")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop asking whether it helped",
        "don't ask me if it was useful any more",
        "stop asking me whether we met",
        "non chiedermi più se è servito",
        "smettila di chiedermi se mi è stato d'aiuto",
        "non chiedermi se ci siamo visti"
      })
  void asksNobodyWhetherItHelpedWhoDoesNotWantThat(String wish) {
    introduces(BOB);
    assertThat(Team.words(team.says("ada", "home"))).contains("may ask you, once, whether it");
    var told = team.says("ada", wish);
    assertThat(Team.words(told)).containsAnyOf("ask whether it helped again", "di nuovo se è");
    assertThat(Team.words(team.says("ada", "home"))).contains("do not ask whether it helped");

    team.at("2026-03-26T09:00:00Z");

    assertThat(team.written("ada")).isEmpty();
    assertThat(takes(Offer.HELP)).isTrue();
    assertThat(takes(Offer.INVITATIONS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask whether it helped again", "chiedimi di nuovo se è servito"})
  void asksAgainWhoWantsThatAgain(String wish) {
    introduces(BOB);
    team.at("2026-03-25T09:00:00Z");
    var asked = team.theOnly("ada").reply();
    team.presses("ada", Team.button(asked, Command.StopAftercare.class));
    assertThat(takes(Offer.AFTERCARE)).isFalse();

    team.says("ada", wish);

    assertThat(takes(Offer.AFTERCARE)).isTrue();
  }

  private boolean takes(Offer offer) {
    return team.ponte.preferences().of(Team.person("ada")).takes(offer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"thanks, solved", "grazie, risolto"})
  void asksNobodyWhetherItHelpedWhoTypedThatItIsSolved(String words) {
    introduces(BOB);
    team.passes(Duration.ofMinutes(10));
    team.says("ada", words);

    team.at("2026-03-26T09:00:00Z");

    assertThat(team.written("ada")).isEmpty();
  }

  @Test
  void asksBackWhichOfSeveralThingsIsSolved() {
    introduces(BOB);
    team.presses("ada", new Command.Introduce(KIM, "terraform"));
    team.passes(Duration.ofMinutes(10));

    assertThat(Team.words(team.says("ada", "thanks, solved"))).contains("I close none");
    team.says("ada", "solved: terraform");
    team.at("2026-03-26T09:00:00Z");

    assertThat(Team.words(team.theOnly("ada").reply())).contains(TOPIC);
  }

  @Test
  void letsWhoAskedARoomSayThatItIsSolvedThoughNobodyAnsweredThere() {
    posts();
    team.at("2026-03-25T09:00:00Z");

    var asked = team.theOnly("ada").reply();

    assertThat(Team.words(asked)).contains("Is it solved all the same?", "[Yes, solved]");
    assertThat(Team.words(team.presses("ada", Team.button(asked, Command.Solved.class))))
        .contains("Good.");
  }

  @Test
  void stillAsksWhereNobodyIsCalledAsWhoIsSaidToHaveHelped() {
    introduces(BOB);
    team.says("ada", "Zenobia helped me with " + TOPIC);

    team.at("2026-03-26T09:00:00Z");

    assertThat(team.theOnly("ada").reply())
        .satisfies(it -> assertThat(Team.words(it)).contains(TOPIC));
  }

  @Test
  void doesNotAskAboutSomebodyWhoLeftOrOptedOut() {
    introduces(BOB);
    introduces(KIM);
    team.acme.clock.advance(Duration.ofHours(1));
    team.acme.person("bob", Person.Standing.LEFT, null);
    leaves("bob");
    team.presses("kim", new Command.OptOut());

    team.at("2026-03-26T09:00:00Z");

    assertThat(team.written("ada")).isEmpty();
  }

  @Test
  void asksOnceThoughAReplicaDiesInTheMiddle() {
    introduces(BOB);
    team.acme.clock.set(Instant.parse("2026-03-25T09:00:00Z"));
    var lost = team.queue.lease(Prompts.TOPIC, 1, Duration.ofMinutes(2));
    team.prompting(team.ponte).handle(lost);

    team.passes(Duration.ofHours(1));

    team.theOnly("ada");
    assertThat(team.queue.depth(Prompts.TOPIC).waiting()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Kafka offsets", "KAFKA  Offsets", "k\u00e0fka offsets"})
  void introducesOnceHoweverTheTopicIsWritten(String written) {
    introduces(BOB);
    team.presses("ada", new Command.Introduce(BOB, written));

    team.at("2026-03-26T09:00:00Z");

    assertThat(team.together("ada", "bob")).hasSize(1);
    team.theOnly("ada");
  }

  @Test
  void asksAgainWhoAsksAgainUnderTheSameRequestNever() {
    var introduce = new Command.Introduce(BOB, TOPIC);
    team.presses("ada", introduce);
    team.presses("ada", introduce);

    team.at("2026-03-26T09:00:00Z");
    team.at("2026-03-27T09:00:00Z");

    team.theOnly("ada");
  }

  @Test
  void proposesTheNextColleagueOrTheChannelWhereItHasNotHelped() {
    introduces(BOB);
    team.at("2026-03-25T09:00:00Z");

    var next = team.presses("ada", Team.button(team.theOnly("ada").reply(), Command.NotYet.class));
    assertThat(Team.words(next)).contains("Then let us go on", "kim").doesNotContain("bob");

    introduces(KIM);
    team.at("2026-03-27T09:00:00Z");
    var second = team.written("ada").getLast().reply();
    var none = team.presses("ada", Team.button(second, Command.NotYet.class));
    assertThat(Team.words(none)).contains("nobody else").doesNotContain("kim", "bob");
    assertThat(Team.commands(none)).contains(new Command.AskRoom(TOPIC));
  }

  @Test
  void asksAnInvitedColleaguePrivatelyWithTheQuestionAndItsLink() {
    var question = posts(BOB);

    var asked = team.theOnly("bob");
    assertThat(Team.words(asked.reply())).contains("@ada asks in #dev", TOPIC, "[Pass]");
    assertThat(asked.reply().toString()).contains(question.toString());
    assertThat(team.written("kim")).isEmpty();
    assertThat(team.underThe(question)).isEmpty();
    var always = new TimeSpan(Instant.EPOCH, Instant.MAX);
    assertThat(team.acme.requests.of(List.of(BOB), always)).hasSize(1);
  }

  @Test
  void stillInvitesAfterHolidaysOnWhichNobodyIsWrittenTo() {
    team.acme.holidays.addAll(List.of(GOOD_FRIDAY, EASTER_MONDAY));
    team.acme.clock.set(Instant.parse("2026-04-02T18:00:00Z"));
    posts(BOB);

    team.at("2026-04-06T12:00:00Z");
    assertThat(team.written("bob")).isEmpty();
    team.at("2026-04-07T07:00:00Z");

    assertThat(Team.words(team.theOnly("bob").reply())).contains(TOPIC);
  }

  @Test
  void postponesAnInvitationOverAHoliday() {
    team.acme.holidays.add(EASTER_MONDAY);
    team.acme.clock.set(Instant.parse("2026-04-02T09:00:00Z"));
    posts(BOB);
    team.acme.clock.set(Instant.parse("2026-04-03T10:00:00Z"));
    team.presses("bob", team.rsvp("bob", Rsvp.LATER));

    team.at("2026-04-07T07:00:00Z");

    assertThat(team.written("bob")).hasSize(2);
  }

  @Test
  void countsNoHolidaysOfTheAskerUntilItAsksWhetherItHelped() {
    team.acme.holidays.add(LocalDate.of(2026, 3, 24));
    introduces(BOB);

    team.at("2026-03-25T09:00:00Z");
    assertThat(team.written("ada")).isEmpty();
    team.at("2026-03-26T09:00:00Z");

    team.theOnly("ada");
  }

  @Test
  void mentionsOnlyWhoAgreed() {
    var question = posts(BOB, KIM);

    team.presses("bob", team.rsvp("bob", Rsvp.ACCEPT));
    team.presses("bob", team.rsvp("bob", Rsvp.ACCEPT));
    var passed = team.presses("kim", team.rsvp("kim", Rsvp.PASS));

    assertThat(team.underThe(question))
        .singleElement()
        .satisfies(
            said -> assertThat(Team.words(said.reply())).contains("@bob").doesNotContain("kim"));
    assertThat(Team.words(passed)).contains("Nobody learns of it");
    assertThat(team.written("ada")).isEmpty();
  }

  @Test
  void tellsNobodyThatNobodyLearnsWhatStandsInTheChannel() {
    posts(BOB);
    team.presses("bob", team.rsvp("bob", Rsvp.ACCEPT));

    var passed = Team.words(team.presses("bob", team.rsvp("bob", Rsvp.PASS)));

    assertThat(passed).contains("you are mentioned under").doesNotContain("Nobody learns of it");
  }

  @Test
  void mentionsNobodyWhoTakesPartNoMore() {
    var question = posts(BOB);
    var yes = team.rsvp("bob", Rsvp.ACCEPT);
    team.says("bob", "opt out");

    team.presses("bob", yes);

    assertThat(team.underThe(question)).isEmpty();
  }

  @Test
  void hidesATopicThatIsNotTheirsAndAsksNobodyWhoWantsNoInvitations() {
    posts(BOB, KIM);
    team.presses("bob", team.rsvp("bob", Rsvp.NOT_MY_TOPIC));
    var never = team.presses("kim", team.rsvp("kim", Rsvp.NEVER));

    assertThat(team.ponte.preferences().of(BOB).hidden()).containsExactly(TOPIC);
    assertThat(team.ponte.preferences().of(KIM).takes(Offer.INVITATIONS)).isFalse();
    assertThat(Team.words(team.says("kim", "home"))).contains("I invite you to no question");
    team.presses("kim", Team.button(never, Command.AllowInvitations.class));
    assertThat(team.ponte.preferences().of(KIM).takes(Offer.INVITATIONS)).isTrue();
  }

  @Test
  void doesNotAskWhoWantsNoInvitationsAndTellsTheAskerNothingOfIt() {
    team.says("bob", "stop asking me");
    posts(BOB);
    team.at("2026-03-25T09:00:00Z");

    assertThat(team.written("bob")).isEmpty();
    var asked = team.theOnly("ada").reply();
    var next = Team.words(team.presses("ada", Team.button(asked, Command.NotYet.class)));
    assertThat(next).contains("kim").doesNotContain("bob");
  }

  @Test
  void asksAgainTheNextDayWhoSaidLater() {
    posts(BOB);
    team.presses("bob", team.rsvp("bob", Rsvp.LATER));
    team.presses("bob", team.rsvp("bob", Rsvp.LATER));

    team.at("2026-03-24T08:00:00Z");
    assertThat(team.written("bob")).hasSize(1);
    team.at("2026-03-24T09:01:00Z");

    assertThat(team.written("bob")).hasSize(2);
    var late = team.presses("bob", team.rsvp("bob", Rsvp.LATER));
    team.at("2026-03-25T09:30:00Z");
    assertThat(Team.words(late)).contains("By tomorrow I would not ask");
    assertThat(team.written("bob")).hasSize(2);
  }

  @Test
  void invitesNobodyOnceSomebodyAnswered() {
    var invited = new Command.Post(Team.DEV, TOPIC, List.of(BOB));
    team.acme.clock.set(Instant.parse("2026-03-23T19:00:00Z"));
    team.presses("ada", invited);
    assertThat(team.written("bob")).isEmpty();

    team.replies("kim", question(), "kafka offsets are kept for a week");
    team.at("2026-03-24T08:00:00Z");

    assertThat(team.written("bob")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void invitesNobodyOnceAQuestionIsCalledSettledHoweverLate(boolean standing) {
    var question = waits(standing);
    team.at("2026-03-27T12:00:00Z");
    team.replies("ada", question, "solved, it was the retention");

    team.at("2026-03-30T10:00:00Z");

    assertThat(team.written("bob")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void invitesNobodyOnceAnythingOfTheConversationIsMarkedAsDone(boolean standing) {
    var question = waits(standing);
    team.at("2026-03-24T12:00:00Z");
    var more = team.replies("ada", question, "it is the billing group, by the way");
    team.reacts("kim", more, "white_check_mark");

    team.at("2026-03-30T10:00:00Z");

    assertThat(team.written("bob")).isEmpty();
  }

  /** Or else the two tests above would tell nothing. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stillInvitesWhereTheAskerOnlySaysMore(boolean standing) {
    var question = waits(standing);
    team.at("2026-03-27T12:00:00Z");
    team.replies("ada", question, "it is the billing group, by the way");

    team.at("2026-03-30T10:00:00Z");

    assertThat(Team.words(team.theOnly("bob").reply())).contains("@ada");
  }

  /** A question of Monday to which Bob is invited only when he is back, a week later. */
  private MessageId waits(boolean standing) {
    IntStream.rangeClosed(24, 27)
        .mapToObj(day -> LocalDate.of(2026, 3, day))
        .forEach(team.acme.holidays::add);
    team.acme.clock.set(Instant.parse("2026-03-23T19:00:00Z"));
    if (standing) {
      var random = Chat.in("random").channel();
      var asked = team.posts("ada", random, "How do we reset the kafka offsets?");
      team.presses("ada", new Command.Invite(asked, BOB));
      return asked;
    }
    team.presses("ada", new Command.Post(Team.DEV, TOPIC, List.of(BOB)));
    team.work();
    return question();
  }

  @Test
  void endsAnInvitationThatWasNotAnsweredWhenSomebodyAnswersTheQuestion() {
    var question = posts(BOB);
    team.replies("kim", question, "kafka offsets are kept for a week");

    var late = team.presses("bob", team.rsvp("bob", Rsvp.ACCEPT));

    assertThat(Team.words(late)).contains("Somebody has answered meanwhile");
    assertThat(team.underThe(question)).isEmpty();
  }

  @Test
  void saysThatAColleagueIsAwayWhomADigestProposed() {
    team.acme.away("bob", Away.until(null));

    var told = team.presses("kim", new Command.Invite(Chat.in("dev").id(2900), BOB));

    assertThat(Team.words(told)).contains("bob is away, so I do not ask them.");
  }

  @Test
  void invitesNobodyToAQuestionThatWasTakenBack() {
    team.acme.clock.set(Instant.parse("2026-03-23T19:00:00Z"));
    team.presses("ada", new Command.Post(Team.DEV, TOPIC, List.of(BOB)));

    team.takesBack(question());
    team.at("2026-03-24T08:00:00Z");
    team.at("2026-03-26T08:00:00Z");

    assertThat(team.written("bob")).isEmpty();
    assertThat(team.written("ada")).isEmpty();
  }

  @Test
  void invitesToTheQuestionOfWhoTakesNoPart() {
    team.presses("ada", new Command.OptOut());

    posts(BOB);

    assertThat(Team.words(team.posted(Team.DEV).getFirst().reply())).contains("@ada", TOPIC);
    assertThat(Team.words(team.theOnly("bob").reply())).contains("@ada asks in #dev", TOPIC);
    team.presses("bob", team.rsvp("bob", Rsvp.ACCEPT));
    assertThat(team.underThe(question())).hasSize(1);
  }

  @Test
  void invitesNobodyForWhoOptsOutMeanwhile() {
    team.acme.clock.set(Instant.parse("2026-03-23T19:00:00Z"));
    posts(BOB);
    team.presses("ada", new Command.OptOut());

    team.at("2026-03-24T08:00:00Z");
    team.at("2026-03-26T08:00:00Z");

    assertThat(team.written("bob")).isEmpty();
  }

  @Test
  void invitesNobodyWhoCannotSeeTheChannelOrLeftItMeanwhile() {
    team.acme.clock.set(Instant.parse("2026-03-23T19:00:00Z"));
    team.presses("ada", new Command.Post(Team.DEV, TOPIC, List.of(BOB, Team.person("eve"))));
    team.acme.directory.apply(
        List.of(
            new Event.Roster.Left(
                new EventId("bob leaves"), Team.DEV, BOB, team.acme.clock.instant())));

    team.at("2026-03-24T08:00:00Z");

    assertThat(team.written("bob")).isEmpty();
    assertThat(team.written("eve")).isEmpty();
  }

  @Test
  void asksNobodyMoreThanOnceADay() {
    posts(BOB);
    team.presses("kim", new Command.Post(Team.DEV, "kafka offsets again", List.of(BOB)));
    assertThat(team.written("bob")).hasSize(1);

    team.at("2026-03-24T08:00:00Z");

    assertThat(team.written("bob")).hasSize(2);
  }

  @Test
  void hidesWhatTheQuestionIsAboutInWhateverWordsItIsAskedAgain() {
    team.presses(
        "ada",
        new Command.Post(
            Team.DEV, "How do we reset the kafka offsets after an outage?", List.of(BOB)));
    team.passes(Duration.ofMinutes(1));

    var hidden = team.presses("bob", team.rsvp("bob", Rsvp.NOT_MY_TOPIC));

    assertThat(Team.words(hidden)).contains("kafka offsets");
    assertThat(team.ponte.preferences().of(BOB).hidden()).containsExactly("kafka offsets");
    assertThat(Team.words(team.says("ada", "who knows about kafka offsets?")))
        .contains("kim")
        .doesNotContain("bob");
    team.presses("bob", Team.button(hidden, Command.UnhideTopic.class));
    assertThat(team.ponte.preferences().of(BOB).hidden()).isEmpty();
  }

  @Test
  void doesNotAskWhoHasSaidInOtherWordsWhoHelped() {
    introduces(BOB);
    introduces(KIM);

    team.says("ada", "bob helped me with Kafka");
    team.at("2026-03-25T09:00:00Z");

    assertThat(Team.words(team.theOnly("ada").reply())).contains("@kim").doesNotContain("@bob");
  }

  @Test
  void asksTheAskerOnceWhenTheQuestionWasAnswered() {
    var question = posts();
    team.replies("kim", question, "kafka offsets are kept for a week");

    team.at("2026-03-23T13:00:00Z");
    assertThat(team.written("ada")).isEmpty();
    team.at("2026-03-23T13:01:00Z");
    team.at("2026-03-26T09:00:00Z");

    assertThat(Team.commands(team.theOnly("ada").reply()))
        .contains(new Command.Solved(new Whom.Known(KIM), TOPIC));
  }

  @Test
  void asksTheAskerOfAQuestionThatNobodyAnsweredAndOffersColleagues() {
    posts(BOB);
    team.at("2026-03-25T09:00:00Z");

    var asked = team.theOnly("ada").reply();
    assertThat(Team.words(asked)).contains("Nobody is seen to have answered");
    var next = Team.words(team.presses("ada", Team.button(asked, Command.NotYet.class)));
    assertThat(next).contains("kim").doesNotContain("bob");
  }

  @Test
  void exportsAnInvitationOnceItWasTold() {
    team.acme.clock.set(Instant.parse("2026-03-23T19:00:00Z"));
    team.presses("ada", new Command.Post(Team.DEV, TOPIC + " of the zebra", List.of(BOB)));
    assertThat(Team.words(team.says("bob", "export my data"))).doesNotContain("of the zebra");

    team.at("2026-03-24T09:00:00Z");

    assertThat(Team.words(team.says("bob", "export my data"))).contains("of the zebra");
  }

  @Test
  void forgetsWhatPeopleWereBroughtTogetherFor() {
    posts(BOB);
    introduces(BOB);
    team.presses("ada", new Command.ConfirmForget());

    assertThat(team.acme.records.everything("matters", "matters-in", "invitations")).isEmpty();
  }

  @Test
  void tellsCommunityManagersAloneWhetherNudgesHelp() {
    for (var words : List.of("do nudges help?", "are the invitations useful?")) {
      assertThat(Team.words(team.says("ada", words))).contains("Only community managers can see");
    }
    for (var words : List.of("servono i solleciti?", "gli inviti servono a qualcosa?")) {
      assertThat(Team.words(team.says("ada", words))).contains("chi cura la comunità");
    }
  }

  @Test
  void understandsThatSomebodyWantsNoInvitations() {
    for (var words : List.of("stop asking me", "don't invite me any more", "non chiedermi più")) {
      team.says("bob", words);
      assertThat(team.ponte.preferences().of(BOB).takes(Offer.INVITATIONS)).as(words).isFalse();
      team.says("bob", words.startsWith("non") ? "invitami di nuovo" : "invite me again");
      assertThat(team.ponte.preferences().of(BOB).takes(Offer.INVITATIONS)).as(words).isTrue();
    }
  }

  private void introduces(PersonId colleague) {
    team.presses("ada", new Command.Introduce(colleague, TOPIC));
  }

  private MessageId posts(PersonId... invited) {
    team.presses("ada", new Command.Post(Team.DEV, TOPIC, List.of(invited)));
    team.passes(Duration.ofMinutes(1));
    return question();
  }

  /** Where the platform put the question that was posted last. */
  private MessageId question() {
    var key = team.posted(Team.DEV).getLast().key();
    return team.platform.posted(Team.DEV, key).orElseThrow();
  }

  private void leaves(String name) {
    team.acme.directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("leaves " + name),
                new Person(
                    Team.person(name),
                    name,
                    name,
                    "",
                    null,
                    ZoneOffset.UTC,
                    null,
                    Person.Standing.LEFT),
                team.acme.clock.instant())));
  }
}
