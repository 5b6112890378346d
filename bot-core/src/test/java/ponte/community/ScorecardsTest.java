package ponte.community;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.consent.Preference;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.Person;
import ponte.conversation.TimeSpan;
import ponte.directory.Roles;
import ponte.expert.Workspace;
import ponte.nlp.Language;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.reply.Texts;

/** A morning counted by hand; mia takes care of the community. */
class ScorecardsTest {

  private static final TimeSpan DAY = new TimeSpan(Chat.START, Chat.START.plus(Duration.ofDays(1)));

  private final Workspace acme =
      new Workspace().people("ada", "bob", "cleo", "dan", "eve", "mia").open("ops", "web");

  @BeforeEach
  void aMorning() {
    acme.person("ponte", Person.Standing.BOT, null);
    acme.thread("ops", 120, "ada: how do I restart it?", "bob: with the script", "cleo: or not");
    acme.thread("ops", 150, "bob: where are the logs?", "bob: any of them", "mia: on the server");
    acme.thread("ops", 180, "cleo: who owns the build?");
    says("ponte", 181, 180, "dan knows about it");
    acme.thread("ops", 210, "dan: is there a staging server?", "dan: for the demo");
    acme.thread("ops", 240, "bob: lunch is served", "ada: I am on my way");
    acme.thread("ops", 270, "eve: good morning", "eve: I am new here");
  }

  private void says(String program, double minute, double root, String text) {
    var chat = Chat.in("ops");
    acme.archive.apply(
        List.of(Chat.posted(chat.message(minute, program, Message.Kind.BOT, chat.id(root), text))));
  }

  private Community community() {
    return new Community(
        new Community.Ground(
            acme.archive,
            acme.directory,
            acme.preferences,
            Workspace.NLP,
            new Roles(Set.of(Chat.person("mia").toString()), Set.of()),
            new Effects(acme.records, EffectRules.DEFAULT, acme.clock),
            Runnable::run,
            acme.clock),
        CommunityRules.DEFAULT);
  }

  private Scorecard card() {
    return pulse(null).now();
  }

  private Pulse pulse(@org.jspecify.annotations.Nullable Channel channel) {
    return community()
        .scorecards()
        .of(channel, DAY, acme.directory.everybody(), ZoneOffset.UTC)
        .orElseThrow();
  }

  @Test
  void countWhoAnswers() {
    var card = card();

    assertThat(card.people()).isEqualTo(6);
    assertThat(card.messages()).isEqualTo(13);
    assertThat(card.questions()).isEqualTo(4);
    assertThat(card.byPeers()).isEqualTo(new Share(2, 4));
    assertThat(card.answerers()).isEqualTo(3);
    assertThat(card.concentration()).isZero();
    assertThat(card.withoutBot()).isEqualTo(new Share(3, 4));
    assertThat(card.mutual()).isEqualTo(new Share(2, 4));
    assertThat(card.newVoices()).isEqualTo(6);
    assertThat(card.nudges()).isNull();
    assertThat(card.shape()).isNull();
  }

  @Test
  void countWhatIsUnansweredAfterThreeDaysAndHowLongTheOthersWaited() {
    var card = card();

    assertThat(card.unanswered()).isEqualTo(new Share(2, 4));
    assertThat(card.answered()).isEqualTo(2);
    assertThat(card.waited()).isEqualTo(Duration.ofSeconds(90));
    assertThat(card.waitedAtWork()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void leaveOutThoseWhoDoNotTakePartAndQuestionsThatOnlyTheyAnswered() {
    acme.thread("ops", 300, "ada: what is the port?", "dan: 8080");
    acme.preferences.change(Chat.person("dan"), each -> each.with(Preference.Standing.OUT));

    var card = card();

    assertThat(card.people()).isEqualTo(5);
    assertThat(card.questions()).isEqualTo(4);
    assertThat(card.unanswered()).isEqualTo(new Share(1, 3));
    assertThat(card.byPeers()).isEqualTo(new Share(2, 4));
  }

  @Test
  void tellNothingOfFewerThanFive() {
    acme.thread("web", 0, "ada: is it slow?", "bob: yes");
    var web = acme.directory.channelNamed("web", acme.directory.everybody()).orElseThrow();
    var scorecards = community().scorecards();

    assertThat(scorecards.of(web, DAY, acme.directory.everybody(), ZoneOffset.UTC)).isEmpty();
    assertThat(scorecards.rooms(DAY, acme.directory.everybody()))
        .extracting(room -> room.channel().name())
        .containsExactly("ops");
  }

  @Test
  void tellNoCountAndNoTimeOfFewerThanFive() {
    var words = new ScorecardWords(Texts.in(Language.ENGLISH), ZoneOffset.UTC);
    assertThat(words.questions(card())).isEqualTo("too few to tell");
    acme.thread("ops", 300, "dan: what is the port?", "dan: of the new one");
    acme.thread("ops", 310, "dan: and the host?", "dan: of the old one");

    var card = card();

    assertThat(words.questions(card)).isEqualTo("6");
    assertThat(
            List.of(Measure.ANSWERERS, Measure.WAITED, Measure.WAITED_AT_WORK, Measure.NEW_ACROSS))
        .allMatch(measure -> measure.of(card) == null);
    assertThat(Measure.NEW_VOICES.of(card)).isEqualTo(6);
  }

  @Test
  void compareWithAsLongATimeBeforeAndGoByNoPartOfAWeek() {
    acme.thread("ops", -1_300, "ada: why is it red?", "bob: the tests", "cleo: mine", "dan: no");
    acme.thread("ops", -1_200, "eve: what now?", "mia: we wait");

    var pulse = pulse(null);

    assertThat(requireNonNull(pulse.before()).byPeers()).isEqualTo(new Share(3, 4));
    assertThat(pulse.now().newVoices()).isZero();
    assertThat(pulse.verdict()).isEqualTo(Verdict.TOO_LITTLE);
    assertThat(pulse.course()).isEmpty();
  }

  @Test
  void compareWithNothingWhereTheFirstWordCameLater() {
    acme.thread("ops", -60, "ada: why is it red?", "bob: the tests");

    assertThat(pulse(null).before()).isNull();
  }

  @Test
  void countTiesBetweenTeamsByWhereTheirPeopleAreAtHome() {
    var minute = 600;
    for (var name : List.of("ada", "bob", "cleo", "dan", "eve")) {
      acme.thread("web", minute += 10, name + ": a page is slow", name + ": it is quick again");
      acme.thread("web", minute += 10, name + ": a page is slow", name + ": it is quick again");
      acme.thread("web", minute += 10, name + ": a page is slow", name + ": it is quick again");
    }
    acme.people("flo", "gus", "hal", "ida", "joe").open("hall");
    for (var name : List.of("flo", "gus", "hal", "ida", "joe")) {
      acme.thread("hall", minute += 10, name + ": the coffee is out", name + ": it is there");
    }
    acme.thread("hall", 900, "flo: who has the key?", "ada: I have it", "gus: not me");
    acme.thread("hall", 920, "gus: and the lamp?", "hal: in the cellar");

    var card = card();

    // At home in web: ada, bob, cleo, dan, eve; in ops: mia; the others in hall. Across teams:
    // bob and mia, ada and flo; within: bob and ada, cleo and ada, gus and flo, hal and gus.
    assertThat(card.across()).isEqualTo(new Share(2, 6));
    assertThat(card.newAcross()).isEqualTo(2);
  }

  @Test
  void goByWholeWeeksOfTheReadersClockAndByMonthsWhereItIsLong() {
    var rome = ZoneId.of("Europe/Rome");
    var from = Instant.parse("2026-03-04T10:00:00Z");

    var weeks = Scorecards.parts(new TimeSpan(from, from.plus(Duration.ofDays(28))), rome);
    var months = Scorecards.parts(new TimeSpan(from, from.plus(Duration.ofDays(180))), rome);

    assertThat(weeks).hasSize(3);
    assertThat(weeks.getFirst().from()).isEqualTo(Instant.parse("2026-03-08T23:00:00Z"));
    assertThat(weeks.getLast().until()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    assertThat(months).hasSize(4);
    assertThat(months.getFirst().from()).isEqualTo(Instant.parse("2026-03-31T22:00:00Z"));
    assertThat(months.getLast().until()).isEqualTo(Instant.parse("2026-07-31T22:00:00Z"));
  }

  @Test
  void goByAllWeeksOfASpanThatBeginsAndEndsWithOne() {
    var monday = Instant.parse("2026-03-02T00:00:00Z");

    assertThat(
            Scorecards.parts(
                new TimeSpan(monday, monday.plus(Duration.ofDays(28))), ZoneOffset.UTC))
        .hasSize(4)
        .startsWith(new TimeSpan(monday, monday.plus(Duration.ofDays(7))));
  }

  @Test
  void areForCommunityManagersAloneAndSayNobodysName() {
    acme.clock.set(DAY.until().plus(Duration.ofDays(4)));
    var desk = community().desk();
    var wish = new Command.Pulse(null, new Period.LastDays(28));

    assertThat(desk.show(wish, acme.asker("ada")).toString())
        .contains("Only those who take care of the community see this");
    assertThat(desk.show(wish, acme.nobody()).toString()).contains("Tell me who you are first");
    assertThat(desk.show(wish, acme.asker("mia")).toString())
        .contains(
            "Pulse of the community",
            "too few to say",
            "fewer than five answers",
            "People who wrote: 6")
        .doesNotContain("People who answered", "Time to the first answer")
        .doesNotContain("ada", "bob", "cleo", "dan ");
    var italian = acme.asker("mia").reading(Language.ITALIAN);
    assertThat(desk.show(wish, italian).toString()).contains("Polso della comunità");
  }

  @Test
  void knowPublicChannelsAlone() {
    acme.closed("board", "ada", "mia");
    var desk = community().desk();

    assertThat(desk.show(new Command.Pulse("board", new Period.Usual()), acme.asker("mia")))
        .hasToString(
            desk.show(new Command.Pulse("nowhere", new Period.Usual()), acme.asker("mia"))
                .toString()
                .replace("nowhere", "board"));
  }

  @Test
  void endNowWhereMoreIsAskedFor() {
    acme.clock.set(Instant.parse("2026-03-20T12:00:00Z"));
    var mia = new Asker(null, acme.directory.everybody(), Language.ENGLISH, ZoneOffset.UTC);
    var month =
        new Period.Dates(java.time.LocalDate.of(2026, 3, 1), java.time.LocalDate.of(2026, 3, 31));

    assertThat(community().desk().span(month, mia))
        .isEqualTo(
            new TimeSpan(
                Instant.parse("2026-02-27T12:00:00Z"), Instant.parse("2026-03-20T12:00:00Z")));
  }

  @Test
  void areOfWholeWeeksSoThatNoTwoOfThemTellOfASingleDay() {
    acme.clock.set(Instant.parse("2026-04-10T12:00:00Z"));
    var desk = community().desk();
    var mia = acme.asker("mia");
    var day = java.time.LocalDate.of(2026, 3, 18);

    assertThat(desk.span(new Period.LastDays(27), mia))
        .isEqualTo(desk.span(new Period.LastDays(28), mia))
        .isEqualTo(TimeSpan.before(acme.clock.instant(), Duration.ofDays(28)));
    assertThat(desk.span(new Period.Dates(day, day), mia))
        .isEqualTo(
            new TimeSpan(
                Instant.parse("2026-03-13T12:00:00Z"), Instant.parse("2026-03-20T12:00:00Z")));
  }
}
