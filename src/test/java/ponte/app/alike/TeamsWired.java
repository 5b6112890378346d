package ponte.app.alike;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Audience;
import ponte.conversation.MessageId;
import ponte.platform.ChatPlatform;
import ponte.platform.Permalinks;
import ponte.teams.card.Cards;
import ponte.teams.card.TeamsButtons;
import ponte.teams.card.TeamsPermalinks;
import ponte.teams.card.TeamsPointers;
import ponte.teams.connector.AccessTokens;
import ponte.teams.connector.AppIdentity;
import ponte.teams.connector.Connector;
import ponte.teams.connector.ServiceUrls;
import ponte.teams.delivery.FileOffers;
import ponte.teams.delivery.PrivateReplies;
import ponte.teams.delivery.TeamsPlatform;
import ponte.teams.live.ChannelKinds;
import ponte.teams.live.Doorkeeper;
import ponte.teams.live.Entrance;
import ponte.teams.live.Reception;
import ponte.teams.reference.References;
import ponte.teams.reference.ReplyRoutes;
import ponte.teams.sync.TeamsErrands;
import ponte.teams.token.BotTokens;
import ponte.teams.token.Issuer;
import ponte.teams.token.IssuerKeys;
import ponte.teams.token.TokenCheck;

/** Ponte in one tenant of Teams: both ways of the adapter, put together without a server. */
public final class TeamsWired implements WayIn {

  static final String TOKEN = "Authorization";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final Entrance entrance;
  private final TeamsPlatform platform;

  TeamsWired(Core core, Office office, String address, Issuer issuer, String app) {
    this(
        core,
        office,
        address,
        new BotTokens(
            new IssuerKeys(HTTP, issuer, Runnable::run, core.clock()), issuer, app, core.clock()),
        app);
  }

  /**
   * @param check of the tokens that come with requests
   */
  public TeamsWired(Core core, Office office, String address, TokenCheck check, String app) {
    var records = core.records();
    var clock = core.clock();
    var directory = core.directory();
    var tenant = office.workspace().value();
    var services = ServiceUrls.ofMicrosoftAnd(Set.of(URI.create(address)));
    var identity = new AppIdentity(app, new AppIdentity.Proof.Secret("a client secret"));
    var tokens = new AccessTokens(HTTP, URI.create(address + "/"), identity, ANSWER, clock);
    var connector = new Connector(HTTP, tokens, tenant, services, ANSWER, clock);
    var references = new References(records, core.ponte().preferences()::isForgotten);
    var routes = new ReplyRoutes(records, clock);
    var buttons = TeamsButtons.values(records, clock);
    var links = new TeamsPermalinks(references, message -> root(message, core));
    var cards =
        new Cards(
            new TeamsPointers(references, directory, buttons, Permalinks.all(List.of(links))));
    var files = new FileOffers(connector, HTTP, services, ANSWER, records, clock);
    this.platform =
        new TeamsPlatform(
            connector,
            cards,
            references,
            routes,
            files,
            PrivateReplies.PERSONAL_CHAT,
            records,
            clock);
    var bot = core.ponte().bot();
    var reception =
        new Reception(
            new Reception.Shelves(records, directory, references, routes, buttons),
            new Reception.Others(
                core.inbox(),
                new TeamsErrands(core.queue(), references, clock),
                bot,
                bot,
                cards,
                files,
                (_, _) -> {}),
            new Doorkeeper(directory, new ChannelKinds(records), Set.of()),
            new Reception.Tenants(Set.of(tenant), services),
            clock);
    this.entrance = new Entrance(check, reception, clock);
  }

  private static MessageId root(MessageId message, Core core) {
    return core.archive()
        .find(message, Audience.of(message.channel()))
        .map(filed -> filed.message().threadOrSelf())
        .orElse(message);
  }

  ChatPlatform platform() {
    return platform;
  }

  /** Sends whatever it is. */
  public int send(@Nullable String token, byte[] body) {
    return entrance.receive(token, _ -> body).status();
  }

  @Override
  public int send(Map<String, String> headers, String body) {
    return entrance
        .receive(headers.get(TOKEN), _ -> body.getBytes(StandardCharsets.UTF_8))
        .status();
  }
}
