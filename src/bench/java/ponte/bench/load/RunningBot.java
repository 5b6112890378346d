package ponte.bench.load;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ponte.bench.Machine;

/** A bot for Slack in a process of its own. */
final class RunningBot implements AutoCloseable {

  /** How often it is asked whether it is there. */
  private static final Duration LOOK = Duration.ofMillis(20);

  private static final String VERIFICATION =
      "{\"token\":\"unused\",\"challenge\":\"ready\",\"type\":\"url_verification\"}";

  private final Process process;
  private final long begin;
  private final URI events;
  private final double ready;

  private RunningBot(Process process, long begin, URI events, double ready) {
    this.process = process;
    this.begin = begin;
    this.events = events;
    this.ready = ready;
  }

  /** How a bot is started. What it writes is read by nobody. */
  record Start(String name, Path directory, List<String> command, Map<String, String> settings) {}

  /**
   * Starts a bot and waits until it says to Slack that the address is its own.
   *
   * @param events where it takes Slack's events
   */
  static RunningBot start(Start start, URI events, SlackSigning signing)
      throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(start.command())
            .directory(start.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(start.settings());
    var begin = System.nanoTime();
    var process = builder.start();
    try (var client = HttpClient.newHttpClient()) {
      while (!isReady(client, events, signing)) {
        if (process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new IOException(start.name() + " ended before it was ready");
        }
      }
      return new RunningBot(process, begin, events, (System.nanoTime() - begin) / 1e9);
    } catch (IOException | InterruptedException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static boolean isReady(HttpClient client, URI events, SlackSigning signing)
      throws IOException, InterruptedException {
    try {
      var request = signing.sign(events, VERIFICATION, false).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (ConnectException e) {
      return false;
    }
  }

  /** Where it takes Slack's events. */
  URI events() {
    return events;
  }

  /** When it was started, in the nanoseconds of {@link System#nanoTime}. */
  long begin() {
    return begin;
  }

  /** After how many seconds it was ready. */
  double ready() {
    return ready;
  }

  long residentMegabytes() throws IOException {
    return Machine.residentMegabytes(process.pid());
  }

  /** The processor time that it took until now. */
  Duration worked() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
