package ponte.app.teams;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import ponte.app.OutgoingHttp;
import ponte.app.Replica;
import ponte.app.access.Access;
import ponte.app.access.ServedWorkspaces;
import ponte.app.observation.Observing;
import ponte.app.observation.SeenHttpClient;
import ponte.app.observation.Standing;
import ponte.app.observation.StandingHealthIndicator;
import ponte.app.observation.Traffic;
import ponte.archive.Archive;
import ponte.bot.Chores;
import ponte.bot.Inbox;
import ponte.bot.Pause;
import ponte.conversation.Audience;
import ponte.conversation.MessageId;
import ponte.directory.Directory;
import ponte.platform.ButtonValues;
import ponte.platform.Pace;
import ponte.platform.Permalinks;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.teams.ObjectIds;
import ponte.teams.TeamsSync;
import ponte.teams.card.Cards;
import ponte.teams.card.TeamsButtons;
import ponte.teams.card.TeamsPermalinks;
import ponte.teams.card.TeamsPointers;
import ponte.teams.connector.AccessTokens;
import ponte.teams.connector.Connector;
import ponte.teams.connector.ServiceUrls;
import ponte.teams.delivery.FileOffers;
import ponte.teams.delivery.TeamsPlatform;
import ponte.teams.delivery.Typing;
import ponte.teams.graph.Graph;
import ponte.teams.graph.GraphApi;
import ponte.teams.live.ChannelKinds;
import ponte.teams.live.Doorkeeper;
import ponte.teams.live.Entrance;
import ponte.teams.live.Reception;
import ponte.teams.reference.References;
import ponte.teams.reference.ReplyRoutes;
import ponte.teams.sync.TeamsErrands;
import ponte.teams.sync.TeamsPeople;
import ponte.teams.sync.TeamsReading;
import ponte.teams.token.BotTokens;
import ponte.teams.token.IssuerKeys;
import ponte.teams.token.Loopback;
import ponte.teams.token.TokenCheck;

/** Puts Ponte into Teams. */
@Configuration(proxyBeanMethods = false)
@Conditional(TeamsIsSet.class)
class TeamsConfiguration {

  /** How many errands are run at once; each keeps to Teams' rates. */
  private static final int HANDS = 2;

  private static final Duration ANSWER = Duration.ofSeconds(20);

  private static final Pause PAUSE = Thread::sleep;

  private static final Executor BESIDE =
      work -> Thread.ofVirtual().name("teams-beside").start(work);

  @Bean
  TeamsMode teamsMode(TeamsProperties properties) {
    return TeamsMode.of(properties);
  }

  @Bean
  Traffic teamsTraffic(Observing observing) {
    return observing.traffic("teams");
  }

  @Bean
  HttpClient teamsHttp(Traffic teamsTraffic) {
    return new SeenHttpClient(OutgoingHttp.client(), teamsTraffic);
  }

  @Bean
  ServiceUrls serviceUrls(TeamsMode mode, TeamsProperties properties) {
    return switch (mode) {
      case TeamsMode.Local _ -> ServiceUrls.ofThisMachine();
      case TeamsMode.Registered _ -> ServiceUrls.ofMicrosoftAnd(properties.services());
    };
  }

  @Bean
  TeamsAccess teamsAccess(
      TeamsMode mode, HttpClient teamsHttp, TeamsProperties properties, Clock clock) {
    return switch (mode) {
      case TeamsMode.Local _ -> new TeamsAccess(null, "");
      case TeamsMode.Registered(var app, var authority, _) ->
          new TeamsAccess(
              new AccessTokens(teamsHttp, properties.login(), app, ANSWER, clock), authority);
    };
  }

  @Bean
  ServedWorkspaces teamsTenants(TeamsMode mode, Directory directory) {
    return switch (mode) {
      case TeamsMode.Local _ ->
          new ServedWorkspaces(Access.Way.ENTRA, tenant -> directory.workspaces().contains(tenant));
      case TeamsMode.Registered(_, _, var served) -> {
        var tenants =
            served.stream().map(ObjectIds::tenant).collect(Collectors.toUnmodifiableSet());
        yield new ServedWorkspaces(Access.Way.ENTRA, tenants::contains);
      }
    };
  }

  @Bean
  Connector teamsConnector(
      HttpClient teamsHttp,
      TeamsAccess access,
      ServiceUrls services,
      Traffic teamsTraffic,
      Clock clock) {
    return new Connector(
        teamsHttp,
        access.tokens(),
        access.authority(),
        services,
        ANSWER,
        new Pace(teamsTraffic, clock),
        clock);
  }

  @Bean
  References teamsReferences(Records records, Replica replica) {
    return new References(records, replica.ponte().preferences()::isForgotten);
  }

  @Bean
  ReplyRoutes teamsReplyRoutes(Records records, Clock clock) {
    return new ReplyRoutes(records, clock);
  }

  @Bean
  Doorkeeper teamsDoorkeeper(Directory directory, Records records, TeamsProperties properties) {
    return new Doorkeeper(directory, new ChannelKinds(records), properties.excludedChannels());
  }

  @Bean
  TeamsSync teamsSync(Queue queue, References references, Clock clock) {
    return new TeamsErrands(queue, references, clock);
  }

  @Bean
  Graph teamsGraph(
      HttpClient teamsHttp,
      TeamsAccess access,
      TeamsGraphProperties properties,
      Traffic teamsTraffic,
      Clock clock) {
    var pace = new Pace(teamsTraffic, clock);
    var tokens = access.tokens();
    return tokens == null
        ? Graph.NONE
        : new GraphApi(teamsHttp, properties.address(), tokens, properties.limits(), pace, clock);
  }

  @Bean
  TeamsPeople teamsPeople(
      Connector connector, References references, Directory directory, Graph graph) {
    return new TeamsPeople(connector, references, directory, graph);
  }

  @Bean(destroyMethod = "")
  Chores teamsChores(
      Connector connector,
      Graph graph,
      References references,
      Inbox inbox,
      Directory directory,
      Doorkeeper teamsDoorkeeper,
      Replica replica,
      TeamsGraphProperties properties,
      Queue queue,
      Records records,
      Clock clock) {
    var reading =
        new TeamsReading(
            new TeamsReading.Ways(connector, graph),
            references,
            inbox,
            directory,
            teamsDoorkeeper,
            properties.rules(),
            queue,
            records,
            clock);
    return new Chores(TeamsReading.TOPIC, HANDS, reading, replica.workplace());
  }

  @Bean
  TokenCheck tokenCheck(
      TeamsMode mode, HttpClient teamsHttp, TeamsProperties properties, Clock clock) {
    return switch (mode) {
      case TeamsMode.Local _ -> new Loopback();
      case TeamsMode.Registered(var app, _, _) -> {
        var signer = properties.signer();
        yield new BotTokens(
            new IssuerKeys(teamsHttp, signer, BESIDE, clock), signer, app.appId(), clock);
      }
    };
  }

  @Bean
  Entrance teamsEntrance(
      TokenCheck check,
      Reception.Shelves teamsShelves,
      Reception.Others teamsOthers,
      Doorkeeper teamsDoorkeeper,
      TeamsMode mode,
      ServiceUrls services,
      Traffic teamsTraffic,
      Clock clock) {
    var tenants =
        switch (mode) {
          case TeamsMode.Local _ -> Set.<String>of();
          case TeamsMode.Registered(_, _, var served) -> served;
        };
    return new Entrance(
        check,
        new Reception(
            teamsShelves,
            teamsOthers,
            teamsDoorkeeper,
            new Reception.Tenants(tenants, services),
            clock),
        teamsTraffic,
        clock);
  }

  @Bean
  Reception.Shelves teamsShelves(
      Records records,
      Directory directory,
      References references,
      ReplyRoutes routes,
      ButtonValues teamsButtons) {
    return new Reception.Shelves(records, directory, references, routes, teamsButtons);
  }

  @Bean
  ButtonValues teamsButtons(Records records, Clock clock) {
    return TeamsButtons.values(records, clock);
  }

  @Bean
  Cards teamsCards(
      References references,
      Directory directory,
      ButtonValues teamsButtons,
      List<Permalinks> permalinks) {
    return new Cards(
        new TeamsPointers(references, directory, teamsButtons, Permalinks.all(permalinks)));
  }

  @Bean
  TeamsPermalinks teamsPermalinks(References references, Archive archive) {
    return new TeamsPermalinks(references, message -> root(message, archive));
  }

  /** Links to an answer name the message that it answers; of itself nobody sees anything here. */
  private static MessageId root(MessageId message, Archive archive) {
    return archive
        .find(message, Audience.of(message.channel()))
        .map(filed -> filed.message().threadOrSelf())
        .orElse(message);
  }

  @Bean
  FileOffers teamsFiles(
      Connector connector,
      HttpClient teamsHttp,
      ServiceUrls services,
      Records records,
      Clock clock) {
    return new FileOffers(connector, teamsHttp, services, ANSWER, records, clock);
  }

  @Bean
  Reception.Others teamsOthers(
      Inbox inbox,
      TeamsSync sync,
      Replica replica,
      Cards cards,
      FileOffers files,
      Connector connector,
      References references,
      ReplyRoutes routes) {
    return new Reception.Others(
        inbox,
        sync,
        replica.bot(),
        replica.bot(),
        cards,
        files,
        new Typing(connector, references, routes, BESIDE));
  }

  /** Before the console, which reads every workspace: what is for Teams goes to Teams. */
  @Bean
  @Order(0)
  TeamsPlatform teamsPlatform(
      Connector connector,
      Cards cards,
      References references,
      ReplyRoutes routes,
      FileOffers files,
      TeamsProperties properties,
      Records records,
      Clock clock) {
    return new TeamsPlatform(
        connector, cards, references, routes, files, properties.privateReplies(), records, clock);
  }

  @Bean
  Standing teamsStanding(
      TeamsMode mode, TeamsAccess access, TeamsGraphProperties graph, Clock clock) {
    var tokens = new TeamsTokens(mode, access, GraphApi.scope(graph.address()));
    return new Standing("teams", tokens::words, BESIDE, clock);
  }

  @Bean
  StandingHealthIndicator teamsHealthIndicator(Standing teamsStanding) {
    return new StandingHealthIndicator(teamsStanding);
  }

  @Bean
  TeamsStart teamsStart(
      TeamsMode mode,
      TeamsAccess access,
      References references,
      TeamsSync sync,
      Chores teamsChores,
      TeamsGraphProperties graph) {
    var tokens = access.tokens();
    var check = tokens == null ? null : new GraphCheck(tokens, GraphApi.scope(graph.address()));
    return new TeamsStart(mode, access, check, references, sync, teamsChores, PAUSE);
  }
}
