package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.ConfirmDigest;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.RichText.Span;
import ponte.conversation.TimeSpan;
import ponte.reply.Block;
import ponte.schedule.Schedules;

/** Digests that come again and again, from the wish to the channel. */
class ScheduledDigestsTest {

  private final Team team = new Team("2026-03-23T09:00:00Z");

  @Test
  void showsADigestBeforeItIsScheduledAndPostsNothing() {
    team.talks("dev");

    var preview = team.says("ada", "digest #dev every monday 9:00");
    team.passes(Duration.ofDays(8));

    assertThat(Team.words(preview)).contains("every Monday at 09:00", "Kafka", "Post it like this");
    assertThat(team.posted(Team.DEV)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "digest #dev every monday 9:00, 2026-03-30T07:00:00Z",
    "digest #dev every day at 8:30, 2026-03-24T07:30:00Z",
    "riassunto #dev ogni mercoledì alle 9, 2026-03-25T08:00:00Z",
    "digest #dev every tuesday and friday at 5 pm, 2026-03-24T16:00:00Z",
    "riassunto di #dev ogni giorno feriale alle 14.15, 2026-03-23T13:15:00Z"
  })
  void postsItInItsChannelAtTheTimeOnTheOwnersClock(String wish, String at) {
    confirms("ada", wish);

    passesUntil(Instant.parse(at).minus(Duration.ofHours(1)));
    team.talks("dev");
    passesUntil(Instant.parse(at).minus(Duration.ofMinutes(1)));
    assertThat(team.posted(Team.DEV)).isEmpty();

    passesUntil(Instant.parse(at));
    assertThat(team.posted(Team.DEV)).hasSize(1);
  }

  @Test
  void comesAtTheSameTimeOfDayOnBothSidesOfTheChangeToSummerTime() {
    confirms("ada", "digest #dev every day at 9:00");

    assertThat(dues("2026-03-28T00:00:00Z", 3))
        .containsExactly("2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z", "2026-03-30T07:00:00Z");
  }

  @Test
  void comesWhenTheClocksGoForwardWhereItsTimeIsLeftOut() {
    confirms("ada", "digest #dev every day at 2:30");

    assertThat(dues("2026-03-28T00:00:00Z", 3))
        .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
  }

  @Test
  void comesOnceWhereItsTimeComesTwice() {
    team.acme.clock.set(Instant.parse("2026-10-23T09:00:00Z"));
    confirms("ada", "digest #dev every day at 2:30");

    assertThat(dues("2026-10-24T00:00:00Z", 3))
        .containsExactly("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
  }

  @Test
  void makesUpForTheLatestOneMissedWithinADay() {
    confirms("ada", "digest #dev every day at 9:00");

    team.acme.clock.set(Instant.parse("2026-03-27T07:30:00Z"));
    team.talks("dev");
    team.acme.clock.set(Instant.parse("2026-03-27T17:00:00Z"));
    team.work();

    assertThat(team.posted(Team.DEV))
        .singleElement()
        .satisfies(post -> assertThat(post.key()).endsWith("/2026-03-27T08:00:00Z"));
    assertThat(dues("2026-03-27T18:00:00Z", 1)).containsExactly("2026-03-28T08:00:00Z");
  }

  @Test
  void dropsWhatWasMissedLongerThanADayAgoAndPlansTheNext() {
    confirms("ada", "digest #dev every monday at 9:00");

    team.acme.clock.set(Instant.parse("2026-03-31T17:00:00Z"));
    team.talks("dev");
    team.work();

    assertThat(team.posted(Team.DEV)).isEmpty();
    assertThat(dues("2026-03-31T18:00:00Z", 1)).containsExactly("2026-04-06T07:00:00Z");
  }

  @Test
  void comesOnceThoughAReplicaDiesBeforeItIsDone() {
    confirms("ada", "digest #dev every day at 9:00");
    team.acme.clock.set(Instant.parse("2026-03-24T08:00:00Z"));
    team.talks("dev");
    var lost = team.queue.lease(Schedules.DUE, 1, Duration.ofMinutes(2));
    team.timer(team.ponte).handle(lost);

    team.passes(Duration.ofHours(1));

    assertThat(team.posted(Team.DEV)).hasSize(1);
    assertThat(dues("2026-03-24T10:00:00Z", 1)).containsExactly("2026-03-25T08:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    "2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z"
  })
  void comesOnceInTheNightInWhichTheClocksAreChanged(String from, String at) {
    team.acme.clock.set(Instant.parse(from));
    confirms("ada", "digest #dev every day at 2:30");
    passesUntil(Instant.parse(at).minus(Duration.ofHours(1)));
    team.talks("dev");

    passesUntil(Instant.parse(at).plus(Duration.ofHours(6)));

    assertThat(team.posted(Team.DEV))
        .singleElement()
        .satisfies(post -> assertThat(post.key()).endsWith("/" + at));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-24T12:00:00Z, 2026-10-24T07:00:00Z, 2026-10-25T08:00:00Z, 0",
    "2026-03-28T12:00:00Z, 2026-03-28T08:00:00Z, 2026-03-29T07:00:00Z, 0",
    "2026-03-26T12:00:00Z, 2026-03-26T08:00:00Z, 2026-03-27T08:00:00Z, 9"
  })
  void tellsOfAllSinceTheOneBeforeItHoweverLongTheDayAndHoweverLateItComes(
      Instant wanted, Instant before, Instant at, int hoursLate) {
    team.acme.clock.set(wanted);
    confirms("ada", "digest #dev every day at 9:00");
    team.acme.clock.set(before.plus(Duration.ofHours(1)));
    team.talks("dev");

    team.acme.clock.set(at.plus(Duration.ofHours(hoursLate)));
    team.talksOfSomethingElse("dev");
    team.work();

    assertThat(team.ponte.postedDigests().in(Team.DEV))
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.digest().span()).isEqualTo(new TimeSpan(before, at));
              assertThat(post.digest().messages()).isEqualTo(hoursLate == 0 ? 15 : 11);
            });
  }

  @Test
  void comesOnceAndComesAgainThoughTheClockOfItsReplicaIsBehind() {
    confirms("ada", "digest #dev every day at 9:00");
    team.acme.clock.set(Instant.parse("2026-03-24T08:00:00Z"));
    team.talks("dev");
    var leases = team.queue.lease(Schedules.DUE, 1, Duration.ofMinutes(2));

    team.acme.clock.set(Instant.parse("2026-03-24T07:59:59Z"));
    team.timer(team.ponte).handle(leases);
    team.queue.done(leases);
    team.passes(Duration.ofHours(2));

    assertThat(team.posted(Team.DEV)).hasSize(1);
    assertThat(dues("2026-03-24T10:00:00Z", 1)).containsExactly("2026-03-25T08:00:00Z");
  }

  @Test
  void comesOnceThoughTheClockIsSetBackAfterwards() {
    confirms("ada", "digest #dev every day at 9:00");
    team.acme.clock.set(Instant.parse("2026-03-24T08:00:00Z"));
    team.talks("dev");
    team.work();

    team.acme.clock.set(Instant.parse("2026-03-24T05:00:00Z"));
    team.ponte.planAhead();
    team.passes(Duration.ofHours(5));

    assertThat(team.posted(Team.DEV)).hasSize(1);
    assertThat(dues("2026-03-24T10:00:00Z", 1)).containsExactly("2026-03-25T08:00:00Z");
  }

  @Test
  void comesAgainOnTimeAfterAClockRanAheadForAWhile() {
    confirms("ada", "digest #dev every day at 9:00");
    team.acme.clock.set(Instant.parse("2027-03-24T12:00:00Z"));
    team.work();

    team.acme.clock.set(Instant.parse("2026-03-24T06:30:00Z"));
    team.ponte.planAhead();
    passesUntil(Instant.parse("2026-03-25T07:30:00Z"));
    team.talks("dev");
    passesUntil(Instant.parse("2026-03-25T12:00:00Z"));

    assertThat(team.posted(Team.DEV))
        .singleElement()
        .satisfies(post -> assertThat(post.key()).endsWith("/2026-03-25T08:00:00Z"));
    assertThat(dues("2026-03-25T12:00:00Z", 1)).containsExactly("2026-03-26T08:00:00Z");
  }

  @Test
  void comesOnceThoughTwoReplicasHoldIt() {
    confirms("ada", "digest #dev every day at 9:00");
    team.acme.clock.set(Instant.parse("2026-03-24T08:00:00Z"));
    team.talks("dev");

    var lost = team.queue.lease(Schedules.DUE, 1, Duration.ofMinutes(2));
    team.acme.clock.advance(Duration.ofMinutes(3));
    var taken = team.queue.lease(Schedules.DUE, 1, Duration.ofMinutes(2));
    team.timer(team.ponte).handle(taken);
    team.timer(team.acme.ponte(team.queue)).handle(lost);
    team.queue.done(lost);
    team.queue.done(taken);
    team.passes(Duration.ofHours(1));

    assertThat(team.posted(Team.DEV)).hasSize(1);
    assertThat(team.queue.depth(Schedules.DUE).waiting()).isEqualTo(1);
    assertThat(dues("2026-03-24T10:00:00Z", 1)).containsExactly("2026-03-25T08:00:00Z");
  }

  @Test
  void comesOnceForTheNextTimeToWhoeverSleptOverOne() {
    confirms("ada", "digest #dev every day at 9:00");
    team.acme.clock.set(Instant.parse("2026-03-24T08:00:00Z"));
    var lost = team.queue.lease(Schedules.DUE, 1, Duration.ofMinutes(2));
    passesUntil(Instant.parse("2026-03-25T07:30:00Z"));
    team.talks("dev");
    passesUntil(Instant.parse("2026-03-25T08:15:00Z"));

    team.timer(team.acme.ponte(team.queue)).handle(lost);
    team.passes(Duration.ofHours(1));

    assertThat(team.posted(Team.DEV))
        .singleElement()
        .satisfies(post -> assertThat(post.key()).endsWith("/2026-03-25T08:00:00Z"));
  }

  @Test
  void comesOnceAfterWeeksInWhichNobodyWorked() {
    confirms("ada", "digest #dev every day at 9:00");

    team.acme.clock.set(Instant.parse("2026-04-20T07:30:00Z"));
    team.talks("dev");
    team.ponte.planAhead();
    team.work();

    assertThat(team.posted(Team.DEV))
        .singleElement()
        .satisfies(post -> assertThat(post.key()).endsWith("/2026-04-20T07:00:00Z"));
    assertThat(team.queue.depth(Schedules.DUE).waiting()).isEqualTo(2);
    assertThat(dues("2026-04-20T08:00:00Z", 1)).containsExactly("2026-04-21T07:00:00Z");
  }

  @Test
  void comesAgainAfterOneWasGivenUpAndDiscarded() {
    confirms("ada", "digest #dev every day at 9:00");
    team.acme.clock.set(Instant.parse("2026-03-24T08:00:00Z"));
    var lease = team.queue.lease(Schedules.DUE, 1, Duration.ofMinutes(2)).getFirst();
    team.queue.bury(lease, "broken");
    team.queue.discard(Schedules.DUE, lease.entry().key());

    team.ponte.planAhead();
    team.ponte.planAhead();

    assertThat(dues("2026-03-24T10:00:00Z", 1)).containsExactly("2026-03-25T08:00:00Z");
    assertThat(team.queue.depth(Schedules.DUE).waiting()).isEqualTo(2);
  }

  @Test
  void isMadeOfItsChannelAlone() {
    confirms("ada", "digest #board every day at 9:00");
    passesUntil(Instant.parse("2026-03-24T07:30:00Z"));
    team.talks("board");
    team.talks("dev");

    passesUntil(Instant.parse("2026-03-24T08:00:00Z"));

    assertThat(team.posted(Team.DEV)).isEmpty();
    assertThat(team.posted(Team.BOARD))
        .singleElement()
        .satisfies(
            post ->
                assertThat(links(post.reply().blocks()))
                    .isNotEmpty()
                    .allMatch(link -> link.channel().equals(Team.BOARD)));
  }

  @Test
  void tellsTheOwnerAloneAndOnceThatTooLittleWasSaid() {
    confirms("ada", "digest #dev every day at 9:30");

    passesUntil(Instant.parse("2026-03-24T23:00:00Z"));

    assertThat(team.posted(Team.DEV)).isEmpty();
    assertThat(team.written("ada"))
        .singleElement()
        .satisfies(
            note -> assertThat(Team.words(note.reply())).contains("No digest", "Only you read"));
  }

  @Test
  void tellsTheOwnerAloneThatNothingSaidCanBeQuoted() {
    confirms("ada", "digest #dev every day at 9:30");
    team.jokes("dev");

    passesUntil(Instant.parse("2026-03-24T23:00:00Z"));

    assertThat(team.posted(Team.DEV)).isEmpty();
    assertThat(team.written("ada"))
        .singleElement()
        .satisfies(
            note ->
                assertThat(Team.words(note.reply()))
                    .contains("nothing that can be understood by itself", "Only you read"));
  }

  @Test
  void holdsThatNoteOverTheOwnersQuietHours() {
    confirms("ada", "digest #dev every saturday at 9:30");

    passesUntil(Instant.parse("2026-03-29T21:00:00Z"));
    assertThat(team.written("ada")).isEmpty();

    passesUntil(Instant.parse("2026-03-30T07:00:00Z"));
    assertThat(team.written("ada")).hasSize(1);
  }

  @Test
  void holdsThatNoteOverQuietHoursThatItsDeliveryIsLateFor() {
    confirms("ada", "digest #dev every saturday at 9:30");
    passesUntil(Instant.parse("2026-03-28T21:00:00Z"));

    team.acme.clock.set(Instant.parse("2026-03-30T20:00:00Z"));
    team.work();
    assertThat(team.written("ada")).isEmpty();

    passesUntil(Instant.parse("2026-03-31T07:00:00Z"));
    assertThat(team.written("ada")).hasSize(1);
  }

  @Test
  void dropsThatNoteOnceItIsNoNews() {
    confirms("ada", "digest #dev every saturday at 9:30");
    passesUntil(Instant.parse("2026-03-28T21:00:00Z"));

    team.acme.clock.set(Instant.parse("2026-04-01T09:00:00Z"));
    team.passes(Duration.ofDays(1));

    assertThat(team.written("ada")).isEmpty();
  }

  @Test
  void stopsWhenAnybodyOfTheChannelSaysSo() {
    confirms("ada", "digest #dev every day at 9:00");

    var answer = team.says("bob", "basta riassunto #dev");
    team.talks("dev");
    passesUntil(Instant.parse("2026-03-25T09:00:00Z"));

    assertThat(Team.words(answer)).contains("In #dev non si pubblicano più riassunti.");
    assertThat(team.shown.values()).noneMatch(each -> each.key().startsWith("schedule/"));
  }

  @Test
  void changesWhenItIsScheduledAgain() {
    confirms("ada", "digest #dev every day at 9:00");
    confirms("bob", "digest #dev every day at 10:00");

    assertThat(Team.words(team.says("kim", "digests")))
        .contains("every day at 10:00")
        .doesNotContain("09:00");
    passesUntil(Instant.parse("2026-03-24T07:30:00Z"));
    team.talks("dev");
    passesUntil(Instant.parse("2026-03-24T08:30:00Z"));
    assertThat(team.posted(Team.DEV)).isEmpty();
    passesUntil(Instant.parse("2026-03-24T09:00:00Z"));
    assertThat(team.posted(Team.DEV)).hasSize(1);
  }

  @Test
  void doesNotKnowAChannelThatTheAskerMayNotOpen() {
    confirms("ada", "digest #board every day at 9:00");

    for (var wish : List.of("digest #board every day at 9:00", "stop digest #board")) {
      var hidden = Team.words(team.says("eve", wish));
      var missing = Team.words(team.says("eve", wish.replace("board", "wxyzwxyz")));
      assertThat(hidden).isEqualTo(missing.replace("wxyzwxyz", "board"));
    }
    assertThat(Team.words(team.says("eve", "digests"))).doesNotContain("board");
    var rhythm = team.ponte.schedules().of(Team.BOARD).orElseThrow().rhythm();
    assertThat(Team.words(team.presses("eve", new ConfirmDigest("board", rhythm))))
        .isEqualTo(
            Team.words(team.presses("eve", new ConfirmDigest("wxyzwxyz", rhythm)))
                .replace("wxyzwxyz", "board"));
    assertThat(Team.words(team.presses("eve", new Command.StopSchedule(Team.BOARD))))
        .contains("You cannot open that channel.");
    assertThat(team.ponte.schedules().of(Team.BOARD)).isPresent();
  }

  @Test
  void letsOnlyThoseInAChannelDecideWhatIsPostedThere() {
    var random = Chat.in("random").channel();
    team.acme.directory.apply(
        List.of(
            new Event.Roster.MembersListed(
                new EventId("random"),
                random,
                Set.of(Team.person("bob")),
                team.acme.clock.instant())));

    assertThat(Team.words(team.says("eve", "digest #random every day at 9:00")))
        .contains("You are not in #random.");
    assertThat(Team.words(team.says("eve", "riassunto #random ogni giorno alle 9")))
        .contains("Non sei in #random.");
    confirms("bob", "digest #random every day at 9:00");
    assertThat(Team.words(team.says("eve", "stop digest #random"))).contains("You are not in");
    assertThat(team.ponte.schedules().of(random)).isPresent();
  }

  @Test
  void endsWithItsChannel() {
    confirms("ada", "digest #dev every day at 9:00");
    team.acme.archived("dev");

    passesUntil(Instant.parse("2026-03-25T09:00:00Z"));

    assertThat(team.ponte.schedules().of(Team.DEV)).isEmpty();
    assertThat(Team.words(team.says("ada", "digest #dev every day at 9:00")))
        .contains("#dev is archived");
  }

  private void confirms(String name, String wish) {
    team.presses(name, Team.button(team.says(name, wish), ConfirmDigest.class));
  }

  private void passesUntil(Instant moment) {
    team.passes(Duration.between(team.acme.clock.instant(), moment));
  }

  /** The next moments from one on at which a digest of dev is due. */
  private List<String> dues(String from, int many) {
    var schedule = team.ponte.schedules().of(Team.DEV).orElseThrow();
    var moment = Instant.parse(from);
    var dues = new ArrayList<String>();
    for (var i = 0; i < many; i++) {
      moment = schedule.next(moment);
      dues.add(moment.toString());
    }
    if (many == 1) {
      assertThat(team.queue.depth(Schedules.DUE).oldestDue()).isEqualTo(moment);
    }
    return dues;
  }

  static List<MessageId> links(List<Block> blocks) {
    return blocks.stream()
        .filter(Block.Listing.class::isInstance)
        .flatMap(block -> ((Block.Listing) block).items().stream())
        .flatMap(item -> Stream.concat(item.lines().stream(), Stream.of(item.small())))
        .flatMap(text -> text.spans().stream())
        .filter(Span.MessageLink.class::isInstance)
        .map(span -> ((Span.MessageLink) span).message())
        .toList();
  }
}
