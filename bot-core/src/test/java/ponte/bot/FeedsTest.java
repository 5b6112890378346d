package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.Race;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.digest.Digest;
import ponte.digest.Edition;
import ponte.feed.Issues;
import ponte.feed.Issues.Issue;
import ponte.feed.Issues.Read;
import ponte.nlp.Language;

/** The digests of a channel for the whole company. */
class FeedsTest {

  private static final ChannelId RANDOM = Chat.in("random").channel();
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  private final Team team = new Team("2026-03-18T12:00:00Z");

  @BeforeEach
  void talkForAWeek() {
    team.talks("random");
    for (var told : List.of("consumers", "dashboards", "runbooks", "brokers")) {
      team.posts("eve", RANDOM, "The " + told + " of the Kafka upgrade look fine in the office.");
    }
    team.acme.clock.set(Instant.parse("2026-03-24T09:00:00Z"));
  }

  @Test
  void hasTheDigestsOfTheLastWeeksWhereNoneIsPosted() {
    var issue = issue(open());

    assertThat(issue.edition().title()).contains("#random", "16 March 2026", "22 March 2026");
    assertThat(issue.at()).isEqualTo("2026-03-22T23:00:00Z");
    assertThat(issue.changed()).isEqualTo(issue.at());
  }

  @Test
  void readsTheSameUnderTheSameNameWeekAfterWeek() {
    var secret = open();
    var before = issue(secret);

    team.acme.clock.advance(Duration.ofDays(7));

    assertThat(issue(secret)).isEqualTo(before);
  }

  @Test
  void hasTheDigestsThatWerePosted() {
    team.presses(
        "ada",
        Team.button(
            team.says("ada", "digest #random every tuesday 9:00"), Command.ConfirmDigest.class));
    team.acme.clock.set(Instant.parse("2026-03-31T06:30:00Z"));
    team.talks("random");
    team.at("2026-03-31T07:00:00Z");

    // Of the same days, and not in the post.
    team.talksOfSomethingElse("random");

    var issue = issue(open());
    assertThat(issue.at()).isEqualTo("2026-03-31T07:00:00Z");
    var stands =
        team.ponte.postedDigests().in(RANDOM).getFirst().digest().whole().items().stream()
            .map(Digest.Item::source)
            .toList();
    assertThat(issue.edition().lines().map(Edition.Line::source))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(stands);
  }

  @Test
  void leavesOutWhatWasDeletedAndSaysSinceWhen() {
    var secret = open();
    var decision = line(issue(secret), "decision");

    team.takesBack(decision.source());
    team.acme.clock.advance(Issues.FRESH);
    var after = issue(secret);

    assertThat(after.edition().lines().map(Edition.Line::source)).doesNotContain(decision.source());
    assertThat(after.changed()).isEqualTo(team.acme.clock.instant());
  }

  @Test
  void readsAsBeforeWhereOnlyWhatItDoesNotTellHasChanged() {
    var secret = open();
    var before = issue(secret);

    team.acme.directory.apply(
        List.of(
            new Roster.ChannelChanged(
                new EventId("topic"),
                new Channel(RANDOM, "random", Visibility.PUBLIC, "Anything goes", "", false),
                team.acme.clock.instant())));
    team.acme.clock.advance(Issues.FRESH);

    assertThat(issue(secret).changed()).isEqualTo(before.changed());
  }

  @Test
  void isMadeOnceForAllWhoReadAtTheSameTime() throws Exception {
    var secret = open();

    var read = Race.of(4, () -> read(secret));

    assertThat(read).allSatisfy(each -> assertThat(each).isSameAs(read.getFirst()));
  }

  @Test
  void namesNobodyWhoOptedOut() {
    var secret = open();
    assertThat(issue(secret).edition().toString()).contains("person=T1/ada");

    team.presses("ada", new Command.OptOut());
    team.acme.clock.advance(Issues.FRESH);

    assertThat(issue(secret).edition().toString()).doesNotContain("person=T1/ada");
  }

  @Test
  void isNothingToWhoDoesNotKnowItsAddress() {
    var first = open();
    assertThat(read("")).isEqualTo(new Read.Missing());
    assertThat(read(first + "x")).isEqualTo(new Read.Missing());

    var second = open();

    assertThat(second).isNotEqualTo(first).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(read(first)).isEqualTo(new Read.Missing());
    assertThat(read(second)).isInstanceOf(Read.Found.class);
    team.ponte.feeds().close(RANDOM);
    assertThat(read(second)).isEqualTo(new Read.Missing());
  }

  @Test
  void keepsTheHashOfItsSecretAlone() {
    var secret = open();

    assertThat(team.ponte.feeds().of(RANDOM).orElseThrow().toString()).doesNotContain(secret);
  }

  @ParameterizedTest
  @CsvSource({"PRIVATE, false", "PUBLIC, true"})
  void isGoneWithItsChannel(Visibility visibility, boolean archived) {
    var secret = open();
    assertThat(read(secret)).isInstanceOf(Read.Found.class);

    team.acme.directory.apply(
        List.of(
            new Roster.ChannelChanged(
                new EventId("closed"),
                new Channel(RANDOM, "random", visibility, "", "", archived),
                team.acme.clock.instant())));

    assertThat(read(secret)).isEqualTo(new Read.Gone());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isGoneForGoodOnceItsChannelWasPrivate(boolean isRead) {
    var secret = open();
    is(Visibility.PRIVATE);
    if (isRead) {
      assertThat(read(secret)).isEqualTo(new Read.Gone());
    }

    is(Visibility.PUBLIC);

    assertThat(read(secret)).isEqualTo(new Read.Gone());
    assertThat(team.ponte.feeds().of(RANDOM)).isEmpty();
    assertThat(read(open())).isInstanceOf(Read.Found.class);
    assertThat(read(secret)).isEqualTo(new Read.Missing());
  }

  /** At another replica nobody reads the feed, and the change is heard in one go with the next. */
  @Test
  void isGoneForGoodThoughItsChannelWasPrivateForAMoment() {
    var secret = open();
    team.hears(changed(Visibility.PRIVATE, 1), changed(Visibility.PUBLIC, 2));

    assertThat(read(secret)).isEqualTo(new Read.Gone());
  }

  private void is(Visibility visibility) {
    team.passes(Duration.ofSeconds(1));
    team.hears(changed(visibility, 0));
  }

  private Roster changed(Visibility visibility, int seconds) {
    return new Roster.ChannelChanged(
        new EventId(visibility + " " + team.acme.clock.instant()),
        new Channel(RANDOM, "random", visibility, "", "", false),
        team.acme.clock.instant().plusSeconds(seconds));
  }

  @Test
  void endsWhenWhoeverSwitchedItOnIsForgotten() {
    var secret = open();
    assertThat(team.ponte.feeds().of(Team.person("ada"))).hasSize(1);

    team.presses("ada", new Command.ConfirmForget());

    assertThat(read(secret)).isEqualTo(new Read.Missing());
  }

  @Test
  void standsInWhatIsKeptOfWhoeverSwitchedItOn() {
    open();

    assertThat(Team.words(team.presses("ada", new Command.MyData())))
        .contains("The feed of 1 channel that you switched on.");
    assertThat(Team.words(team.presses("ada", new Command.ExportMyData())))
        .contains("\"feeds\":[{\"channel\":\"T1/random\"");
  }

  @Test
  void makesNoEditionForWhoMayNotOpenTheChannel() {
    team.talks("board");
    var eve = new Asker(Team.person("eve"), audience("eve"), Language.ENGLISH, ROME);
    var kim = new Asker(Team.person("kim"), audience("kim"), Language.ENGLISH, ROME);
    var usual = new Command.Period.Usual();

    assertThat(team.ponte.editions().of(Team.BOARD, usual, eve)).isEmpty();
    assertThat(team.ponte.editions().of(Team.BOARD, usual, kim))
        .hasValueSatisfying(
            edition -> {
              assertThat(edition.worthReading()).isTrue();
              assertThat(edition.lines()).isNotEmpty();
              assertThat(edition.lines().map(Edition.Line::source).map(MessageId::channel))
                  .containsOnly(Team.BOARD);
            });
  }

  private Audience audience(String name) {
    return team.acme.directory.audienceOf(Team.person(name));
  }

  private String open() {
    return team.ponte.feeds().open(RANDOM, Team.person("ada"));
  }

  private Read read(String secret) {
    return team.ponte.issues().read(RANDOM, secret, ROME);
  }

  private Issue issue(String secret) {
    assertThat(read(secret)).isInstanceOf(Read.Found.class);
    return ((Read.Found) read(secret)).issues().getFirst();
  }

  private static Edition.Line line(Issue issue, String kind) {
    return issue
        .edition()
        .lines()
        .filter(line -> line.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
