package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.ConfirmDigest;
import ponte.command.Command.StopPrivateDigest;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.reply.Reply;
import ponte.schedule.PrivateSchedule;
import ponte.schedule.PrivateSchedules;

/** Digests that come again and again to one person alone. */
class PrivateDigestsTest {

  private static final String BOTH = "digest #dev #board every day at 8:30";

  private final Team team = new Team("2026-03-23T09:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "digest #dev #board every monday at 9 | #dev and #board | every Monday at 09:00 | Kafka",
        "riassunto #dev e #board ogni lunedì alle 9 | #dev e #board | ogni lunedì alle 09:00 | Kafka",
        "my digest every day at 8:30 | what you missed | every day at 08:30 | nobody else",
        "il mio riassunto ogni giorno alle 8:30 | ti sei perso | ogni giorno alle 08:30 | nessun altro"
      })
  void isShownBeforeItIsScheduledAndSentToNobody(
      String wish, String what, String when, String also) {
    team.talks("dev");

    var preview = team.says("ada", wish);
    team.at("2026-03-30T07:15:00Z");

    assertThat(Team.words(preview)).contains(what, when, also);
    assertThat(Team.commands(preview)).hasAtLeastOneElementOfType(Command.Dismiss.class);
    assertThat(team.written("ada")).isEmpty();
    assertThat(schedules("ada")).isEmpty();
  }

  /** One line a question, with what can be done about it. */
  @ParameterizedTest
  @ValueSource(strings = {"my digest since monday", "il mio riassunto da lunedì"})
  void tellsAnOpenQuestionOnceAndOffersToInvite(String wish) {
    team.acme.clock.set(Instant.parse("2026-03-27T10:00:00Z"));
    for (int gateway = 0; gateway < 6; gateway++) {
      var at = Instant.parse("2026-02-10T10:00:00Z").plus(Duration.ofDays(gateway));
      var opening =
          team.posted(
              "bob",
              Team.DEV,
              "How do we rotate the certificates of gateway number %d before they expire?"
                  .formatted(gateway),
              at);
      team.said(
          "kim",
          opening,
          "the certificates of the gateway are rotated by the nightly job on the bastion host,"
              + " I wrote it",
          at.plus(Duration.ofMinutes(5)));
      team.said(
          "bob",
          opening,
          "thanks @kim, that worked for the certificates",
          at.plus(Duration.ofMinutes(15)));
    }
    team.speaksOfTheParkingLot();
    team.posted(
        "bob",
        Team.DEV,
        "How do we rotate the certificates of the payment gateway before they expire?",
        Instant.parse("2026-03-24T09:00:00Z"));

    var mine = team.says("ada", wish);

    assertThat(Team.words(mine).split("certificates of the payment gateway", -1)).hasSize(2);
    assertThat(Team.commands(mine)).hasAtLeastOneElementOfType(Command.Invite.class);
  }

  @Test
  void comesToWhoWantedItAloneEvenInTheirQuietHours() {
    confirms("ada", BOTH);
    talksBefore("2026-03-24T07:30:00Z");
    assertThat(team.written("ada")).isEmpty();

    passesUntil("2026-03-24T07:30:00Z");

    var sent = sent("ada");
    assertThat(ScheduledDigestsTest.links(sent.blocks()))
        .extracting(MessageId::channel)
        .contains(Team.DEV, Team.BOARD);
    assertThat(Team.words(sent)).contains("every day at 08:30", "stop digest #dev #board");
    assertThat(team.written("bob")).isEmpty();
    assertThat(team.posted(Team.DEV)).isEmpty();
    assertThat(team.posted(Team.BOARD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "my digest every day at 8:30, What you missed",
    "il mio riassunto ogni giorno alle 8:30, What you missed"
  })
  void tellsWhatWasMissedSinceTheLastTime(String wish, String title) {
    confirms("ada", wish);
    talksBefore("2026-03-24T07:30:00Z");
    passesUntil("2026-03-24T07:30:00Z");
    assertThat(Team.words(sent("ada"))).contains(title, "certificates");

    team.at("2026-03-25T07:30:00Z");

    assertThat(team.written("ada")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"digests, Stop one of them first", "riassunti, Prima fermane uno"})
  void comesInTenKindsAtMostToOnePerson(String list, String refusal) {
    var english = list.equals("digests");
    for (int i = 1; i <= 11; i++) {
      team.acme.open("room" + i);
    }
    for (int i = 1; i <= 10; i++) {
      confirms("ada", "digest #dev #room" + i + " every day at 8:30");
    }

    var refused =
        team.says(
            "ada",
            english
                ? "digest #dev #room11 every day at 8:30"
                : "riassunto #dev #room11 ogni giorno alle 8:30");

    assertThat(Team.words(refused)).contains("10 ", refusal, list);
    assertThat(Team.commands(refused)).isEmpty();
    confirms("ada", "digest #dev #room3 every monday at 9");
    assertThat(schedules("ada")).hasSize(10);
  }

  @Test
  void isInTheLanguageOfItsReader() {
    team.says("ada", "parla italiano");
    confirms("ada", "il mio riassunto ogni giorno alle 8:30");
    talksBefore("2026-03-24T07:30:00Z");
    passesUntil("2026-03-24T07:30:00Z");

    assertThat(Team.words(sent("ada"))).contains("ogni giorno alle 08:30", "basta");
  }

  @Test
  void comesOnceThoughItIsRedelivered() {
    confirms("ada", BOTH);
    talksBefore("2026-03-24T07:30:00Z");
    team.acme.clock.set(Instant.parse("2026-03-24T07:30:00Z"));
    var lost = team.queue.lease(PrivateSchedules.DUE, 1, Duration.ofMinutes(2));
    team.privately(team.ponte).handle(lost);

    team.passes(Duration.ofHours(1));
    team.ponte.planAhead();
    team.work();

    assertThat(team.written("ada"))
        .singleElement()
        .satisfies(each -> assertThat(each.key()).endsWith("/2026-03-24T07:30:00Z"));
  }

  @Test
  void leavesOutAPrivateChannelThatItsReaderHasLeft() {
    confirms("ada", BOTH);
    talksBefore("2026-03-24T07:30:00Z");
    leaves("ada", "board");

    passesUntil("2026-03-24T07:30:00Z");

    assertThat(ScheduledDigestsTest.links(sent("ada").blocks()))
        .isNotEmpty()
        .allMatch(link -> link.channel().equals(Team.DEV));
    assertThat(Team.words(team.says("ada", "digests"))).contains("#dev").doesNotContain("board");
  }

  @Test
  void doesNotComeWhereItsReaderCanOpenNothingOfItAnyMore() {
    confirms("ada", BOTH);
    talksBefore("2026-03-24T07:30:00Z");
    leaves("ada", "board");
    leaves("ada", "dev");

    passesUntil("2026-03-24T09:00:00Z");

    assertThat(team.written("ada")).isEmpty();
    var page = team.says("ada", "digests");
    assertThat(Team.words(page)).doesNotContain("board", "#dev");
    team.presses("ada", Team.button(page, StopPrivateDigest.class));
    assertThat(schedules("ada")).isEmpty();
  }

  @Test
  void doesNotComeWhereTooLittleWasSaid() {
    confirms("ada", BOTH);
    confirms("ada", "my digest every day at 8:30");

    team.at("2026-03-24T07:30:00Z");
    team.at("2026-03-25T07:30:00Z");

    assertThat(team.written("ada")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pause until 2026-04-20", "opt out"})
  void doesNotComeToWhoWantsPeace(String wish) {
    confirms("ada", BOTH);
    var answer = team.says("ada", wish);
    talksBefore("2026-03-24T07:30:00Z");

    passesUntil("2026-03-24T09:00:00Z");

    assertThat(team.written("ada")).as(Team.words(answer)).isEmpty();
    assertThat(schedules("ada")).hasSize(1);
  }

  @Test
  void doesNotComeToWhoHasLeftTheOrganisation() {
    confirms("ada", BOTH);
    talksBefore("2026-03-24T07:30:00Z");
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

    passesUntil("2026-03-24T09:00:00Z");

    assertThat(team.written("ada")).isEmpty();
  }

  @Test
  void isNotScheduledForWhoOptedOut() {
    team.says("ada", "opt out");

    var answer = team.says("ada", BOTH);

    assertThat(Team.words(answer)).contains("You are out", "opt in");
    assertThat(Team.commands(answer)).noneMatch(ConfirmDigest.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource({
    "my digest every day at 8:30, stop my digest",
    "il mio riassunto ogni giorno alle 8:30, basta il mio riassunto",
    "digest #dev #board every day at 8:30, stop digest #board #dev",
    "riassunto #dev e #board ogni giorno alle 8:30, basta riassunto #dev e #board"
  })
  void stopsWhenItsReaderSaysSo(String wish, String end) {
    confirms("ada", wish);
    assertThat(schedules("ada")).hasSize(1);

    var answer = team.says("ada", end);
    talksBefore("2026-03-24T07:30:00Z");
    passesUntil("2026-03-24T09:00:00Z");

    assertThat(schedules("ada")).as(Team.words(answer)).isEmpty();
    assertThat(team.written("ada")).isEmpty();
  }

  @Test
  void isListedForItsReaderAloneWithAButtonThatStopsIt() {
    confirms("ada", BOTH);
    confirms("bob", "my digest every monday at 9");

    var listed = team.says("ada", "digests");
    assertThat(Team.words(listed))
        .contains("the digest of #dev and #board: every day at 08:30", "24")
        .doesNotContain("Monday at 09:00");
    var button = Team.button(listed, StopPrivateDigest.class);
    assertThat(Team.words(team.presses("bob", button))).contains("No such digest");
    assertThat(Team.words(team.presses("ada", button))).contains("#dev and #board");
    assertThat(schedules("ada")).isEmpty();
    assertThat(schedules("bob")).hasSize(1);
    assertThat(Team.words(team.ponte.bot().home(Team.person("bob"), null)))
        .contains("every Monday at 09:00", "[Stop this digest]");
  }

  @Test
  void changesWhenTheSameIsScheduledAgain() {
    confirms("ada", BOTH);

    var preview = team.says("ada", "digest #board #dev every day at 10:00");
    team.presses("ada", Team.button(preview, ConfirmDigest.class));
    confirms("ada", "my digest every day at 11:00");

    assertThat(Team.words(preview)).contains("takes the place", "08:30");
    assertThat(schedules("ada"))
        .extracting(each -> each.rhythm().time().toString())
        .containsExactly("10:00", "11:00");
  }

  @Test
  void doesNotKnowAChannelThatTheAskerMayNotOpen() {
    var hidden = Team.words(team.says("eve", "digest #random #board every day at 9:00"));
    var missing = Team.words(team.says("eve", "digest #random #wxyzwxyz every day at 9:00"));

    assertThat(hidden).isEqualTo(missing.replace("wxyzwxyz", "board"));
    assertThat(hidden).doesNotContain("[Send it");
  }

  @Test
  void isExportedAndForgottenWithItsReader() {
    confirms("ada", BOTH);
    confirms("bob", BOTH);
    assertThat(Team.words(team.says("ada", "my data"))).contains("1 digest that you scheduled");
    assertThat(Team.words(team.says("ada", "export my data"))).contains("privateDigests", "08:30");

    team.presses("ada", Team.button(team.says("ada", "forget me"), Command.ConfirmForget.class));

    assertThat(schedules("ada")).isEmpty();
    assertThat(schedules("bob")).hasSize(1);
    team.ponte.forget(Chat.WORKSPACE);
    assertThat(schedules("bob")).isEmpty();
  }

  @Test
  void isMadeUpForWithinADayOutsideQuietHours() {
    confirms("ada", "digest #dev #board every tuesday at 11");
    talksBefore("2026-03-24T10:00:00Z");

    team.at("2026-03-24T20:00:00Z");
    assertThat(team.written("ada")).isEmpty();
    team.at("2026-03-25T08:00:00Z");

    assertThat(team.written("ada"))
        .singleElement()
        .satisfies(each -> assertThat(each.key()).endsWith("/2026-03-24T10:00:00Z"));
  }

  @Test
  void comesOnceForTheNextTimeWhereOneWaitedIntoIt() {
    confirms("ada", BOTH);
    talksBefore("2026-03-24T07:30:00Z");

    team.at("2026-03-24T20:00:00Z");
    assertThat(team.written("ada")).isEmpty();
    team.talks("dev");
    team.at("2026-03-25T07:30:00Z");
    team.at("2026-03-25T08:00:00Z");

    assertThat(team.written("ada"))
        .singleElement()
        .satisfies(each -> assertThat(each.key()).endsWith("/2026-03-25T07:30:00Z"));
  }

  @Test
  void isDroppedWhenItWasMissedLongerThanADayAgo() {
    confirms("ada", "digest #dev #board every tuesday at 8:30");
    talksBefore("2026-03-24T07:30:00Z");

    team.at("2026-03-26T12:00:00Z");

    assertThat(team.written("ada")).isEmpty();
    assertThat(team.queue.depth(PrivateSchedules.DUE).oldestDue())
        .isEqualTo(Instant.parse("2026-03-31T06:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    "2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z"
  })
  void comesOnceInTheNightInWhichTheClocksAreChanged(String from, String at) {
    team.acme.clock.set(Instant.parse(from));
    confirms("ada", "digest #dev #board every day at 2:30");
    talksBefore(at);

    passesUntil(Instant.parse(at).plus(Duration.ofHours(2)).toString());

    assertThat(team.written("ada"))
        .singleElement()
        .satisfies(each -> assertThat(each.key()).endsWith("/" + at));
  }

  private void confirms(String name, String wish) {
    team.presses(name, Team.button(team.says(name, wish), ConfirmDigest.class));
  }

  /** Much is said in both channels in the hour before a moment. */
  private void talksBefore(String moment) {
    team.at(Instant.parse(moment).minus(Duration.ofMinutes(15)).toString());
    for (var channel : List.of("dev", "board")) {
      team.talks(channel);
      team.talksOfSomethingElse(channel);
    }
  }

  private void passesUntil(String moment) {
    team.passes(Duration.between(team.acme.clock.instant(), Instant.parse(moment)));
  }

  private void leaves(String name, String channel) {
    team.acme.directory.apply(
        List.of(
            new Event.Roster.Left(
                new EventId(name + " leaves " + channel),
                Chat.in(channel).channel(),
                Team.person(name),
                team.acme.clock.instant())));
  }

  private Reply sent(String name) {
    var written = team.written(name);
    assertThat(written).hasSize(1);
    return written.getFirst().reply();
  }

  private List<PrivateSchedule> schedules(String name) {
    return team.ponte.privateSchedules().of(Team.person(name));
  }
}
