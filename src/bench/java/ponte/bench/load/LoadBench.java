package ponte.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.app.Replica;
import ponte.app.Settings;
import ponte.bench.Machine;
import ponte.bench.WorkDirectory;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;

/** The whole of it under load: are people answered, is anything lost, does anything grow? */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the server's jar on an empty directory between a Slack and a Teams of this machine,",
      "and sends signed events of Slack at a fixed rate, while people ask who knows what in Slack",
      "and in Teams. Prints how long acknowledgements and answers took, counted from when each was",
      "to be sent; how long entries of the queues were due; memory minute by minute; how often a",
      "virtual thread held its carrier; and what was acknowledged but is not in the archive."
    })
public final class LoadBench implements Callable<Integer> {

  private static final String SECRET = "a signing secret";
  private static final String TEAM = "T1";
  private static final String OLDEST = "ponte_queue_oldest_age_seconds";
  private static final String BOXES = "queue=\"(?:in|out)box\"";
  private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");

  /** How often a running server is looked at: each look is work for it, too. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  private static final Duration UNTIL_EMPTY = Duration.ofMinutes(10);

  @Parameters(paramLabel = "JAR", description = "The server's jar.")
  private Path jar = Path.of("");

  @Option(
      names = "--rate",
      defaultValue = "500",
      description = "Events of Slack a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--questions",
      defaultValue = "2",
      description =
          "Questions a second, in Slack and as many in Teams (default: ${DEFAULT-VALUE}).")
  private int questions;

  @Option(
      names = "--seconds",
      defaultValue = "600",
      description = "For so long (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "30",
      description = "Seconds before that are not counted (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--again",
      defaultValue = "0.1",
      description = "The share that is sent twice, as Slack does (default: ${DEFAULT-VALUE}).")
  private double again;

  @Option(
      names = "--channels",
      defaultValue = "20",
      description = "In so many channels (default: ${DEFAULT-VALUE}).")
  private int channels;

  @Option(
      names = "--heap",
      defaultValue = "512m",
      description = "The server's heap at most (default: ${DEFAULT-VALUE}).")
  private String heap = "";

  @Option(
      names = "--java",
      paramLabel = "OPTION",
      description = "An option of Java for the server, such as @deploy/image/jvm.options.")
  private List<String> options = List.of();

  @Option(names = "--set", description = "A setting of the server, such as ponte.store=redis.")
  private List<String> settings = List.of();

  private final Answers inSlack = new Answers();
  private final Answers inTeams = new Answers();
  private volatile double oldest;
  private final List<Long> resident = new CopyOnWriteArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    System.out.println(Machine.line());
    System.out.printf(
        Locale.ROOT,
        "load: %d signed events/s for %d s after %d s, %.0f %% of them twice, %d channels, and %d"
            + " questions/s in each of Slack and Teams; heap at most %s%n",
        rate,
        seconds,
        warmUp,
        100 * again,
        channels,
        questions,
        heap);
    try (var work = WorkDirectory.create("ponte-load");
        var slack = new RememberingSlack(SlackEvents.PEOPLE, channels);
        var teams = new RememberingTeams(inTeams::posted)) {
      slack.listener(inSlack::posted);
      var warm = new BitSet();
      var acknowledged = new BitSet();
      try (var server =
          LoadedServer.start(
              jar,
              heap,
              options,
              work.path(),
              SECRET,
              slack.address(),
              settings.stream().map(each -> "--" + each).toList())) {
        run(server, teams.address(), BEGIN, warmUp, warm);
        begin();
        // A year later, so that no message of it has the timestamp of one before.
        var outcomes =
            run(server, teams.address(), BEGIN.plus(Duration.ofDays(366)), seconds, acknowledged);
        report(outcomes);
        drain(server);
        System.out.println(inSlack.line("in Slack"));
        System.out.println(inTeams.line("in Teams"));
        server.stop();
        System.out.printf(
            Locale.ROOT, "virtual threads held their carrier %d times%n", server.pinned());
      }
      var taken = warm.cardinality() + acknowledged.cardinality();
      return lost(work.path().resolve("data"), taken) == 0 && inSlack.all() && inTeams.all()
          ? 0
          : 1;
    }
  }

  private void begin() {
    inSlack.begin();
    inTeams.begin();
    oldest = 0;
    resident.clear();
  }

  private record Outcomes(OpenLoop.Outcome talk, OpenLoop.Outcome slack, OpenLoop.Outcome teams) {}

  private Outcomes run(
      LoadedServer server, URI service, Instant begin, int seconds, BitSet acknowledged)
      throws InterruptedException, ExecutionException {
    var time = Duration.ofSeconds(seconds);
    var run = Long.toString(begin.getEpochSecond(), 36);
    var signing = new SlackSigning(SECRET);
    var events = new SlackEvents(TEAM, channels, run, begin.getEpochSecond(), again);
    var activities = new TeamsActivities(service, run);
    var talk =
        new OpenLoop(
            rate,
            events.messages(server.at("/slack/events"), signing),
            number -> {
              synchronized (acknowledged) {
                acknowledged.set((int) events.event(number));
              }
            });
    var slack =
        new OpenLoop(
            questions,
            (number, due) -> {
              var person = 1 + number % SlackEvents.PEOPLE;
              inSlack.asked(SlackEvents.conversation(person), LoadTopics.of(number), due);
              return signing.sign(
                  server.at("/slack/events"),
                  events.toPonte(number, person, LoadTopics.question(number)),
                  false);
            },
            _ -> {});
    var teams =
        new OpenLoop(
            questions,
            (number, due) -> {
              var person = 1 + number % TeamsActivities.PEOPLE;
              inTeams.asked(TeamsActivities.conversation(person), LoadTopics.of(number), due);
              return activities.toPonte(
                  server.at("/api/messages"), number, person, LoadTopics.question(number));
            },
            _ -> {});
    try (var loops = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      var talking = loops.submit(() -> talk.run(time));
      var asking = loops.submit(() -> slack.run(time));
      var asked = loops.submit(() -> teams.run(time));
      var looking = loops.submit(() -> look(server));
      var outcomes = new Outcomes(talking.get(), asking.get(), asked.get());
      if (!looking.cancel(true)) {
        looking.get();
      }
      return outcomes;
    }
  }

  /** Looks at queues and memory until it is interrupted. */
  private Object look(LoadedServer server) throws IOException {
    try {
      while (true) {
        Thread.sleep(LOOK);
        resident.add(server.residentMegabytes());
        oldest = Math.max(oldest, server.most(OLDEST, BOXES));
      }
    } catch (InterruptedException e) {
      return resident;
    }
  }

  private void report(Outcomes outcomes) {
    System.out.println(outcomes.talk().line("events of Slack"));
    System.out.println(outcomes.slack().line("questions in Slack"));
    System.out.println(outcomes.teams().line("questions in Teams"));
    System.out.printf(Locale.ROOT, "queues: due for %.1f s at most%n", oldest);
    var aMinute = (int) (Duration.ofMinutes(1).toSeconds() / LOOK.toSeconds());
    System.out.println(
        "resident MB minute by minute: "
            + IntStream.range(0, resident.size())
                .filter(i -> i % aMinute == 0 || i == resident.size() - 1)
                .mapToObj(resident::get)
                .map(String::valueOf)
                .collect(Collectors.joining(" ")));
  }

  /** Waits until all that was taken in has been worked off. */
  private static void drain(LoadedServer server) throws IOException, InterruptedException {
    var begin = System.nanoTime();
    while (server.most(OLDEST, BOXES) > 0 || server.most("ponte_queue_entries", BOXES) > 0) {
      if (System.nanoTime() - begin > UNTIL_EMPTY.toNanos()) {
        System.out.println("queues are not empty after " + UNTIL_EMPTY);
        return;
      }
      Thread.sleep(LOOK);
    }
    System.out.printf(
        Locale.ROOT, "queues: empty %.0f s after the load%n", (System.nanoTime() - begin) / 1e9);
  }

  /** How much of what was acknowledged is not in the archive. */
  private long lost(Path data, int taken) {
    var all =
        IntStream.rangeClosed(1, channels)
            .mapToObj(number -> new ChannelId(new WorkspaceId(TEAM), "C" + number))
            .collect(Collectors.toSet());
    try (var ponte = Replica.open(data, Settings.fromEnvironment(), Clock.systemUTC())) {
      var kept = ponte.archive().extent(new Audience(all)).messages();
      var lost = Math.max(0, taken - kept);
      System.out.printf(
          Locale.ROOT,
          "acknowledged %,d messages with those of the warm-up, in the archive %,d: lost %,d%n",
          taken,
          kept,
          lost);
      return lost;
    }
  }
}
