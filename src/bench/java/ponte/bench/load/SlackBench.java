package ponte.bench.load;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ponte.bench.Machine;

/** How fast a server acknowledges what Slack tells it. */
@Command(
    name = "slack",
    mixinStandardHelpOptions = true,
    description = {
      "Sends signed Slack events at a fixed rate to a running server and prints how long it took to",
      "acknowledge them. A time is counted from the moment when the event was to be sent, so that a",
      "server that stands still is not waited for (no coordinated omission). With --against the same",
      "load goes to another server after that, and the ratios of both are printed."
    })
public final class SlackBench implements Callable<Integer> {

  @Option(names = "--url", required = true, description = "Where the server takes Slack's events.")
  private URI url = URI.create("");

  @Option(
      names = "--against",
      description = "Another server with the same secret, such as the app in src/bench/peers.")
  private @Nullable URI against;

  @Option(names = "--secret", required = true, description = "The server's signing secret.")
  private String secret = "";

  @Option(
      names = "--rate",
      defaultValue = "200",
      description = "Events a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "For so long (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "10",
      description = "Seconds before that are not counted (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--again",
      defaultValue = "0.1",
      description = "The share that is sent twice, as Slack does (default: ${DEFAULT-VALUE}).")
  private double again;

  @Option(
      names = "--team",
      defaultValue = "T0BENCH",
      description = "The workspace (default: ${DEFAULT-VALUE}).")
  private String team = "";

  @Option(
      names = "--channels",
      defaultValue = "20",
      description = "In so many channels, C1 and on (default: ${DEFAULT-VALUE}).")
  private int channels;

  @Override
  public Integer call() throws InterruptedException {
    System.out.println(Machine.line());
    System.out.println(
        String.format(
            Locale.ROOT,
            "load: %d signed events/s for %d s after %d s, %.0f %% of them twice, %d channels",
            rate,
            seconds,
            warmUp,
            100 * again,
            channels));
    var ponte = measure("ponte", url);
    if (against != null) {
      var other = measure("other", against);
      System.out.println(
          String.format(
              Locale.ROOT,
              "ponte / other: p50 %.2f, p99 %.2f",
              ratio(ponte, other, 50),
              ratio(ponte, other, 99)));
    }
    return ponte.answers().keySet().equals(Set.of("200")) ? 0 : 1;
  }

  private OpenLoop.Outcome measure(String name, URI server) throws InterruptedException {
    var run = Long.toString(Instant.now().getEpochSecond(), 36);
    events(server, run + "w").run(Duration.ofSeconds(warmUp));
    var outcome = events(server, run).run(Duration.ofSeconds(seconds));
    System.out.println(outcome.line(name));
    return outcome;
  }

  private OpenLoop events(URI server, String run) {
    var events = new SlackEvents(team, channels, run, Instant.now().getEpochSecond(), again);
    return new OpenLoop(rate, events.messages(server, new SlackSigning(secret)), _ -> {});
  }

  private static double ratio(OpenLoop.Outcome one, OpenLoop.Outcome other, double percentile) {
    return (double) one.micros().getValueAtPercentile(percentile)
        / Math.max(1, other.micros().getValueAtPercentile(percentile));
  }
}
