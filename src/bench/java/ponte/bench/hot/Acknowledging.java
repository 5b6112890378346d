package ponte.bench.hot;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import ponte.bench.WorkDirectory;
import ponte.bench.load.SlackEvents;
import ponte.bot.Inbox;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.mvstore.MvStoreState;
import ponte.platform.FormDesk;
import ponte.reply.Form;
import ponte.slack.SlackButtons;
import ponte.slack.installation.Installation;
import ponte.slack.installation.OneInstallation;
import ponte.slack.installation.Token;
import ponte.slack.live.Acknowledgement;
import ponte.slack.live.Doorkeeper;
import ponte.slack.live.Entrance;
import ponte.slack.live.Reception;
import ponte.slack.live.ReplyRoutes;
import ponte.slack.live.SharedChannels;
import ponte.slack.live.Signature;
import ponte.slack.sync.SlackErrands;

/**
 * What Slack waits for: that its signature is verified, and that its event is read and durable in
 * the queue. The time of signing, which is about that of verifying, is part of the latter two.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Acknowledging {

  private static final WorkspaceId TEAM = new WorkspaceId("T1");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final String TIMESTAMP = Long.toString(NOW.getEpochSecond());
  private static final int CHANNELS = 20;

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Signature signature = new Signature(new Token("a signing secret"), clock);
  private final SlackEvents events =
      new SlackEvents(TEAM.value(), CHANNELS, "jmh", NOW.getEpochSecond(), 0);
  private final AtomicLong number = new AtomicLong();
  private final byte[] body = events.message(0).getBytes(StandardCharsets.UTF_8);
  private final String sign = signature.of(TIMESTAMP, body);
  private WorkDirectory work;
  private MvStoreState state;
  private Entrance entrance;

  @Setup
  public void open() throws IOException {
    work = WorkDirectory.create("ponte-hot");
    state = MvStoreState.open(work.path().resolve("state.mv"), clock);
    var records = state.records();
    var directory = new Directory(records);
    directory.apply(IntStream.rangeClosed(1, CHANNELS).mapToObj(Acknowledging::channel).toList());
    var installations = new OneInstallation();
    installations.known(installation());
    var shared = new SharedChannels(records);
    entrance =
        new Entrance(
            new Reception(
                new Reception.Shelves(
                    installations,
                    directory,
                    new ReplyRoutes(records, clock),
                    shared,
                    SlackButtons.values(records, clock),
                    new Preferences(records, directory)),
                new Reception.Others(
                    new Inbox(state.queue(), clock),
                    new SlackErrands(state.queue(), clock),
                    _ -> {},
                    new NoForms(),
                    (_, _, _, _) -> {},
                    (_, _) -> {},
                    Runnable::run),
                new Doorkeeper(directory, shared, Set.of()),
                clock),
            URI.create("http://127.0.0.1:1/api/"),
            clock);
  }

  private static Event.Roster channel(int number) {
    var id = new ChannelId(TEAM, "C" + number);
    return new Event.Roster.ChannelChanged(
        new EventId("channel:" + number),
        new Channel(id, "channel-" + number, Channel.Visibility.PUBLIC, "", "", false),
        Instant.EPOCH);
  }

  private static Installation installation() {
    return new Installation(
        TEAM,
        "Acme",
        URI.create("https://acme.slack.com/"),
        null,
        "A1",
        new PersonId(TEAM, "U0"),
        "B0",
        new Token("xoxb-1"),
        Set.of(),
        null,
        Instant.EPOCH,
        null);
  }

  /** An event of Slack opens no form. */
  private static final class NoForms implements FormDesk {
    @Override
    public Optional<Form> form(Event.Request request) {
      return Optional.empty();
    }

    @Override
    public Map<String, String> problems(Event.Request.Submitted submitted) {
      return Map.of();
    }
  }

  @TearDown
  public void close() throws IOException {
    state.close();
    work.close();
  }

  @Benchmark
  public boolean verifySignature() {
    return signature.isSlacks(TIMESTAMP, sign, body);
  }

  @Benchmark
  public Acknowledgement takeEvent() {
    return take();
  }

  @Benchmark
  @Threads(8)
  public Acknowledgement takeEventAmongEight() {
    return take();
  }

  private Acknowledgement take() {
    var event = events.message(number.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
    var taken = entrance.receive(signature, TIMESTAMP, signature.of(TIMESTAMP, event), _ -> event);
    if (taken.status() != 200) {
      throw new IllegalStateException("an event was answered with " + taken.status());
    }
    return taken;
  }

  /** How many events wait in the queue: none is taken out. */
  long waiting() {
    return new Inbox(state.queue(), clock).backlog();
  }
}
