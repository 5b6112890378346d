package ponte.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordingFile;
import ponte.bench.Machine;

/** The server's jar in a process of its own, with its metrics and its recording. */
final class LoadedServer implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");
  private static final String PINNED = "jdk.VirtualThreadPinned";

  private final Process process;
  private final URI address;
  private final URI metrics;
  private final Path recording;
  private final HttpClient http = HttpClient.newHttpClient();

  private LoadedServer(Process process, URI address, URI metrics, Path recording) {
    this.process = process;
    this.address = address;
    this.metrics = metrics;
    this.recording = recording;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param heap as {@code -Xmx} takes it
   * @param options others of Java
   */
  static LoadedServer start(
      Path jar,
      String heap,
      List<String> options,
      Path work,
      String secret,
      String slack,
      List<String> settings)
      throws IOException {
    var recording = work.resolve("pinned.jfr");
    var management = Machine.freePort();
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(options);
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-XX:StartFlightRecording:settings=none,filename="
                + recording
                + ","
                + PINNED
                + "#enabled=true",
            "-jar",
            jar.toString(),
            "--server.port=0",
            "--management.server.port=" + management,
            "--ponte.data=" + work.resolve("data"),
            "--ponte.demo=false",
            "--ponte.slack.address=" + slack,
            "--ponte.teams.local=true"));
    command.addAll(settings);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PONTE_SLACK_BOT_TOKEN", "xoxb-1");
    builder.environment().put("PONTE_SLACK_SIGNING_SECRET", secret);
    var process = builder.start();
    var said = process.inputReader();
    var heard = new ArrayList<String>();
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      heard.add(line);
      var address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread.ofPlatform().daemon().start(() -> drain(said));
        return new LoadedServer(
            process,
            URI.create(address.group()),
            URI.create("http://localhost:" + management + "/actuator/prometheus"),
            recording);
      }
    }
    throw new IOException("the server ended: " + String.join(System.lineSeparator(), heard));
  }

  private static void drain(BufferedReader said) {
    said.lines().forEach(_ -> {});
  }

  URI at(String path) {
    return address.resolve(path);
  }

  long residentMegabytes() throws IOException {
    return Machine.residentMegabytes(process.pid());
  }

  /** The largest value of a metric, of those whose labels match; 0 where there is none. */
  double most(String metric, String labels) throws IOException, InterruptedException {
    var page = http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
    return Pattern.compile("(?m)^" + metric + "\\{[^}]*" + labels + "[^}]*} (\\S+)$")
        .matcher(page)
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(0);
  }

  /** Stops it in good order. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** How often a virtual thread held its carrier for more than 20 ms; once it is stopped. */
  long pinned() throws IOException {
    return RecordingFile.readAllEvents(recording).stream()
        .filter(event -> event.getEventType().getName().equals(PINNED))
        .count();
  }

  @Override
  public void close() {
    http.close();
    process.destroyForcibly();
  }
}
