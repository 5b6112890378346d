package ponte.teams.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.bot.Errands;
import ponte.conversation.Channel;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.teams.graph.FakeGraph;

class GraphTeamsTest extends ReadingTeams {

  @Test
  void showsTheChannelsOfAPublicTeamToEverybodyOfTheTenant() {
    mayReadTheTeam();

    looks();
    work();

    assertThat(directory.channel(GENERAL)).map(Channel::isPublic).contains(true);
    assertThat(directory.audienceOf(DARIO).maySee(GENERAL)).isTrue();
    assertThat(directory.channel(GENERAL))
        .map(Channel::purpose)
        .contains("Everything about field service");
  }

  @Test
  void showsTheChannelsOfATeamToItsMembersWhereGraphDoesNotSayThatItIsPublic() {
    mayReadTheTeam();
    looks();
    work();

    fake.refuses(TEAM, 403, "forbidden");
    clock.advance(Duration.ofDays(1));
    looks();
    work();

    assertThat(directory.audienceOf(ANNA).maySee(GENERAL)).isTrue();
    assertThat(directory.audienceOf(DARIO).maySee(GENERAL)).isFalse();
  }

  @Test
  void showsAPrivateChannelToThoseWhoAreInIt() {
    mayReadTheTeam();

    looks();
    work();

    assertThat(directory.members(BOARD)).containsExactlyInAnyOrder(ANNA, BRUNO);
    assertThat(directory.audienceOf(BRUNO).maySee(BOARD)).isTrue();
    assertThat(directory.audienceOf(DARIO).maySee(BOARD)).isFalse();
    assertThat(directory.channel(BOARD)).map(Channel::name).contains("Field-Service-Board");
  }

  @Test
  void showsAPrivateChannelToNobodyWhereItsMembersMayNotBeRead() {
    mayReadTheTeam();
    looks();
    work();

    fake.refuses(TEAM + "/channels/19:board@thread.tacv2/members", 403, "forbidden");
    clock.advance(Duration.ofDays(1));
    looks();
    work();

    assertThat(directory.audienceOf(BRUNO).maySee(BOARD)).isFalse();
  }

  @Test
  void readsNothingOfAChannelThatIsSharedAndShowsItToNobody() {
    mayReadTheTeam();
    directory.apply(
        List.of(
            new Event.Roster.MembersListed(
                new EventId("e3"), PARTNER, Set.of(ANNA), NOW.minusSeconds(60))));

    looks();
    work();

    assertThat(directory.audienceOf(ANNA).maySee(PARTNER)).isFalse();
    assertThat(fake.calls(TEAM + "/channels/19:partner@thread.tacv2/messages")).isEmpty();
  }

  @Test
  void learnsWhatPeopleDoAndWhoLeft() {
    fake.answers("/v1.0/users", "users");

    new Errands(TeamsReading.TOPIC, queue)
        .add(new TeamsErrand.Profiles(FakeGraph.ACME, NOW, ""), NOW);
    work();

    assertThat(person(directory, ANNA))
        .returns("Head of field service", Person::title)
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

    new Errands(TeamsReading.TOPIC, queue)
        .add(new TeamsErrand.Profiles(FakeGraph.ACME, NOW, ""), NOW);
    work();

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

  private static Person person(Directory directory, PersonId id) {
    return directory.person(id).orElseThrow();
  }
}
