package ponte.teams.sync;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import ponte.TestClock;
import ponte.app.hostile.AnsweringHttp;
import ponte.bot.Inbox;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.platform.PlatformUnavailableException;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;
import ponte.store.Lease;
import ponte.teams.connector.AccessTokens;
import ponte.teams.connector.AppIdentity;
import ponte.teams.connector.Connector;
import ponte.teams.connector.ServiceUrls;
import ponte.teams.graph.GraphApi;
import ponte.teams.live.ChannelKinds;
import ponte.teams.live.Doorkeeper;
import ponte.teams.reference.References;
import ponte.teams.reference.Service;
import ponte.teams.reference.Team;

/**
 * What Graph and the connector answer whatever Ponte asks: teams, channels, people, clocks, and
 * what was said, read as in production.
 */
public final class GraphDoor implements Consumer<byte[]> {

  private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final WorkspaceId TENANT = new WorkspaceId("72f988bf-86f1-41af-91ab-2d7cd011db47");
  private static final String GROUP = "fbe2bf47-16c8-47cf-b4a5-4b9b187c508b";
  private static final ChannelId GENERAL = new ChannelId(TENANT, "19:general@thread.tacv2");
  private static final PersonId ANNA = new PersonId(TENANT, "87d349ed-44d7-43e1-9a83-5f2406dee5bd");

  private final TestClock clock = TestClock.at(BEGIN);
  private final AnsweringHttp http = new AnsweringHttp();
  private final AccessTokens tokens = tokens();

  private long heard;

  /** How many batches were heard of all that came in. */
  public long heard() {
    return heard;
  }

  private AccessTokens tokens() {
    var office = new AnsweringHttp();
    office.answers("{\"access_token\":\"t\",\"expires_in\":3600}".getBytes(StandardCharsets.UTF_8));
    var app = new AppIdentity("app", new AppIdentity.Proof.Secret("secret"));
    return new AccessTokens(office, AccessTokens.LOGIN, app, ANSWER, clock);
  }

  @Override
  public void accept(byte[] input) {
    http.answers(input);
    var queue = new InMemoryQueue(clock);
    var inbox = new Inbox(queue, clock);
    var reading = reading(queue, inbox);
    for (var errand : errands()) {
      clock.advance(Duration.ofHours(1));
      var entry =
          new Entry(TeamsReading.TOPIC, "", errand.key(), Codec.write(errand), clock.instant());
      try {
        reading.handle(List.of(new Lease(entry, "token", 1, 1, Instant.MAX)));
      } catch (PlatformUnavailableException e) {
        // It is tried again, as what Microsoft does not answer is.
      }
    }
    heard += inbox.backlog();
  }

  private TeamsReading reading(InMemoryQueue queue, Inbox inbox) {
    var records = new InMemoryRecords(clock);
    var directory = new Directory(records);
    var references = new References(records);
    var service = new Service(TENANT, URI.create("https://smba.trafficmanager.net/emea/"), "28:p");
    references.heardChannel(
        GENERAL, service.conversation(GENERAL.value()), new Team(TENANT, GENERAL.value(), GROUP));
    directory.apply(
        List.of(
            new Event.Roster.ChannelChanged(
                new EventId("e1"),
                new Channel(GENERAL, "General", Channel.Visibility.PRIVATE, "", "", false),
                Instant.EPOCH),
            new Event.Roster.MembersListed(
                new EventId("e2"), GENERAL, Set.of(ANNA), Instant.EPOCH)));
    return new TeamsReading(
        new TeamsReading.Ways(
            new Connector(http, tokens, TENANT.value(), ServiceUrls.ofMicrosoft(), ANSWER, clock),
            new GraphApi(http, GraphApi.PUBLIC, tokens, GraphApi.Limits.DEFAULT, clock)),
        references,
        inbox,
        directory,
        new Doorkeeper(directory, new ChannelKinds(records), Set.of()),
        new ReadingRules(Duration.ofDays(365), Duration.ofHours(1)),
        queue,
        records,
        clock);
  }

  private static List<TeamsErrand> errands() {
    var team = GENERAL.value();
    var channels = Set.of(team);
    return List.of(
        new TeamsErrand.Look(TENANT, team, BEGIN),
        new TeamsErrand.Channels(TENANT, team, "Acme", BEGIN),
        new TeamsErrand.Members(TENANT, team, channels, BEGIN, "", 0, Set.of()),
        new TeamsErrand.Meet(ANNA, BEGIN),
        new TeamsErrand.Details(TENANT, team, channels, BEGIN),
        new TeamsErrand.Kinds(TENANT, team, "Acme", false, channels, BEGIN, "", 0, Set.of()),
        new TeamsErrand.Insiders(GENERAL, BEGIN, "", 0, Set.of()),
        new TeamsErrand.Profiles(TENANT, BEGIN, ""),
        new TeamsErrand.Missing(ANNA, BEGIN),
        new TeamsErrand.Clocks(TENANT, BEGIN, "", List.of(), 0),
        new TeamsErrand.History(GENERAL, BEGIN, 0));
  }
}
