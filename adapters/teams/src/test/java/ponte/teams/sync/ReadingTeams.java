package ponte.teams.sync;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import ponte.TestClock;
import ponte.archive.InMemoryArchive;
import ponte.bot.Errands;
import ponte.bot.Handler;
import ponte.bot.Inbox;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.history.HistoryProgress;
import ponte.store.Codec;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;
import ponte.store.Lease;
import ponte.teams.connector.AccessTokens;
import ponte.teams.connector.AppIdentity;
import ponte.teams.connector.Connector;
import ponte.teams.connector.ServiceUrls;
import ponte.teams.graph.FakeGraph;
import ponte.teams.graph.Graph;
import ponte.teams.live.ChannelKinds;
import ponte.teams.live.Doorkeeper;
import ponte.teams.reference.References;
import ponte.teams.reference.Service;
import ponte.teams.reference.Team;

/** A Ponte in a team, that reads a Graph which says what a test tells it to. */
abstract class ReadingTeams {

  static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  static final Duration LEASE = Duration.ofMinutes(2);
  static final ChannelId GENERAL = channel("general");
  static final ChannelId BOARD = channel("board");
  static final ChannelId PARTNER = channel("partner");
  static final PersonId ANNA = person("8ea0e38b-efb3-4757-924a-5f94061cf8c2");
  static final PersonId BRUNO = person("ef1c916a-3135-4417-ba27-8eb7bd084193");
  static final PersonId CARLA = person("c0ffee00-0000-4000-8000-000000000001");
  static final PersonId DARIO = person("c0ffee00-0000-4000-8000-000000000002");

  static final String TEAM = "/v1.0/teams/" + FakeGraph.GROUP;
  static final String MESSAGES = FakeGraph.GENERAL + "/messages";
  static final String DELTA = MESSAGES + "/delta";
  static final String REPLIES = MESSAGES + "/1772355600000/replies";

  final TestClock clock = TestClock.at(NOW);
  final InMemoryRecords records = new InMemoryRecords(clock);
  final InMemoryQueue queue = new InMemoryQueue(clock);
  final Inbox inbox = new Inbox(queue, clock);
  Directory directory = new Directory(records);
  final InMemoryArchive archive = new InMemoryArchive();
  final References references = new References(records);
  final HistoryProgress progress = new HistoryProgress(records);
  final FakeGraph fake = new FakeGraph();
  final ChannelKinds kinds = new ChannelKinds(records);
  TeamsReading reading = reading(fake.graph(clock), Set.of());

  @BeforeEach
  void isInATeam() {
    var service =
        new Service(FakeGraph.ACME, URI.create("https://smba.trafficmanager.net/emea/"), "28:p");
    var team = new Team(FakeGraph.ACME, GENERAL.value(), FakeGraph.GROUP);
    references.heardChannel(GENERAL, service.conversation(GENERAL.value()), team);
    directory.apply(
        List.of(
            new Event.Roster.ChannelChanged(
                new EventId("e1"),
                new Channel(GENERAL, "Field-Service", Channel.Visibility.PRIVATE, "", "", false),
                NOW.minusSeconds(60)),
            new Event.Roster.MembersListed(
                new EventId("e2"), GENERAL, Set.of(ANNA), NOW.minusSeconds(60))));
    for (var someone : List.of(ANNA, BRUNO, CARLA, DARIO)) {
      directory.apply(List.of(known(someone)));
    }
  }

  private static Event.Roster known(PersonId id) {
    return new Event.Roster.PersonChanged(
        new EventId("known:" + id),
        new Person(
            id,
            "somebody",
            "somebody",
            "",
            null,
            ZoneId.of("Europe/Rome"),
            null,
            Person.Standing.ACTIVE),
        NOW.minusSeconds(60));
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  TeamsReading reading(Graph graph, Set<String> excluded) {
    var http = HttpClient.newHttpClient();
    var app = new AppIdentity("app-id", new AppIdentity.Proof.Secret("secret"));
    var tokens = new AccessTokens(http, fake.base(), app, LEASE, clock);
    var connector = new Connector(http, tokens, "none", ServiceUrls.ofThisMachine(), LEASE, clock);
    return new TeamsReading(
        new TeamsReading.Ways(connector, graph),
        references,
        inbox,
        directory,
        new Doorkeeper(directory, kinds, excluded),
        new ReadingRules(Duration.ofDays(365), Duration.ofHours(1)),
        queue,
        records,
        clock);
  }

  /** What a nightly look at the team comes to ask of Graph. */
  void looks() {
    new Errands(TeamsReading.TOPIC, queue)
        .add(
            new TeamsErrand.Details(
                FakeGraph.ACME, GENERAL.value(), Set.of(GENERAL.value()), clock.instant()),
            clock.instant());
  }

  void mayReadTheTeam() {
    fake.answers(TEAM, "team");
    fake.answers(TEAM + "/channels", "channels");
    fake.answers(TEAM + "/channels/19:board@thread.tacv2/members", "members");
  }

  void mayReadMessages() {
    fake.answers(MESSAGES, "messages");
    fake.answersWhere(MESSAGES, "$skiptoken", "[{\"token\":\"second\"}]", "messages-last");
    fake.answers(REPLIES, "replies");
  }

  /** The look of an hour later. */
  void anHourLater() {
    clock.advance(Duration.ofHours(1));
    work();
  }

  /** Runs what is due, as a worker does, and takes in what was heard. */
  void work() {
    while (workOnce()) {
      hear();
      // Graph is asked for one team four times a second.
      clock.advance(Duration.ofSeconds(1));
    }
  }

  boolean workOnce() {
    var leases = queue.lease(TeamsReading.TOPIC, 1, LEASE);
    if (leases.isEmpty()) {
      return false;
    }
    settle(leases, reading.handle(leases));
    return true;
  }

  void settle(List<Lease> leases, Handler.Outcome outcome) {
    switch (outcome) {
      case Handler.Outcome.Done _ -> queue.done(leases);
      case Handler.Outcome.Again(var notBefore, var reason) ->
          queue.retry(leases.getFirst(), notBefore, reason);
      case Handler.Outcome.Hindered(var notBefore, var reason) ->
          queue.postpone(leases.getFirst(), notBefore, reason);
      case Handler.Outcome.Never(var reason) -> queue.bury(leases.getFirst(), reason);
    }
  }

  void hear() {
    var heard = queue.lease("inbox", 100, LEASE);
    for (var lease : heard) {
      for (var event : FakeGraph.json(lease.entry().payload()).path("events").values()) {
        switch (Codec.read(event.toString(), Event.class)) {
          case Event.Talk talk -> archive.apply(List.of(talk));
          case Event.Roster change -> directory.apply(List.of(change));
          case Event.Request request -> throw new AssertionError(request);
        }
      }
    }
    queue.done(heard);
  }

  Set<String> messages(ChannelId channel) {
    var all = new TimeSpan(Instant.EPOCH, NOW.plus(Duration.ofDays(9)));
    return archive.read(channel, all, 1000, Audience.of(channel)).stream()
        .map(filed -> filed.message().id().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static ChannelId channel(String name) {
    return new ChannelId(FakeGraph.ACME, "19:" + name + "@thread.tacv2");
  }

  static PersonId person(String id) {
    return new PersonId(FakeGraph.ACME, id);
  }
}
