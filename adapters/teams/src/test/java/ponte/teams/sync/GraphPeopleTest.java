package ponte.teams.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ponte.bot.Errands;
import ponte.conversation.Away;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.teams.graph.FakeGraph;

class GraphPeopleTest extends ReadingTeams {

  @Test
  void learnsWhatPeopleDoAndWhoLeft() {
    fake.answers("/v1.0/users", "users");

    profiles();

    assertThat(person(directory, ANNA))
        .returns("Head of field service", Person::title)
        .returns("Field service", Person::department)
        .returns("anna.rossi@example.com", Person::email)
        .returns(Language.ITALIAN, Person::language)
        .returns(ZoneId.of("Europe/Rome"), Person::zone)
        .returns("anna.rossi", Person::handle);
    assertThat(person(directory, BRUNO))
        .returns(Standing.LEFT, Person::standing)
        .returns("bruno@example.com", Person::email);
    assertThat(person(directory, CARLA))
        .returns(Standing.GUEST, Person::standing)
        .returns(null, Person::email);
    assertThat(person(directory, DARIO))
        .as("Microsoft's domain is no address")
        .returns(null, Person::email);
    assertThat(fake.calls("/v1.0/users")).hasSize(1);
  }

  @Test
  void doesWithoutProfilesWhereTheyMayNotBeRead() {
    fake.refuses("/v1.0/users", 403, "forbidden");

    profiles();

    assertThat(person(directory, ANNA).name()).isEqualTo("somebody");
    assertThat(queue.buried(TeamsReading.TOPIC, 10)).isEmpty();
  }

  @Test
  void meetsSomebodyThroughGraph() {
    fake.answers("/v1.0/users/" + ANNA.value(), "user");

    new Errands(TeamsReading.TOPIC, queue).add(new TeamsErrand.Meet(ANNA, NOW), NOW);
    work();

    assertThat(person(directory, ANNA).title()).isEqualTo("Head of field service");
  }

  @Test
  void saysThatSomebodyLeftWhoWasDeleted() {
    fake.answers("/v1.0/users", "users-without-dario");
    fake.refuses("/v1.0/users/" + DARIO.value(), 404, "no-such-user");

    profiles();

    assertThat(person(directory, DARIO))
        .returns(Standing.LEFT, Person::standing)
        .returns("somebody", Person::name);
    assertThat(person(directory, ANNA).standing()).isEqualTo(Standing.ACTIVE);
  }

  @Test
  void takesNobodyForDeletedWhomGraphOnlyDidNotTellOf() {
    fake.answers("/v1.0/users", "users-without-dario");
    fake.refuses("/v1.0/users/" + DARIO.value(), 403, "forbidden");

    profiles();

    assertThat(person(directory, DARIO).standing()).isEqualTo(Standing.ACTIVE);
  }

  @Test
  void learnsWhereTheClocksStandOfThoseWhoseTeamsDidNotTell() {
    clockUntold(ANNA);
    clockUntold(BRUNO);
    fake.answers("/v1.0/users/" + ANNA.value() + "/mailboxSettings", "mailbox");
    fake.refuses("/v1.0/users/" + BRUNO.value() + "/mailboxSettings", 404, "no-mailbox");
    fake.refuses("/v1.0/users", 403, "forbidden");

    profiles();

    assertThat(person(directory, ANNA))
        .returns(ZoneId.of("Europe/Berlin"), Person::zone)
        .returns(Language.ITALIAN, Person::language);
    assertThat(person(directory, BRUNO)).returns(ZoneOffset.UTC, Person::zone);
    assertThat(fake.calls("/v1.0/users/" + ANNA.value() + "/mailboxSettings"))
        .singleElement()
        .matches(
            call -> call.getUrl().endsWith("?$select=timeZone,language,automaticRepliesSetting"));
    assertThat(person(directory, ANNA).away()).isNull();
  }

  @Test
  void learnsWhoIsAwayAndWhoIsBack() {
    var mailbox = "/v1.0/users/" + ANNA.value() + "/mailboxSettings";
    fake.answers(mailbox, "mailbox-away");
    fake.refuses("/v1.0/users", 403, "forbidden");

    profiles();

    assertThat(person(directory, ANNA))
        .returns(
            new Away(Instant.parse("2026-02-27T17:00:00Z"), Instant.parse("2026-03-15T23:00:00Z")),
            Person::away)
        .returns(ZoneId.of("Europe/Rome"), Person::zone);

    fake.answers(mailbox, "mailbox");
    clock.advance(Duration.ofDays(1));
    profiles();

    assertThat(person(directory, ANNA).away()).isNull();
  }

  @Test
  void asksNoGuestWhoseClockIsKnown() {
    directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("guest"),
                new Person(
                    CARLA,
                    "somebody",
                    "somebody",
                    "",
                    null,
                    ZoneId.of("Europe/Rome"),
                    null,
                    Standing.GUEST),
                NOW.minusSeconds(30))));
    fake.refuses("/v1.0/users", 403, "forbidden");

    profiles();

    assertThat(fake.calls("/v1.0/users/" + CARLA.value() + "/mailboxSettings")).isEmpty();
    assertThat(fake.calls("/v1.0/users/" + DARIO.value() + "/mailboxSettings")).hasSize(1);
  }

  @Test
  void asksForNoMoreClocksWhereItIsRefusedThreeTimes() {
    for (var person : List.of(ANNA, BRUNO, CARLA, DARIO)) {
      clockUntold(person);
      fake.refuses("/v1.0/users/" + person.value() + "/mailboxSettings", 403, "forbidden");
    }
    fake.refuses("/v1.0/users", 403, "forbidden");

    profiles();

    assertThat(
            Stream.of(ANNA, BRUNO, CARLA, DARIO)
                .map(person -> fake.calls("/v1.0/users/" + person.value() + "/mailboxSettings"))
                .filter(calls -> !calls.isEmpty()))
        .hasSize(3);
  }

  private void profiles() {
    new Errands(TeamsReading.TOPIC, queue)
        .add(new TeamsErrand.Profiles(FakeGraph.ACME, clock.instant(), ""), clock.instant());
    work();
  }

  private void clockUntold(PersonId id) {
    var known = person(directory, id);
    directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("untold:" + id),
                new Person(
                    id,
                    known.name(),
                    known.handle(),
                    "",
                    null,
                    ZoneOffset.UTC,
                    null,
                    Standing.ACTIVE),
                NOW.minusSeconds(30))));
  }

  private static Person person(Directory directory, PersonId id) {
    return directory.person(id).orElseThrow();
  }
}
