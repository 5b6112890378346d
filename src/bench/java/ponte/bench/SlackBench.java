package ponte.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
final class SlackBench implements Callable<Integer> {

  private static final long MICROS_PER_MINUTE = 60_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

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
      description = "In so many channels, C0BENCH0 and on (default: ${DEFAULT-VALUE}).")
  private int channels;

  /** What became of the events that counted. */
  private record Outcome(Histogram micros, Map<String, Long> answers) {
    synchronized void count(String answer) {
      answers.merge(answer, 1L, Long::sum);
    }
  }

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

  private Outcome measure(String name, URI server) throws InterruptedException {
    var run = Long.toString(Instant.now().getEpochSecond(), 36);
    send(server, warmUp, run + "w", new Outcome(histogram(), new TreeMap<>()));
    var outcome = new Outcome(histogram(), new TreeMap<>());
    var begin = System.nanoTime();
    send(server, seconds, run, outcome);
    report(name, outcome, (System.nanoTime() - begin) / 1e9);
    return outcome;
  }

  private static double ratio(Outcome one, Outcome other, double percentile) {
    return (double) one.micros().getValueAtPercentile(percentile)
        / Math.max(1, other.micros().getValueAtPercentile(percentile));
  }

  private static Histogram histogram() {
    return new ConcurrentHistogram(MICROS_PER_MINUTE, 3);
  }

  private void send(URI server, int time, String run, Outcome outcome) throws InterruptedException {
    var events = new SlackEvents(team, channels, run);
    var signing = new SlackSigning(secret);
    var begin = System.nanoTime();
    var total = (long) time * rate;
    var open = new Phaser(1);
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (long number = 0; number < total; number++) {
        var due = begin + number * 1_000_000_000 / rate;
        LockSupport.parkNanos(due - System.nanoTime());
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        var repeats = again > 0 && number % Math.max(1, Math.round(1 / again)) == 1;
        var body = events.message(repeats ? number - 1 : number);
        post(client, signing.sign(server, body, repeats), body, due, open, outcome);
      }
      open.arriveAndAwaitAdvance();
    }
  }

  private static void post(
      HttpClient client,
      HttpRequest.Builder request,
      String body,
      long due,
      Phaser open,
      Outcome outcome) {
    open.register();
    client
        .sendAsync(
            request.timeout(PATIENCE).POST(BodyPublishers.ofString(body)).build(),
            BodyHandlers.discarding())
        .whenComplete(
            (response, failure) -> {
              outcome
                  .micros()
                  .recordValue(
                      Math.min(
                          MICROS_PER_MINUTE,
                          TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due)));
              outcome.count(
                  failure == null
                      ? Integer.toString(response.statusCode())
                      : failure instanceof IOException ? "no answer" : failure.toString());
              open.arriveAndDeregister();
            });
  }

  private static void report(String name, Outcome outcome, double taken) {
    var micros = outcome.micros();
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s acknowledged %,.0f/s; p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms (n = %,d)",
            name,
            micros.getTotalCount() / taken,
            micros.getValueAtPercentile(50) / 1e3,
            micros.getValueAtPercentile(90) / 1e3,
            micros.getValueAtPercentile(99) / 1e3,
            micros.getMaxValue() / 1e3,
            micros.getTotalCount()));
    System.out.println(name + " answered " + outcome.answers());
  }
}
