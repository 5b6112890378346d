package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Team.words;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Rsvp;
import ponte.command.Sowing;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.directory.Roles;
import ponte.nlp.Language;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.nudge.Effects.Said;
import ponte.platform.Outgoing;
import ponte.reply.Reply;

class SeedingTest {

  private static final ChannelId OPS = Chat.in("ops").channel();
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String QUESTION =
      "how do we rotate the certificates of the payment gateway before they expire?";

  /** So much of it stands in the middle of a text. */
  private static final String IN_SHORT = "certificates of the payment gateway before they expire";

  private final Team team = new Team("2026-03-23T09:00:00Z", managedBy("T1/ada"));
  private MessageId question;

  static Ponte.Rules managedBy(String manager) {
    return Ponte.Rules.DEFAULT.with(new Roles(Set.of(manager), Set.of()));
  }

  @BeforeEach
  void aQuestionWaits() {
    team.acme.open("ops");
    question =
        team.posted("kim", OPS, QUESTION, team.acme.clock.instant().minus(Duration.ofDays(6)));
  }

  @Test
  void aQuestionThatNobodyAnsweredIsProposedWithItsReasonAndALink() {
    var reply = team.says("ada", "what should we talk about?");

    assertThat(words(reply))
        .contains("One discussion worth beginning", "nobody is seen to have answered")
        .contains("1 · #ops", "a good moment: Tue 24 Mar");
  }

  @Test
  void aDayOnWhichPeopleAreAtHomeIsNoGoodMoment() {
    team.acme.holidays.add(LocalDate.of(2026, 3, 24));

    assertThat(words(team.says("ada", "what should we talk about?")))
        .contains("a good moment: Wed 25 Mar");
  }

  @Test
  void whatToTalkAboutInAChannelIsProposedInItalianToo() {
    var reply = team.says("ada", "di cosa dovremmo parlare in #ops?");

    assertThat(words(reply)).contains("Una discussione che vale la pena aprire");
  }

  @Test
  void onlyCommunityManagersAreProposedDiscussions() {
    assertThat(words(team.says("bob", "what should we talk about?")))
        .contains("those who take care of the community")
        .doesNotContain("ops");
  }

  @Test
  void aDiscussionIsPostedOnceAtItsMomentByWhicheverReplica() {
    var planned = team.presses("ada", new Command.Seed(new Sowing.Post(proposed(), false)));

    assertThat(words(planned)).contains("It goes to #ops at");
    assertThat(words(team.says("ada", "seeds"))).contains(IN_SHORT);
    assertThat(team.posted(OPS)).isEmpty();

    team.passes(Duration.ofDays(3));

    assertThat(team.posted(OPS)).hasSize(1);
    assertThat(words(team.posted(OPS).getFirst().reply()))
        .contains("Who has met something like it", QUESTION, "@kim", "Begun by @ada");
  }

  @Test
  void whatIsPressedTwiceIsPostedOnce() {
    var seed = proposed();

    team.presses("ada", new Command.Seed(new Sowing.Post(seed, true)));
    var again = team.presses("ada", new Command.Seed(new Sowing.Post(seed, true)));

    assertThat(team.posted(OPS)).hasSize(1);
    assertThat(words(again)).contains("stands in #ops already");
  }

  @Test
  void aChannelIsLeftInPeaceForAWeekAfterADiscussion() {
    post(proposed());

    assertThat(words(team.says("ada", "what should we talk about in #ops?")))
        .contains("leave it in peace until Monday 30 March");
    var own = seedOf(team.says("ada", "discussion #ops: which tool do you like best?"));
    assertThat(words(team.presses("ada", new Command.Seed(new Sowing.Post(own, true)))))
        .contains("leave it in peace");
    assertThat(team.posted(OPS)).hasSize(1);
  }

  @Test
  void whileAChannelTalksNothingIsPostedBetween() {
    var seed = proposed();
    team.posts("bob", OPS, "is the office open on Friday?");
    team.posts("eve", OPS, "it is, until noon");
    team.posts("bob", OPS, "good, then I will come by");
    team.passes(Duration.ofMinutes(1));

    team.presses("ada", new Command.Seed(new Sowing.Post(seed, true)));
    assertThat(team.posted(OPS)).isEmpty();

    team.passes(Duration.ofHours(1));
    assertThat(team.posted(OPS)).hasSize(1);
  }

  @Test
  void whatItRestsOnIsTakenFromTheChannelWhereItsAuthorTakesItBack() {
    var posted = post(proposed());

    team.takesBack(question);
    team.passes(SOON);

    assertThat(words(team.standing(posted))).doesNotContain("certificates").contains("Begun by");
  }

  @Test
  void whatItRestsOnReadsAsItDoesAfterAnEdit() {
    var posted = post(proposed());

    team.edits(question, "how do we rotate the certificates of the mail gateway?");
    team.passes(SOON);

    assertThat(words(team.standing(posted))).contains("mail gateway").doesNotContain("payment");
  }

  @Test
  void whatLostItsGroundIsNotPostedAndWhoPlannedItIsTold() {
    team.presses("ada", new Command.Seed(new Sowing.Post(proposed(), false)));

    team.takesBack(question);
    team.passes(Duration.ofDays(3));

    assertThat(team.posted(OPS)).isEmpty();
    assertThat(team.written("ada").stream().map(each -> words(each.reply())))
        .singleElement()
        .asString()
        .contains("was not posted");
  }

  @Test
  void aQuestionThatIsSettledMeanwhileIsNotPostedAndWhoPlannedItIsToldWhy() {
    team.presses("ada", new Command.Seed(new Sowing.Post(proposed(), false)));

    team.replies("kim", question, "the vendor rotates them for us two weeks before that day");
    team.passes(Duration.ofDays(3));

    assertThat(team.posted(OPS)).isEmpty();
    assertThat(team.written("ada").stream().map(each -> words(each.reply())))
        .singleElement()
        .asString()
        .contains("was not posted", "whoever asked has told more", IN_SHORT);
  }

  @Test
  void aQuestionThatIsAskedAgainMeanwhileIsPosted() {
    team.presses("ada", new Command.Seed(new Sowing.Post(proposed(), false)));

    team.replies("kim", question, "does nobody here rotate the certificates of the gateway?");
    team.passes(Duration.ofDays(3));

    assertThat(team.posted(OPS)).hasSize(1);
  }

  @Test
  void whatIsLeftIsNotProposedAgain() {
    var seed = proposed();

    team.presses("ada", new Command.Seed(new Sowing.Leave(seed)));

    assertThat(words(team.says("ada", "what should we talk about?"))).contains("good news");
  }

  @Test
  void aPrivateChannelIsNothingToWhoCannotOpenIt() {
    team.posted(
        "bob",
        Team.BOARD,
        "who knows how the salaries of the new colleagues are approved this year?",
        team.acme.clock.instant().minus(Duration.ofDays(6)));
    var eve = new Team("2026-03-23T09:00:00Z", managedBy("T1/eve"));
    eve.posted(
        "bob",
        Team.BOARD,
        "who knows how the salaries of the new colleagues are approved this year?",
        eve.acme.clock.instant().minus(Duration.ofDays(6)));

    assertThat(words(eve.says("eve", "what should we talk about?"))).doesNotContain("board");
    assertThat(words(team.says("ada", "what should we talk about?"))).contains("board");
  }

  @Test
  void theTextIsChangedInAFormAndWhatIsWrongIsSaid() {
    var seed = proposed();
    var form = "seed/" + seed.room() + "/" + seed.id();

    var wrong = team.fillsIn("ada", form, form("  ", "POLL", "yes", "no"));
    var right = team.fillsIn("ada", form, form("Which gateway first?", "POLL", "mail\npay", "no"));

    assertThat(words(wrong)).contains("between 1 and 1,000", "2 to 8 answers");
    assertThat(words(right)).contains("Which gateway first?", "mail", "pay");
    assertThat(words(team.presses("bob", new Command.Seed(new Sowing.Edit(seed)))))
        .doesNotContain("Which gateway");
  }

  static Map<String, List<String>> form(
      String prompt, String shape, String options, String secret) {
    return Map.of(
        "prompt", List.of(prompt),
        "shape", List.of(shape),
        "options", List.of(options),
        "secret", List.of(secret),
        "day", List.of("2026-03-24"),
        "time", List.of("11:00"),
        "weeks", List.of("0"));
  }

  @Test
  void aVoteCountsOnceIsChangedAndShownInTheCard() {
    var posted = post(poll());
    var seed = seedOf(posted.reply());

    team.presses("bob", choose(seed, 0));
    team.presses("bob", choose(seed, 0));
    team.presses("kim", choose(seed, 0));
    team.presses("kim", choose(seed, 1));
    team.passes(SOON);

    assertThat(words(team.standing(posted)))
        .contains("2 votes", "1 · 50 %")
        .contains("@bob", "@kim");
  }

  @Test
  void aVoteIsTakenBack() {
    var posted = post(poll());
    var seed = seedOf(posted.reply());

    team.presses("bob", choose(seed, 0));
    team.presses("bob", new Command.Seed(new Sowing.ChooseNothing(seed)));
    team.passes(SOON);

    assertThat(words(team.standing(posted))).contains("No votes yet").doesNotContain("@bob");
  }

  @Test
  void aSecretPollNamesNobody() {
    var seed = poll();
    team.fillsIn(
        "ada",
        "seed/" + seed.room() + "/" + seed.id(),
        form("Which day?", "POLL", "Monday\nTuesday", "yes"));
    var posted = post(seed);

    var answer = team.presses("bob", choose(seed, 1));
    team.passes(SOON);

    assertThat(words(answer)).contains("Nobody sees");
    assertThat(words(team.standing(posted))).contains("One vote").doesNotContain("@bob");
  }

  @Test
  void whoIsForgottenIsTakenFromAPoll() {
    var posted = post(poll());
    team.presses("bob", choose(seedOf(posted.reply()), 0));

    team.presses("bob", new Command.ConfirmForget());
    team.passes(SOON);

    assertThat(words(team.standing(posted))).contains("No votes yet");
    assertThat(team.ponte.seeding().of(Set.of(Team.person("bob"))).chosen()).isEmpty();
  }

  @Test
  void whoIsInAChannelCallsForHelpAndSeesWhoVolunteers() {
    var preview =
        team.says("bob", "rally #dev: the build is red and I am stuck. Who can have a look?");
    var seed = seedOf(preview);
    team.presses("bob", new Command.Seed(new Sowing.Post(seed, true)));
    var posted = team.posted(Team.DEV).getFirst();

    team.presses("kim", choose(seed, 0));
    team.presses("kim", choose(seed, 0));
    team.presses("bob", choose(seed, 0));
    team.passes(SOON);

    assertThat(words(posted.reply())).contains("Help is needed", "Begun by @bob", "Nobody has");
    assertThat(words(team.standing(posted))).contains("One colleague can help: @kim");
    assertThat(words(team.theOnly("bob").reply()))
        .contains("A colleague can help with what you called for in #dev")
        .doesNotContain("@kim");

    team.presses("bob", new Command.Seed(new Sowing.Enough(seed)));
    team.passes(SOON);
    assertThat(words(team.standing(posted))).contains("No more help is needed");
    assertThat(words(team.presses("ada", choose(seed, 0)))).contains("closed");
  }

  @Test
  void nobodyCallsForHelpWhereTheyAreNotNorTwiceADay() {
    assertThat(words(team.says("eve", "rally #dev: who can have a look at the red build?")))
        .contains("no channel");
    var first = seedOf(team.says("bob", "rally #dev: who can have a look at the red build?"));
    team.presses("bob", new Command.Seed(new Sowing.Post(first, true)));
    var second = seedOf(team.says("bob", "rally #dev: and at the other build?"));

    assertThat(words(team.presses("bob", new Command.Seed(new Sowing.Post(second, true)))))
        .contains("a short while ago");
    assertThat(words(team.presses("kim", new Command.Seed(new Sowing.Post(second, true)))))
        .contains("those who take care");
    assertThat(team.posted(Team.DEV)).hasSize(1);
  }

  @Test
  void afterThreeDaysWhoPostedItIsToldOnceWhatBecameOfIt() {
    var posted = post(proposed());
    var place = team.platform.posted(OPS, posted.key()).orElseThrow();
    team.replies("bob", place, "we let the bastion host renew them each night");
    team.replies("eve", place, "and there is a page about it in the wiki");
    team.replies("ada", place, "thank you both");

    team.passes(Duration.ofDays(5));

    assertThat(team.written("ada").stream().map(each -> words(each.reply())))
        .singleElement()
        .asString()
        .contains("What became of the discussion that you began in #ops")
        .contains(IN_SHORT, "2 answers from 2 colleagues", "66 %", "too few others");
    assertThat(words(team.says("ada", "seeds"))).contains(IN_SHORT, "2 answers from 2 colleagues");
  }

  @Test
  void aPollIsClosedAfterThreeDaysAndNobodysVoteIsKept() {
    var posted = post(poll());
    var seed = seedOf(posted.reply());
    team.presses("bob", choose(seed, 1));

    team.passes(Duration.ofDays(4));

    assertThat(words(team.standing(posted)))
        .contains("One vote", "1 · 100 %", "This poll is closed")
        .doesNotContain("@bob");
    assertThat(team.ponte.seeding().of(Set.of(Team.person("bob"))).chosen()).isEmpty();
    assertThat(words(team.presses("kim", choose(seed, 0)))).contains("closed");
  }

  @Test
  void aSeriesIsPostedAgainUntilItIsEnded() {
    var seed = seedOf(team.says("ada", "discussion #ops: what went well, and what did not?"));
    var form = "seed/" + seed.room() + "/" + seed.id();
    var values = new java.util.HashMap<>(form("What went well?", "DISCUSSION", "", "no"));
    values.put("weeks", List.of("2"));
    team.fillsIn("ada", form, values);
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, false)));

    team.passes(Duration.ofDays(16));
    assertThat(team.posted(OPS)).hasSize(2);

    var next =
        team.ponte.seeding().seeds().in(OPS.workspace()).stream()
            .filter(each -> each.posted() != null && each.weeks() > 0)
            .findFirst()
            .orElseThrow();
    team.presses("ada", new Command.Seed(new Sowing.Leave(next.ref())));
    team.passes(Duration.ofDays(30));
    assertThat(team.posted(OPS)).hasSize(2);
  }

  @Test
  void whoPlannedASeriesIsToldWhenItEndsWithItsChannel() {
    weekly();

    team.acme.archived("ops");
    team.passes(Duration.ofDays(9));

    assertThat(words(team.theOnly("ada").reply())).contains("was not posted", "series has ended");
    assertThat(team.ponte.seeding().seeds().in(OPS.workspace())).hasSize(1);
  }

  private void weekly() {
    var seed = seedOf(team.says("ada", "discussion #ops: what went well, and what did not?"));
    var values = new java.util.HashMap<>(form("What went well?", "DISCUSSION", "", "no"));
    values.put("weeks", List.of("1"));
    team.fillsIn("ada", "seed/" + seed.room() + "/" + seed.id(), values);
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, false)));
  }

  @Test
  void standsInTheLanguageInWhichItWasSeenBefore() {
    team.acme.open("salotto");
    team.lives("ada", "Europe/Rome", Language.ITALIAN);
    var preview = team.says("ada", "discussione #salotto: pizza o pasta?");
    assertThat(words(preview)).contains("Aperta da @ada");

    var posted = post(seedOf(preview));

    assertThat(words(posted.reply())).contains("Aperta da @ada");
  }

  @Test
  void aColleagueIsAskedAnythingOnlyOnceTheyAgreed() {
    knowsAboutKafka();
    var seed = seedOf(team.says("ada", "discussion #ops: Kafka consumers: ask anything"));
    var values =
        form("Kafka consumers: what did you always want to know?", "ASK_ME_ANYTHING", "", "no");
    var preview = team.fillsIn("ada", "seed/" + seed.room() + "/" + seed.id(), values);
    assertThat(Team.commands(preview)).noneMatch(SeedingTest::posts);

    team.presses("ada", new Command.Seed(new Sowing.AskHost(seed, Team.person("bob"))));
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, true)));
    assertThat(team.posted(OPS)).isEmpty();
    assertThat(words(team.written("bob").getFirst().reply())).contains("ask you anything");

    team.presses("eve", new Command.Seed(new Sowing.Host(seed, true)));
    team.presses("bob", new Command.Seed(new Sowing.Host(seed, true)));
    assertThat(words(team.written("ada").getFirst().reply())).contains("@bob will answer");

    team.presses("ada", new Command.Seed(new Sowing.Post(seed, true)));
    assertThat(words(team.posted(OPS).getFirst().reply()))
        .contains("@bob has agreed to answer your questions");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatAColleagueSaysWhoIsToBeAskedAnythingIsCounted(boolean agreed) {
    knowsAboutKafka();
    var seed = seedOf(team.says("ada", "discussion #ops: Kafka consumers: ask anything"));
    team.fillsIn(
        "ada", "seed/" + seed.room() + "/" + seed.id(), form(KAFKA, "ASK_ME_ANYTHING", "", "no"));
    team.presses("ada", new Command.Seed(new Sowing.AskHost(seed, Team.person("bob"))));

    team.presses("bob", new Command.Seed(new Sowing.Host(seed, agreed)));

    var effects = new Effects(team.acme.records, EffectRules.DEFAULT, team.acme.clock);
    assertThat(effects.of(Team.person("bob")))
        .singleElement()
        .satisfies(
            shown ->
                assertThat(shown.said()).containsExactly(agreed ? Said.ACCEPTED : Said.PASSED));
  }

  @Test
  void whoAgreedToOneTextIsNotAskedAnythingUnderAnother() {
    var seed = agreedByBob();
    var form = "seed/" + seed.room() + "/" + seed.id();

    team.fillsIn("ada", form, form("Why is your code so slow?", "ASK_ME_ANYTHING", "", "no"));
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, true)));
    team.passes(Duration.ofDays(2));

    assertThat(team.posted(OPS)).isEmpty();
    assertThat(words(team.written("bob").getLast().reply()))
        .contains("was written another way", "does not hold");

    team.presses("ada", new Command.Seed(new Sowing.AskHost(seed, Team.person("bob"))));
    team.passes(Duration.ofDays(2));
    assertThat(words(team.written("bob").getLast().reply())).contains("Why is your code so slow?");
  }

  @Test
  void whoAgreedIsAskedAnewOnceItWasADiscussion() {
    var seed = agreedByBob();
    var form = "seed/" + seed.room() + "/" + seed.id();
    team.fillsIn("ada", form, form(KAFKA, "DISCUSSION", "", "no"));
    team.fillsIn("ada", form, form(KAFKA, "ASK_ME_ANYTHING", "", "no"));

    team.presses("ada", new Command.Seed(new Sowing.Post(seed, true)));
    assertThat(team.posted(OPS)).isEmpty();

    team.presses("ada", new Command.Seed(new Sowing.AskHost(seed, Team.person("bob"))));
    team.passes(Duration.ofDays(2));
    team.presses("bob", new Command.Seed(new Sowing.Host(seed, true)));
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, true)));
    assertThat(words(team.posted(OPS).getFirst().reply())).contains("@bob has agreed");
  }

  @Test
  void aNewMomentLeavesAnAgreementAsItIs() {
    var seed = agreedByBob();

    team.fillsIn(
        "ada", "seed/" + seed.room() + "/" + seed.id(), form(KAFKA, "ASK_ME_ANYTHING", "", "no"));
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, true)));

    assertThat(words(team.posted(OPS).getFirst().reply())).contains("@bob has agreed");
  }

  @Test
  void nobodyIsAskedAnythingWhoLeft() {
    var seed = agreedByBob();
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, false)));

    team.leaves("bob");
    team.passes(Duration.ofDays(3));

    assertThat(team.posted(OPS)).isEmpty();
  }

  @Test
  void whoIsToBeAskedAnythingReadsWhatTheChannelWillRead() {
    var seed = proposed();
    knowsAboutKafka();
    var template = team.ponte.seeding().seeds().in(OPS.workspace()).getFirst().draft().prompt();
    team.fillsIn(
        "ada",
        "seed/" + seed.room() + "/" + seed.id(),
        form(template, "ASK_ME_ANYTHING", "", "no"));

    team.presses("ada", new Command.Seed(new Sowing.AskHost(seed, Team.person("bob"))));

    assertThat(words(team.written("bob").getFirst().reply())).contains(IN_SHORT, template);
  }

  private static final String KAFKA = "Kafka consumers: what did you always want to know?";

  private Sowing.Of agreedByBob() {
    knowsAboutKafka();
    var seed = seedOf(team.says("ada", "discussion #ops: Kafka consumers: ask anything"));
    team.fillsIn(
        "ada", "seed/" + seed.room() + "/" + seed.id(), form(KAFKA, "ASK_ME_ANYTHING", "", "no"));
    team.presses("ada", new Command.Seed(new Sowing.AskHost(seed, Team.person("bob"))));
    team.presses("bob", new Command.Seed(new Sowing.Host(seed, true)));
    return seed;
  }

  @Test
  void colleaguesAreInvitedByConsentAndMentionedOnlyThen() {
    knowsAboutKafka();
    var seed = seedOf(team.says("ada", "discussion #ops: how do you restart Kafka consumers?"));
    team.presses("ada", new Command.Seed(new Sowing.Invite(seed, Team.person("bob"), true)));
    var posted = post(seed);
    assertThat(words(posted.reply())).doesNotContain("@bob");
    team.passes(Duration.ofMinutes(15));

    var asked = team.written("bob").getFirst().reply();
    assertThat(words(asked)).contains("asks in #ops");
    team.presses("bob", accept(asked));

    assertThat(team.shown.values().stream().map(each -> words(each.reply())))
        .anyMatch(each -> each.contains("@bob has had to do with this"));
  }

  private static Command accept(Reply asked) {
    return Team.commands(asked).stream()
        .filter(
            each -> each instanceof Command.AnswerInvitation(_, _, var rsvp) && rsvp == Rsvp.ACCEPT)
        .findFirst()
        .orElseThrow();
  }

  private void knowsAboutKafka() {
    team.acme.thread(
        "ops",
        Duration.between(Chat.START, team.acme.clock.instant().minus(Duration.ofDays(40)))
            .toMinutes(),
        "eve: how are the Kafka consumers restarted after an upgrade?",
        "bob: the Kafka consumers restart by themselves, one after the other",
        "eve: thanks, that helped");
    team.acme.thread(
        "ops",
        Duration.between(Chat.START, team.acme.clock.instant().minus(Duration.ofDays(39)))
            .toMinutes(),
        "kim: where do the Kafka consumers write their lag?",
        "bob: the lag of the Kafka consumers is on the dashboard",
        "kim: found it, thanks");
  }

  private static boolean posts(Command command) {
    return command instanceof Command.Seed(var wish) && wish instanceof Sowing.Post;
  }

  static Command choose(Sowing.Of seed, int option) {
    return new Command.Seed(new Sowing.Choose(seed, option));
  }

  private Sowing.Of proposed() {
    return seedOf(team.says("ada", "what should we talk about in #ops?"));
  }

  private Sowing.Of poll() {
    return seedOf(team.says("ada", "poll #ops: Which day suits you? Monday / Tuesday"));
  }

  private Outgoing post(Sowing.Of seed) {
    team.presses("ada", new Command.Seed(new Sowing.Post(seed, true)));
    return team.posted(seed.room()).getLast();
  }

  /** The seed that the first button is about. */
  static Sowing.Of seedOf(Reply reply) {
    return Team.commands(reply).stream()
        .flatMap(
            command ->
                command instanceof Command.Seed(var wish)
                    ? java.util.stream.Stream.of(wish)
                    : java.util.stream.Stream.<Sowing>empty())
        .flatMap(
            wish ->
                switch (wish) {
                  case Sowing.Show(var seed) -> java.util.stream.Stream.of(seed);
                  case Sowing.Post(var seed, _) -> java.util.stream.Stream.of(seed);
                  case Sowing.Choose(var seed, _) -> java.util.stream.Stream.of(seed);
                  case Sowing.Leave(var seed) -> java.util.stream.Stream.of(seed);
                  default -> java.util.stream.Stream.<Sowing.Of>empty();
                })
        .findFirst()
        .orElseThrow(() -> new AssertionError("no seed in " + words(reply)));
  }
}
