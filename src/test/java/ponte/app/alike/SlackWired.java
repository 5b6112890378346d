package ponte.app.alike;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ponte.conversation.PersonId;
import ponte.platform.ChatPlatform;
import ponte.platform.Permalinks;
import ponte.slack.SlackButtons;
import ponte.slack.api.SlackApi;
import ponte.slack.api.SlackLimits;
import ponte.slack.delivery.SlackPermalinks;
import ponte.slack.delivery.SlackPlatform;
import ponte.slack.delivery.Waiting;
import ponte.slack.delivery.Windows;
import ponte.slack.installation.Installation;
import ponte.slack.installation.OneInstallation;
import ponte.slack.installation.Token;
import ponte.slack.live.Doorkeeper;
import ponte.slack.live.Entrance;
import ponte.slack.live.Reception;
import ponte.slack.live.ReplyRoutes;
import ponte.slack.live.SharedChannels;
import ponte.slack.live.Signature;
import ponte.slack.sync.SlackErrands;

/** Ponte in one Slack workspace: both ways of the adapter, put together without a server. */
public final class SlackWired implements WayIn {

  static final String TIME = "X-Slack-Request-Timestamp";
  static final String SIGNATURE = "X-Slack-Signature";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Entrance entrance;
  private final Signature signature;
  private final SlackPlatform platform;

  public SlackWired(Core core, Office office, String address, Token secret) {
    var records = core.records();
    var clock = core.clock();
    var directory = core.directory();
    var installed = new OneInstallation();
    installed.known(installation(office));
    var links = Permalinks.all(List.of(new SlackPermalinks(installed)));
    var base = URI.create(address + "/api/");
    var api = new SlackApi(HTTP, base, installed, SlackLimits.DEFAULT, clock);
    var routes = new ReplyRoutes(records, clock);
    var shared = new SharedChannels(records);
    var waiting = new Waiting(api, routes, records, clock, System::nanoTime, _ -> {});
    this.signature = new Signature(secret, clock);
    this.platform =
        new SlackPlatform(api, installed, directory, links, routes, waiting, records, clock);
    var shelves =
        new Reception.Shelves(
            installed,
            directory,
            routes,
            shared,
            SlackButtons.values(records, clock),
            core.ponte().preferences());
    var bot = core.ponte().bot();
    var others =
        new Reception.Others(
            core.inbox(),
            new SlackErrands(core.queue(), clock),
            core.ponte().schedules()::forget,
            bot,
            new Windows(api),
            // Nobody waits longer than a second where the clock stands still.
            (_, _) -> {},
            Runnable::run);
    var doorkeeper = new Doorkeeper(directory, shared, Set.of());
    this.entrance = new Entrance(new Reception(shelves, others, doorkeeper, clock), base, clock);
  }

  /** Of Ponte in an office. */
  public static Installation installation(Office office) {
    return new Installation(
        office.workspace(),
        "Acme",
        URI.create("https://acme.slack.com/"),
        null,
        null,
        new PersonId(office.workspace(), "U0"),
        "B0",
        new Token("xoxb-1"),
        Set.of(),
        null,
        Instant.EPOCH,
        null);
  }

  public Entrance entrance() {
    return entrance;
  }

  ChatPlatform platform() {
    return platform;
  }

  @Override
  public int send(Map<String, String> headers, String body) {
    return entrance
        .receive(
            signature,
            Objects.requireNonNull(headers.get(TIME)),
            Objects.requireNonNull(headers.get(SIGNATURE)),
            _ -> body.getBytes(StandardCharsets.UTF_8))
        .status();
  }

  /** Sends whatever it is, signed as Slack does at a moment. */
  public int sendSigned(byte[] body, Instant now) {
    var time = String.valueOf(now.getEpochSecond());
    return entrance.receive(signature, time, signature.of(time, body), _ -> body).status();
  }
}
