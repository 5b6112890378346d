package ponte.app.slack;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
import ponte.bot.Chores;
import ponte.bot.Inbox;
import ponte.bot.Pause;
import ponte.directory.Directory;
import ponte.platform.Departures;
import ponte.platform.Pace;
import ponte.platform.Permalinks;
import ponte.slack.SlackButtons;
import ponte.slack.SlackSync;
import ponte.slack.api.SlackApi;
import ponte.slack.delivery.SlackPermalinks;
import ponte.slack.delivery.SlackPlatform;
import ponte.slack.delivery.Waiting;
import ponte.slack.delivery.Windows;
import ponte.slack.installation.Consent;
import ponte.slack.installation.FormerWorkspaces;
import ponte.slack.installation.TokenOffice;
import ponte.slack.live.Connections;
import ponte.slack.live.Doorkeeper;
import ponte.slack.live.Entrance;
import ponte.slack.live.Listening;
import ponte.slack.live.Reception;
import ponte.slack.live.ReplyRoutes;
import ponte.slack.live.SharedChannels;
import ponte.slack.sync.SlackErrands;
import ponte.slack.sync.SlackPeople;
import ponte.slack.sync.SlackReading;
import ponte.slack.sync.Starts;
import ponte.store.Queue;
import ponte.store.Records;

/** Puts Ponte into Slack. */
@Configuration(proxyBeanMethods = false)
@Conditional(SlackIsSet.class)
class SlackConfiguration {

  /** How many errands are run at once; each keeps to Slack's rates. */
  private static final int HANDS = 2;

  private static final Pause PAUSE = Thread::sleep;

  private static final Executor STANDING =
      work -> Thread.ofVirtual().name("slack-standing").start(work);

  @Bean
  SlackMode slackMode(SlackProperties properties) {
    return SlackMode.of(properties);
  }

  @Bean
  Traffic slackTraffic(Observing observing) {
    return observing.traffic("slack");
  }

  @Bean
  HttpClient slackHttp(Traffic slackTraffic) {
    return new SeenHttpClient(OutgoingHttp.client(), slackTraffic);
  }

  @Bean
  TokenOffice tokenOffice(HttpClient slackHttp, SlackProperties properties, Clock clock) {
    return new TokenOffice(slackHttp, properties.api(), clock);
  }

  @Bean
  SlackInstallations slackInstallations(
      SlackMode mode, Records records, TokenOffice office, Clock clock) {
    return SlackInstallations.of(mode, records, office, clock);
  }

  @Bean
  ServedWorkspaces slackWorkspaces(SlackInstallations installations) {
    return new ServedWorkspaces(
        Access.Way.SLACK, workspace -> installations.known().find(workspace).isPresent());
  }

  @Bean
  SlackApi slackApi(
      HttpClient slackHttp,
      SlackProperties properties,
      SlackHistoryProperties history,
      SlackInstallations installations,
      Traffic slackTraffic,
      Clock clock) {
    return new SlackApi(
        slackHttp,
        properties.api(),
        installations.fresh(),
        history.limits(),
        new Pace(slackTraffic, clock),
        clock);
  }

  @Bean
  ReplyRoutes replyRoutes(Records records, Clock clock) {
    return new ReplyRoutes(records, clock);
  }

  @Bean
  SharedChannels sharedChannels(Records records) {
    return new SharedChannels(records);
  }

  @Bean
  Doorkeeper doorkeeper(Directory directory, SharedChannels shared, SlackProperties properties) {
    return new Doorkeeper(directory, shared, properties.excludedChannels());
  }

  @Bean
  Waiting waiting(SlackApi api, ReplyRoutes routes, Records records, Clock clock) {
    return new Waiting(api, routes, records, clock, System::nanoTime, PAUSE);
  }

  @Bean
  SlackSync slackSync(Queue queue, Clock clock) {
    return new SlackErrands(queue, clock);
  }

  /** Before the console, which reads every workspace: what is for Slack goes to Slack. */
  @Bean
  @Order(0)
  SlackPlatform slackPlatform(
      SlackApi api,
      SlackInstallations installations,
      Directory directory,
      List<Permalinks> permalinks,
      ReplyRoutes routes,
      Waiting waiting,
      Records records,
      Clock clock) {
    return new SlackPlatform(
        api,
        installations.known(),
        directory,
        Permalinks.all(permalinks),
        routes,
        waiting,
        records,
        clock);
  }

  @Bean
  SlackPermalinks slackPermalinks(SlackInstallations installations) {
    return new SlackPermalinks(installations.known());
  }

  @Bean
  SlackPeople slackPeople(SlackApi api) {
    return new SlackPeople(api);
  }

  @Bean(destroyMethod = "")
  Chores slackChores(
      SlackApi api,
      SlackInstallations installations,
      Inbox inbox,
      Directory directory,
      Doorkeeper doorkeeper,
      SharedChannels shared,
      SlackHistoryProperties history,
      Queue queue,
      Records records,
      Replica replica,
      Clock clock) {
    var listening = new Listening(directory, doorkeeper, installations.known());
    var reading =
        new SlackReading(
            api,
            inbox,
            directory,
            replica.ponte().preferences(),
            listening,
            shared,
            history.rules(),
            queue,
            records,
            clock);
    return new Chores(SlackReading.TOPIC, HANDS, reading, replica.workplace());
  }

  @Bean
  Entrance entrance(
      Reception.Shelves shelves,
      Reception.Others others,
      Doorkeeper doorkeeper,
      SlackProperties properties,
      Traffic slackTraffic,
      Clock clock) {
    return new Entrance(
        new Reception(shelves, others, doorkeeper, clock), slackTraffic, properties.api(), clock);
  }

  @Bean
  Reception.Shelves shelves(
      SlackInstallations installations,
      Directory directory,
      ReplyRoutes routes,
      SharedChannels shared,
      Records records,
      Replica replica,
      Clock clock) {
    return new Reception.Shelves(
        installations.known(),
        directory,
        routes,
        shared,
        SlackButtons.values(records, clock),
        replica.ponte().preferences());
  }

  @Bean
  Reception.Others others(
      Inbox inbox,
      SlackSync sync,
      SlackApi api,
      Waiting waiting,
      Replica replica,
      Records records) {
    var formerWorkspaces = new FormerWorkspaces(records);
    Departures departures =
        workspace -> {
          formerWorkspaces.note(workspace);
          replica.ponte().schedules().forget(workspace);
        };
    Executor beside = work -> Thread.ofVirtual().name("slack-beside").start(work);
    return new Reception.Others(
        inbox, sync, departures, replica.bot(), new Windows(api), waiting::accepted, beside);
  }

  @Bean
  Standing slackStanding(
      SlackMode mode, SlackInstallations installations, TokenOffice office, Clock clock) {
    var tokens = new SlackTokens(mode, installations, office);
    return new Standing("slack", tokens::words, STANDING, clock);
  }

  /** Begun and ended by the start. */
  @Bean(destroyMethod = "")
  SlackConnections slackConnections(SlackProperties properties, Entrance entrance, Clock clock) {
    var token = properties.appToken();
    return new SlackConnections(
        token == null
            ? null
            : new Connections(entrance, token, properties.connections(), PAUSE, clock));
  }

  @Bean
  MeterBinder slackConnectionMeters(SlackConnections slackConnections) {
    return slackConnections.meters();
  }

  @Bean
  SlackHealthIndicator slackHealthIndicator(
      Standing slackStanding, SlackConnections slackConnections, Clock clock) {
    return new SlackHealthIndicator(
        new StandingHealthIndicator(slackStanding)::health, slackConnections::state, clock);
  }

  @Bean
  SlackStart slackStart(
      SlackMode mode,
      SlackInstallations installations,
      TokenOffice office,
      SlackSync sync,
      Chores slackChores,
      SlackConnections slackConnections,
      Records records,
      Clock clock) {
    return new SlackStart(
        mode,
        installations,
        new SlackCheck(office),
        new Starts(sync, records, clock),
        slackChores,
        slackConnections,
        PAUSE);
  }

  @Bean
  @ConditionalOnProperty("ponte.slack.client-id")
  Consent consent(
      SlackMode mode,
      SlackProperties properties,
      SlackInstallations installations,
      TokenOffice office,
      SlackSync sync,
      Clock clock) {
    var consented = installations.consented();
    if (!(mode instanceof SlackMode.ByConsent(var app, _, var redirect)) || consented == null) {
      throw new SlackNotSetException("token-and-consent");
    }
    return new Consent(
        new Consent.Addresses(properties.authorize(), redirect),
        app,
        office,
        consented,
        sync,
        new SecureRandom(),
        clock);
  }
}
