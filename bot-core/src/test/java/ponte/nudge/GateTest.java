package ponte.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.consent.Offer;
import ponte.consent.Preference.Choice;
import ponte.consent.Preference.Standing;
import ponte.conversation.Away;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;
import ponte.nudge.Gate.Answer;

class GateTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final int DAILY = 2;
  private static final int WEEKLY = 5;

  private final Workspace acme = new Workspace().open("dev", "quiet");
  private final PersonId ada = Chat.person("ada");
  private final PersonId elsewhere = new PersonId(new WorkspaceId("tenant"), "ada");
  private int change;

  @BeforeEach
  void adaHasTwoAccountsInRomeAndItIsAWednesdayMorning() {
    person(ada, Person.Standing.ACTIVE, null);
    person(elsewhere, Person.Standing.ACTIVE, null);
    acme.clock.set(Instant.parse("2026-03-25T09:00:00Z"));
  }

  private void person(PersonId id, Person.Standing standing, @Nullable Away away) {
    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId("person " + change),
                new Person(id, "Ada", "ada", "", "ada@acme.org", ROME, null, standing, away),
                Chat.START.plusMillis(change++))));
  }

  private void named(PersonId id, String email) {
    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId("person " + change),
                new Person(id, "A", "a", "", email, ROME, null, Person.Standing.ACTIVE),
                Chat.START.plusMillis(change++))));
  }

  private Gate gate() {
    return gate(DAILY, WEEKLY);
  }

  private Gate gate(int daily, int weekly) {
    return new Gate(
        acme.directory,
        acme.preferences,
        new Ration(acme.records, daily, weekly, acme.clock),
        new Effects(acme.records, EffectRules.DEFAULT, acme.clock),
        Countries.BY_ZONE,
        (day, country) -> country.equals("IT") && day.equals(LocalDate.of(2026, 6, 2)),
        QuietChannels.named(Set.of("#Quiet"), acme.directory),
        acme.clock);
  }

  private static Nudge nudge(PersonId to, Kind kind, String key) {
    return new Nudge(to, key, kind, null, Instant.MAX);
  }

  private static Answer waits(String until, Reason why) {
    return new Answer.Wait(Instant.parse(until), why);
  }

  @Test
  void isOpenInWorkingHours() {
    assertThat(gate().ask(nudge(ada, Kind.INVITATION, "one"))).isEqualTo(new Answer.Open());
  }

  @Test
  void isClosedOnAPublicHolidayWhereThePersonIs() {
    acme.clock.set(Instant.parse("2026-06-02T09:00:00Z"));

    assertThat(gate().ask(nudge(ada, Kind.NEWS, "one")))
        .isEqualTo(waits("2026-06-03T07:00:00Z", Reason.HOLIDAY));
  }

  @Test
  void isClosedForGoodToWhoeverIsOutOrGone() {
    person(ada, Person.Standing.LEFT, null);
    acme.preferences.change(elsewhere, old -> old.with(Standing.OUT));

    assertThat(gate().ask(nudge(ada, Kind.NEWS, "one"))).isEqualTo(new Answer.Never(Reason.GONE));
    assertThat(gate().ask(nudge(elsewhere, Kind.NEWS, "one")))
        .isEqualTo(new Answer.Never(Reason.OPTED_OUT));
  }

  @Test
  void heedsWhatTheyChoseForEachKind() {
    acme.preferences.change(ada, old -> old.choosing(Offer.INVITATIONS, Choice.NONE));

    assertThat(gate().ask(nudge(ada, Kind.INVITATION, "one")))
        .isEqualTo(new Answer.Never(Reason.NOT_WANTED));
    assertThat(gate().ask(nudge(ada, Kind.INTRODUCTION, "one")))
        .isEqualTo(new Answer.Never(Reason.NOT_WANTED));
    assertThat(gate().ask(nudge(ada, Kind.HELP, "one"))).isEqualTo(new Answer.Open());
  }

  @Test
  void saysNothingAboutAQuietChannelButWhatSomebodyFollowsThere() {
    var quiet = Chat.in("quiet").channel();

    assertThat(gate().ask(about(Kind.INVITATION, quiet)))
        .isEqualTo(new Answer.Never(Reason.QUIET_CHANNEL));
    assertThat(gate().ask(about(Kind.NEWS, quiet))).isEqualTo(new Answer.Open());
    assertThat(gate().ask(about(Kind.INVITATION, Chat.in("dev").channel())))
        .isEqualTo(new Answer.Open());
  }

  private Nudge about(Kind kind, ChannelId channel) {
    return new Nudge(ada, "one", kind, channel, Instant.MAX);
  }

  @Test
  void waitsUntilTheyAreBackByAnyOfTheirAccountsWithWhatTheyDidNotAskFor() {
    person(elsewhere, Person.Standing.ACTIVE, Away.until(Instant.parse("2026-03-26T17:30:00Z")));

    assertThat(gate().ask(nudge(ada, Kind.INVITATION, "one")))
        .isEqualTo(waits("2026-03-27T08:00:00Z", Reason.AWAY));
    assertThat(gate().ask(nudge(ada, Kind.NEWS, "one"))).isEqualTo(new Answer.Open());
  }

  @Test
  void isClosedForGoodWhereItWouldOpenTooLate() {
    var weekend = Instant.parse("2026-03-27T20:00:00Z");
    acme.clock.set(weekend);

    assertThat(gate().ask(new Nudge(ada, "one", Kind.NEWS, null, weekend.plusSeconds(3600))))
        .isEqualTo(new Answer.Never(Reason.TOO_LATE));
  }

  @Test
  void countsWhatTheyWereToldOnAllTheirAccountsAndTheSameOnce() {
    var gate = gate(1, 3);
    assertThat(gate.pass(nudge(ada, Kind.INVITATION, "one"))).isEqualTo(new Answer.Open());
    assertThat(gate.pass(nudge(ada, Kind.INVITATION, "one"))).isEqualTo(new Answer.Open());

    assertThat(gate.pass(nudge(elsewhere, Kind.HELPED, "two")))
        .isEqualTo(waits("2026-03-26T08:00:00Z", Reason.ENOUGH));
    assertThat(gate.pass(nudge(elsewhere, Kind.NEWS, "three"))).isEqualTo(new Answer.Open());
  }

  @Test
  void countsWhatTheyWereToldBeforeOneMoreAccountTurnedOutToBeTheirs() {
    var gate = gate(1, 3);
    gate.pass(nudge(elsewhere, Kind.INVITATION, "one"));
    var earlier = new PersonId(new WorkspaceId("A"), "ada");
    assertThat(earlier).isLessThan(ada);

    person(earlier, Person.Standing.ACTIVE, null);

    for (var account : List.of(earlier, ada, elsewhere)) {
      assertThat(gate.ask(nudge(account, Kind.HELPED, "two")))
          .isEqualTo(waits("2026-03-26T08:00:00Z", Reason.ENOUGH));
    }
  }

  @Test
  void countsWhatTheyWereToldOnAnAccountThatEnded() {
    var gate = gate(1, 3);
    gate.pass(nudge(ada, Kind.INVITATION, "one"));

    person(ada, Person.Standing.LEFT, null);

    assertThat(gate.pass(nudge(elsewhere, Kind.HELPED, "two")))
        .isEqualTo(waits("2026-03-26T08:00:00Z", Reason.ENOUGH));
  }

  @Test
  void countsOnceWhatWasToldOnAccountsBeforeTheyWereKnownToBeOne() {
    var gate = gate(2, 3);
    var other = Chat.person("adalgisa");
    var alias = new PersonId(new WorkspaceId("tenant"), "adalgisa");
    for (var each : List.of(other, alias)) {
      named(each, each + "@acme.org");
      gate.pass(nudge(each, Kind.INVITATION, "one"));
    }
    gate.pass(nudge(other, Kind.INVITATION, "two"));

    named(alias, other + "@acme.org");

    assertThat(gate.ask(nudge(alias, Kind.HELPED, "three")))
        .isEqualTo(waits("2026-03-26T08:00:00Z", Reason.ENOUGH));
    acme.clock.set(Instant.parse("2026-03-26T09:00:00Z"));
    assertThat(gate.ask(nudge(alias, Kind.HELPED, "three"))).isEqualTo(new Answer.Open());
  }

  @Test
  void givesAPlaceOfAnEarlierDayToNobodyBesideWhatWasToldToday() {
    var gate = gate(1, 2);
    gate.pass(nudge(ada, Kind.INVITATION, "died with its replica"));
    acme.clock.set(Instant.parse("2026-03-26T09:00:00Z"));
    assertThat(gate.pass(nudge(ada, Kind.INVITATION, "two"))).isEqualTo(new Answer.Open());

    assertThat(gate.pass(nudge(ada, Kind.INVITATION, "died with its replica")))
        .isEqualTo(waits("2026-03-27T08:00:00Z", Reason.ENOUGH));
    acme.clock.set(Instant.parse("2026-03-27T09:00:00Z"));
    assertThat(gate.pass(nudge(ada, Kind.INVITATION, "died with its replica")))
        .isEqualTo(new Answer.Open());
    assertThat(gate.ask(nudge(ada, Kind.INVITATION, "three")))
        .isEqualTo(waits("2026-04-02T09:00:00Z", Reason.ENOUGH));
  }

  @Test
  void waitsForTheLaterOfDayAndWeek() {
    var gate = gate(1, 2);
    acme.clock.set(Instant.parse("2026-03-18T15:00:00Z"));
    gate.pass(nudge(ada, Kind.INVITATION, "one"));
    acme.clock.set(Instant.parse("2026-03-25T09:00:00Z"));
    gate.pass(nudge(ada, Kind.INVITATION, "two"));

    assertThat(gate.ask(nudge(ada, Kind.INVITATION, "three")))
        .isEqualTo(waits("2026-03-26T08:00:00Z", Reason.ENOUGH));
  }

  @Test
  void breaksNoCapWhateverComesAndOpensWhenItSaidItWould() {
    var random = new Random(5);
    var gate = gate();
    var told = new ArrayList<Instant>();
    var waited = 0;
    for (var step = 0; step < 3_000; step++) {
      acme.clock.advance(Duration.ofMinutes(random.nextInt(1, 400)));
      var nudge =
          nudge(
              random.nextBoolean() ? ada : elsewhere,
              random.nextBoolean() ? Kind.INVITATION : Kind.HELPED,
              "nudge " + step);
      var answer = gate.pass(nudge);
      if (answer instanceof Answer.Wait(var until, _)) {
        assertThat(until).isAfter(acme.clock.instant());
        if (random.nextInt(3) == 0) {
          acme.clock.set(until.minusMillis(1));
          assertThat(gate.ask(nudge)).isInstanceOf(Answer.Wait.class);
          acme.clock.set(until);
          answer = gate.pass(nudge);
          assertThat(answer).isEqualTo(new Answer.Open());
          waited++;
        }
      }
      if (answer instanceof Answer.Open) {
        told.add(acme.clock.instant());
      }
    }

    assertThat(waited).isGreaterThan(100);
    assertThat(told).hasSizeGreaterThan(200).isSorted();
    assertThat(
            told.stream()
                .collect(
                    Collectors.groupingBy(
                        moment -> moment.atZone(ROME).toLocalDate(), Collectors.counting()))
                .values())
        .allMatch(count -> count <= DAILY)
        .contains((long) DAILY);
    for (var each = WEEKLY; each < told.size(); each++) {
      assertThat(Duration.between(told.get(each - WEEKLY), told.get(each)))
          .isGreaterThanOrEqualTo(Duration.ofDays(7));
    }
  }

  @Test
  void forgetsWhatSomebodyWasTold() {
    var gate = gate(1, 3);
    gate.pass(nudge(ada, Kind.INVITATION, "one"));

    gate.forget(ada);
    assertThat(gate.ask(nudge(elsewhere, Kind.INVITATION, "two"))).isInstanceOf(Answer.Wait.class);
    gate.forget(elsewhere);

    assertThat(gate.ask(nudge(ada, Kind.INVITATION, "two"))).isEqualTo(new Answer.Open());
  }

  @Test
  void letsNamesOfQuietChannelsBeWrittenInAnyWay() {
    var channel = Chat.in("quiet").channel();

    assertThat(List.of("quiet", " #QUIET ", channel.toString(), channel.value()))
        .allSatisfy(
            name ->
                assertThat(QuietChannels.named(Set.of(name), acme.directory).has(channel))
                    .isTrue());
    assertThat(QuietChannels.named(Set.of("qui"), acme.directory).has(channel)).isFalse();
  }
}
