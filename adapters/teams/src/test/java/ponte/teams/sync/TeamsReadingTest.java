package ponte.teams.sync;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.TestClock;
import ponte.bot.Handler.Outcome;
import ponte.bot.Inbox;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.platform.PlatformUnavailableException;
import ponte.store.Codec;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;
import ponte.teams.connector.Answer;
import ponte.teams.connector.Connector;
import ponte.teams.connector.ServiceUrls;
import ponte.teams.graph.FakeGraph;
import ponte.teams.graph.Graph;
import ponte.teams.graph.GraphCall;
import ponte.teams.live.ChannelKinds;
import ponte.teams.live.Doorkeeper;
import ponte.teams.reference.References;
import ponte.teams.reference.Service;
import ponte.teams.reference.Team;

/** Who is in a team is read page by page; a team that says nothing any more opens for nobody. */
class TeamsReadingTest {

  private static final WireMockServer TEAMS = new WireMockServer(wireMockConfig().dynamicPort());
  private static final WorkspaceId TENANT = new WorkspaceId("tenant");
  private static final Team TEAM = new Team(TENANT, "19:general@thread.tacv2", null);
  private static final ChannelId INCIDENTS = new ChannelId(TENANT, "19:incidents@thread.tacv2");
  private static final ChannelId UNTOLD = new ChannelId(TENANT, "19:untold@thread.tacv2");
  private static final ChannelId BOARD = new ChannelId(TENANT, "19:board@thread.tacv2");
  private static final PersonId ADELE = new PersonId(TENANT, "adele");
  private static final PersonId GUIDO = new PersonId(TENANT, "guido");
  private static final String LOOK = "/v3/teams/19%3Ageneral%40thread.tacv2";
  private static final String MEMBERS =
      "/v3/conversations/19%3Ageneral%40thread.tacv2/pagedmembers";

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final InMemoryQueue queue = new InMemoryQueue(clock);
  private final Directory directory = new Directory(records);
  private final References references = new References(records);
  private final Connector connector =
      new Connector(
          HttpClient.newHttpClient(),
          null,
          "",
          ServiceUrls.ofThisMachine(),
          Duration.ofMinutes(2),
          clock);
  private TeamsReading reading = reading(Graph.NONE);
  private final TeamsErrands errands = new TeamsErrands(queue, references, clock);

  record Envelope(List<Event> events) {}

  private TeamsReading reading(Graph graph) {
    return new TeamsReading(
        new TeamsReading.Ways(connector, graph),
        references,
        new Inbox(queue, clock),
        directory,
        new Doorkeeper(directory, new ChannelKinds(records), Set.of()),
        ReadingRules.DEFAULT,
        queue,
        records,
        clock);
  }

  @BeforeAll
  static void begin() {
    TEAMS.start();
  }

  @AfterAll
  static void end() {
    TEAMS.stop();
  }

  @BeforeEach
  void aTeamOfTwo() {
    TEAMS.resetAll();
    answer(LOOK, okJson("{\"name\":\"Team Payments\",\"aadGroupId\":\"group\"}"));
    answer(
        LOOK + "/conversations",
        okJson(
            """
            {"conversations":[{"id":"19:general@thread.tacv2","name":null},
             {"id":"19:incidents@thread.tacv2","name":"Incidents & outages","type":"standard"},
             {"id":"19:untold@thread.tacv2","name":"Untold"},
             {"id":"19:board@thread.tacv2","name":"Board","type":"private"}]}
            """));
    answer(
        MEMBERS,
        okJson(
            """
            {"continuationToken":"next","members":[
              {"id":"29:adele","objectId":"adele","name":"Adele Vance","email":"adele@acme.example",
               "userPrincipalName":"AdeleV@acme.example","tenantId":"tenant","userRole":"user"},
              {"id":"28:ponte","name":"Ponte"}]}
            """));
    TEAMS.stubFor(
        get(urlPathEqualTo(MEMBERS))
            .withQueryParam("continuationToken", equalTo("next"))
            .willReturn(
                okJson(
                    """
                    {"members":[
                      {"id":"29:guido","aadObjectId":"guido","name":"Guido",
                       "userPrincipalName":"guido_other.org#EXT#@acme.example","userRole":"user"}]}
                    """)));
    isInATeam();
  }

  private void isInATeam() {
    references.heardTeam(TEAM, new Service(TENANT, URI.create(TEAMS.baseUrl() + "/"), "28:ponte"));
  }

  private static void answer(String path, ResponseDefinitionBuilder response) {
    TEAMS.stubFor(get(urlPathEqualTo(path)).willReturn(response));
  }

  /** Runs what is due until nothing is, and takes what was heard into the directory. */
  private List<Outcome> run() {
    var outcomes = new ArrayList<Outcome>();
    while (true) {
      var leases = queue.lease(TeamsReading.TOPIC, 1, Duration.ofHours(1));
      if (leases.isEmpty()) {
        return outcomes;
      }
      outcomes.add(reading.handle(leases));
      queue.done(leases);
      takeIn();
    }
  }

  private void takeIn() {
    var heard = queue.lease("inbox", 100, Duration.ofHours(1));
    for (var lease : heard) {
      directory.apply(
          Codec.read(lease.entry().payload(), Envelope.class).events().stream()
              .map(Event.Roster.class::cast)
              .toList());
    }
    queue.done(heard);
  }

  @Test
  void readsChannelsAndEveryPageOfMembers() {
    errands.team(TENANT, TEAM.id());
    run();

    assertThat(directory.channel(INCIDENTS).orElseThrow().name())
        .isEqualTo("Team-Payments-Incidents-outages");
    assertThat(directory.channel(TEAM.general()).orElseThrow().name()).isEqualTo("Team-Payments");
    assertThat(directory.members(INCIDENTS)).containsExactlyInAnyOrder(ADELE, GUIDO);
    assertThat(directory.audienceOf(ADELE).maySee(INCIDENTS)).isTrue();
    assertThat(directory.audienceOf(new PersonId(TENANT, "mallory")).maySee(INCIDENTS)).isFalse();
    assertThat(directory.channel(BOARD)).isEmpty();
    assertThat(references.team(TENANT, TEAM.id()).orElseThrow().group()).isEqualTo("group");
    assertThat(references.person(TENANT, "29:guido")).contains(GUIDO);
  }

  @Test
  void keepsAChannelClosedOfWhichNobodySaysForWhomItIs() {
    errands.team(TENANT, TEAM.id());
    run();

    assertThat(directory.channel(UNTOLD)).map(Channel::name).contains("Team-Payments-Untold");
    assertThat(directory.members(UNTOLD)).isEmpty();
    assertThat(directory.audienceOf(ADELE).maySee(UNTOLD)).isFalse();
  }

  @Test
  void opensAChannelForTheTeamOnceSomebodySaidThatItIsForAllOfIt() {
    new Doorkeeper(directory, new ChannelKinds(records), Set.of())
        .note(UNTOLD, ChannelKinds.Kind.STANDARD);

    errands.team(TENANT, TEAM.id());
    run();

    assertThat(directory.audienceOf(ADELE).maySee(UNTOLD)).isTrue();
  }

  @Test
  void opensTheChannelsOfATeamThatItComesBackTo() {
    errands.team(TENANT, TEAM.id());
    run();
    takenOut();
    assertThat(directory.audienceOf(ADELE).maySee(INCIDENTS)).isFalse();
    clock.advance(Duration.ofMinutes(5));

    isInATeam();
    errands.team(TENANT, TEAM.id());
    run();

    assertThat(directory.audienceOf(ADELE).maySee(INCIDENTS)).isTrue();
    assertThat(directory.channel(INCIDENTS)).map(Channel::archived).contains(false);
    assertThat(directory.channel(TEAM.general())).map(Channel::archived).contains(false);
  }

  @Test
  void leavesAGuestOfWhomGraphKnowsItAGuestWhateverTheRosterSays() {
    directory.apply(List.of(guest(ADELE)));
    var profile =
        FakeGraph.json("{\"id\":\"adele\",\"displayName\":\"Adele Vance\",\"userType\":\"Guest\"}");
    reading =
        reading(
            (_, call) ->
                call.equals(GraphCall.person(ADELE.value()))
                    ? new Answer.Done(profile)
                    : new Answer.Refused(403, "Forbidden", ""));

    errands.team(TENANT, TEAM.id());
    run();

    assertThat(directory.person(ADELE)).map(Person::standing).contains(Person.Standing.GUEST);
  }

  @Test
  void takesAGuestForAColleagueWhoseRosterSaysSoWhereGraphTellsNothing() {
    directory.apply(List.of(guest(ADELE)));

    errands.team(TENANT, TEAM.id());
    run();

    assertThat(directory.person(ADELE)).map(Person::standing).contains(Person.Standing.ACTIVE);
  }

  private Event.Roster guest(PersonId id) {
    return new Event.Roster.PersonChanged(
        new EventId("guest"),
        new Person(id, "Adele", "adele", "", null, ZoneOffset.UTC, null, Person.Standing.GUEST),
        clock.instant().minusSeconds(60));
  }

  /** As {@code live} tells of it when Ponte is removed. */
  private void takenOut() {
    references.forget(TEAM);
    for (var channel : List.of(INCIDENTS, TEAM.general())) {
      directory.apply(
          List.of(
              new Event.Roster.ChannelTurned(
                  new EventId("out"), channel, new Channel.Trait.Archived(true), clock.instant()),
              new Event.Roster.MembersListed(
                  new EventId("out"), channel, Set.of(), clock.instant())));
    }
  }

  @Test
  void leavesAChannelArchivedWhoseTeamIs() {
    errands.team(TENANT, TEAM.id());
    run();
    clock.advance(Duration.ofMinutes(1));
    directory.apply(
        List.of(
            new Event.Roster.ChannelTurned(
                new EventId("archived"),
                INCIDENTS,
                new Channel.Trait.Archived(true),
                clock.instant())));

    errands.team(TENANT, TEAM.id());
    run();

    assertThat(directory.channel(INCIDENTS)).map(Channel::archived).contains(true);
  }

  @Test
  void tellsGuestsFromColleagues() {
    errands.team(TENANT, TEAM.id());
    run();

    var adele = directory.person(ADELE).orElseThrow();
    assertThat(adele.standing()).isEqualTo(Person.Standing.ACTIVE);
    assertThat(adele.handle()).isEqualTo("AdeleV");
    assertThat(adele.email()).isEqualTo("adele@acme.example");
    assertThat(directory.person(GUIDO).orElseThrow().standing()).isEqualTo(Person.Standing.GUEST);
  }

  @Test
  void readsATeamAgainTheNextNight() {
    errands.team(TENANT, TEAM.id());
    run();
    answer(MEMBERS, okJson("{\"members\":[]}"));

    clock.advance(Duration.ofDays(1));
    run();

    assertThat(directory.members(INCIDENTS)).isEmpty();
  }

  @Test
  void renamesAChannelAndLeavesWhatElseIsKnownOfIt() {
    errands.team(TENANT, TEAM.id());
    run();
    answer(LOOK, okJson("{\"name\":\"Money\"}"));
    clock.advance(Duration.ofMinutes(1));

    errands.team(TENANT, TEAM.id());
    run();

    assertThat(directory.channel(INCIDENTS).orElseThrow().name())
        .isEqualTo("Money-Incidents-outages");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void opensForNobodyWhereTheTeamDoesNotTellAnyMore(int refused) {
    errands.team(TENANT, TEAM.id());
    run();
    directory.apply(
        List.of(
            new Event.Roster.ChannelTurned(
                new EventId("public"),
                INCIDENTS,
                new Channel.Trait.SeenBy(Channel.Visibility.PUBLIC),
                clock.instant())));
    assertThat(directory.audienceOf(ADELE).maySee(INCIDENTS)).isTrue();
    answer(LOOK, status(refused));
    clock.advance(Duration.ofMinutes(1));

    errands.team(TENANT, TEAM.id());

    assertThat(run()).singleElement().isInstanceOf(Outcome.Never.class);
    assertThat(directory.members(INCIDENTS)).isEmpty();
    assertThat(directory.members(TEAM.general())).isEmpty();
    assertThat(directory.audienceOf(ADELE).maySee(INCIDENTS)).isFalse();
    assertThat(directory.everybody().maySee(INCIDENTS)).isFalse();
  }

  @Test
  void comesAgainWhenTeamsSaysSo() {
    answer(LOOK, aResponse().withStatus(429).withHeader("Retry-After", "17"));
    errands.team(TENANT, TEAM.id());

    assertThat(run())
        .singleElement()
        .isEqualTo(new Outcome.Again(clock.instant().plusSeconds(17), "teams' rate limit"));
  }

  @ParameterizedTest
  @ValueSource(ints = {412, 502, 503, 504})
  void isTriedAgainWhileTeamsCannot(int passing) {
    answer(LOOK, status(passing));
    errands.team(TENANT, TEAM.id());

    assertThatThrownBy(this::run)
        .isInstanceOf(PlatformUnavailableException.class)
        .matches(failure -> reading.passes((RuntimeException) failure));
  }

  @Test
  void meetsWhoeverIsNotKnown() {
    answer(
        "/v3/conversations/19%3Ageneral%40thread.tacv2/members/adele",
        okJson("{\"id\":\"29:adele\",\"objectId\":\"adele\",\"name\":\"Adele Vance\"}"));

    errands.person(ADELE);
    errands.person(ADELE);
    assertThat(run()).hasSize(1);

    assertThat(directory.person(ADELE).orElseThrow().name()).isEqualTo("Adele Vance");
  }

  @Test
  void knowsNobodyWhomNoTeamKnows() {
    assertThat(new TeamsPeople(connector, references, directory, Graph.NONE).find(ADELE))
        .isEqualTo(Optional.empty());
    assertThat(
            new TeamsPeople(connector, references, directory, Graph.NONE)
                .find(new PersonId(new WorkspaceId("T1"), "U1")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Payments, Incidents, Payments-Incidents",
    "Team Payments, Q&A / help, Team-Payments-Q-A-help",
    "Città, Più, Città-Più",
    "🎉, 🎉, team",
    "..., x, x"
  })
  void namesChannelsInOneWord(String team, String channel, String name) {
    assertThat(ChannelNames.of(team, channel)).isEqualTo(name);
  }
}
