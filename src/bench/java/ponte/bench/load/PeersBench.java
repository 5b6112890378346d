package ponte.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.bench.Machine;
import ponte.bench.WorkDirectory;

/** What a question costs in Ponte, and in bare bots on what others write bots with. */
@Command(
    name = "peers",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the server's jar, a bare bot on Bolt for JavaScript and one on Hubot, each alone beside",
      "a Slack of this machine, and sends each the same signed events at a fixed rate: people who ask",
      "in direct messages who knows about something. Prints how long starts, acknowledgements and",
      "answers took (from when each was to be sent), the processor time of a question, and memory.",
      "The others answer with a sentence and keep nothing; Ponte makes question and answer durable",
      "and searches its archive, which is empty. Needs Node.js 20 or newer and the npm registry."
    })
public final class PeersBench implements Callable<Integer> {

  private static final String SECRET = "a signing secret";
  private static final String TEAM = "T1";

  /** Ponte answers each of those who ask once a second at most: so does Slack limit it. */
  private static final int MOST = 30;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How often it is looked whether all answers are there, which another process posts. */
  private static final Duration A_MOMENT = Duration.ofMillis(5);

  @Parameters(paramLabel = "JAR", description = "The server's jar.")
  private Path jar = Path.of("");

  @Option(
      names = "--peers",
      defaultValue = "src/bench/peers",
      description = "Where the bare bots lie (default: ${DEFAULT-VALUE}).")
  private Path peers = Path.of("");

  @Option(
      names = "--rate",
      defaultValue = "20",
      description = "Questions a second, 1 to " + MOST + " (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "For so long (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "15",
      description = "Seconds before that are not counted (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Each is measured so often, by turns (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--heap",
      defaultValue = "512m",
      description = "Ponte's heap at most (default: ${DEFAULT-VALUE}).")
  private String heap = "";

  @Option(
      names = "--java",
      paramLabel = "OPTION",
      description = "An option of Java for Ponte, such as @deploy/image/jvm.options.")
  private List<String> options = List.of();

  private final SlackSigning signing = new SlackSigning(SECRET);
  private int run;

  /**
   * Questions so far: people take turns through all parts of a run, not from the first one anew.
   */
  private int turns;

  /** Starts a bot that takes Slack's events at a port, beside a Slack. */
  private interface Bot {
    RunningBot.Start start(Path data, int port, String slack);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rate < 1 || rate > MOST || rounds < 1 || seconds < 1 || warmUp < 0) {
      System.err.println(
          "--rate is 1 to "
              + MOST
              + ", --rounds and --seconds are 1 or more, --warm-up is 0 or more");
      return 2;
    }
    try (var work = WorkDirectory.create("ponte-peers")) {
      System.out.println(Machine.line() + ", node " + NodePeers.node());
      var bots = bots(new NodePeers(peers, work.path()));
      System.out.printf(
          Locale.ROOT,
          "load: %d questions/s in direct messages for %d s after %d s, %d round(s); ponte with a heap"
              + " of at most %s and an empty archive%n%s%n",
          rate,
          seconds,
          warmUp,
          rounds,
          heap,
          BotFigures.HEADINGS);
      var figures = new LinkedHashMap<String, List<BotFigures>>();
      for (var round = 1; round <= rounds; round++) {
        for (var bot : bots.entrySet()) {
          var data = Files.createDirectory(work.path().resolve("data" + ++run));
          var measured = measure(bot.getValue(), data);
          System.out.println(measured.line(bot.getKey()));
          figures.computeIfAbsent(bot.getKey(), _ -> new ArrayList<>()).add(measured);
        }
      }
      compare(figures);
      return 0;
    } catch (IOException e) {
      // No Node.js, no packages, a bot that ends or does not answer: there is nothing to compare.
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private Map<String, Bot> bots(NodePeers peers) throws IOException, InterruptedException {
    var bots = new LinkedHashMap<String, Bot>();
    bots.put("ponte", this::ponte);
    for (var peer :
        List.of(peers.install("bolt-js", "@slack/bolt"), peers.install("hubot", "hubot"))) {
      bots.put(peer.name(), (_, port, slack) -> onNode(peer, port, slack));
    }
    return bots;
  }

  private RunningBot.Start ponte(Path data, int port, String slack) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-jar",
            jar.toAbsolutePath().toString(),
            "--server.port=" + port,
            "--management.server.port=0",
            "--ponte.data=" + data,
            "--ponte.demo=false",
            "--ponte.slack.address=" + slack));
    return new RunningBot.Start(
        "ponte",
        data,
        command,
        Map.of("PONTE_SLACK_BOT_TOKEN", "xoxb-1", "PONTE_SLACK_SIGNING_SECRET", SECRET));
  }

  private static RunningBot.Start onNode(NodePeers.Installed peer, int port, String slack) {
    return new RunningBot.Start(
        peer.name(),
        peer.directory(),
        List.of("node", "app.js"),
        Map.of(
            "PORT", Integer.toString(port), "SIGNING_SECRET", SECRET, "SLACK_API", slack + "api/"));
  }

  private BotFigures measure(Bot bot, Path data) throws IOException, InterruptedException {
    var answers = new Answers();
    var port = Machine.freePort();
    try (var slack = new RememberingSlack(SlackEvents.PEOPLE);
        var running =
            RunningBot.start(
                bot.start(data, port, slack.address()),
                URI.create("http://localhost:" + port + "/slack/events"),
                signing)) {
      slack.listener(answers::posted);
      var first = firstAnswer(running, answers);
      ask(running, answers, "w", warmUp);
      var worked = running.worked();
      var acknowledged = ask(running, answers, "m", seconds).micros();
      var asked = acknowledged.getTotalCount();
      return new BotFigures(
          running.ready(),
          first,
          new BotFigures.Times(
              acknowledged.getValueAtPercentile(50) / 1e3,
              acknowledged.getValueAtPercentile(99) / 1e3),
          new BotFigures.Times(answers.millis(50), answers.millis(99)),
          running.worked().minus(worked).toNanos() / 1e6 / asked,
          running.residentMegabytes());
    }
  }

  /** Seconds from the start of a bot until it answered somebody, who asks until it does. */
  private double firstAnswer(RunningBot bot, Answers answers)
      throws IOException, InterruptedException {
    var events = events("f");
    var topic = LoadTopics.of(0);
    answers.begin();
    answers.asked(SlackEvents.conversation(1), topic, bot.begin());
    try (var client = HttpClient.newHttpClient()) {
      for (var number = 0; !answers.all(); number++) {
        if (number > PATIENCE.toSeconds()) {
          throw new IOException("no answer to the first question in " + PATIENCE);
        }
        var question = events.toPonte(number, 1, LoadTopics.question(0));
        client.send(signing.sign(bot.events(), question, false).build(), BodyHandlers.discarding());
        await(answers, Duration.ofSeconds(1));
      }
    }
    return answers.millis(50) / 1e3;
  }

  /**
   * @param kind tells these questions from others of the same bot
   */
  private OpenLoop.Outcome ask(RunningBot bot, Answers answers, String kind, int seconds)
      throws IOException, InterruptedException {
    var events = events(kind);
    var begun = turns;
    turns += rate * seconds;
    answers.begin();
    var outcome =
        new OpenLoop(
                rate,
                (number, due) -> {
                  var person = 1 + (begun + number) % SlackEvents.PEOPLE;
                  answers.asked(SlackEvents.conversation(person), LoadTopics.of(number), due);
                  return signing.sign(
                      bot.events(),
                      events.toPonte(number, person, LoadTopics.question(number)),
                      false);
                },
                _ -> {})
            .run(Duration.ofSeconds(seconds));
    await(answers, PATIENCE);
    if (!answers.all()) {
      throw new IOException(
          answers.line("too few answers, with a patience of " + PATIENCE.toSeconds() + " s:"));
    }
    return outcome;
  }

  private SlackEvents events(String kind) {
    return new SlackEvents(TEAM, 1, kind + run, 0, 0);
  }

  private static void await(Answers answers, Duration patience) throws InterruptedException {
    var until = System.nanoTime() + patience.toNanos();
    while (!answers.all() && System.nanoTime() < until) {
      Thread.sleep(A_MOMENT);
    }
  }

  private static void compare(Map<String, List<BotFigures>> figures) {
    var medians = new LinkedHashMap<String, BotFigures>();
    figures.forEach((name, rounds) -> medians.put(name, BotFigures.median(rounds)));
    System.out.println("medians, and how many times as much Ponte has");
    medians.forEach((name, median) -> System.out.println(median.line(name)));
    var ponte = medians.remove("ponte");
    if (ponte != null) {
      medians.forEach((name, median) -> System.out.println(ponte.over(median, "/ " + name)));
    }
  }
}
