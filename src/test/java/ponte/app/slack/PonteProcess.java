package ponte.app.slack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ponte.app.PonteApplication;

/** A server in a process of its own, which can be killed. */
public final class PonteProcess implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");

  private final Process process;
  private final String address;

  private PonteProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it without the demo, unless a setting asks for it, and waits until it listens. */
  public static PonteProcess started(Path data, Map<String, String> environment, String... settings)
      throws IOException {
    return started(data, environment, List.of(), List.of(settings));
  }

  /**
   * Starts it, as {@link #started(Path, Map, String...)} does.
   *
   * @param machine what its Java is told
   */
  public static PonteProcess started(
      Path data, Map<String, String> environment, List<String> machine, List<String> settings)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m"));
    command.addAll(machine);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            PonteApplication.class.getName(),
            "--server.port=0",
            "--ponte.data=" + data));
    command.addAll(settings);
    if (!command.contains("--ponte.demo=true")) {
      command.add("--ponte.demo=false");
    }
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    var process = builder.start();
    var said = process.inputReader();
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      var address = ADDRESS.matcher(line);
      if (address.find()) {
        Thread.ofPlatform().daemon().start(() -> drain(said));
        return new PonteProcess(process, address.group());
      }
    }
    throw new IOException("the server ended with " + process.exitValue());
  }

  private static void drain(BufferedReader said) {
    said.lines().forEach(_ -> {});
  }

  public String address() {
    return address;
  }

  /** As {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Takes all time from it until it is resumed. */
  void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("cannot send " + name + " to " + process.pid());
    }
  }

  public void awaitEnd() {
    process.onExit().join();
  }

  /** Stops it in good order. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }
}
