package ponte.opensearch.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A node of OpenSearch in a process of its own, with another class path than whoever starts it. It
 * ends with whoever started it, whatever ends them.
 */
public final class NodeProcess implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("listening on (\\d+) (\\d+)");

  /** Ports of its own choice, on this machine alone. */
  private static final List<String> SETTINGS =
      List.of(
          "network.host=127.0.0.1",
          "http.port=0",
          "transport.port=0",
          // Its directory may lie on a disk that is nearly full.
          "cluster.routing.allocation.disk.threshold_enabled=false");

  private final Process process;
  private final URI address;
  private final String transport;

  private NodeProcess(Process process, URI address, String transport) {
    this.process = process;
    this.address = address;
    this.transport = transport;
  }

  /**
   * Starts one and waits until it can be asked.
   *
   * @param classPath with {@link OpenSearchNode} and OpenSearch
   * @param machine what its Java is told
   * @param data its directory
   * @param settings each as {@code name=value}, see {@link OpenSearchNode}
   * @throws IOException if it does not start; what it said is in the message
   */
  public static NodeProcess start(
      String classPath, List<String> machine, Path data, List<String> settings) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(machine);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath,
            "ponte.opensearch.node.OpenSearchNode",
            data.toString()));
    command.addAll(SETTINGS);
    command.addAll(settings);
    return listening(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private static NodeProcess listening(Process process) throws IOException {
    var output = process.inputReader();
    var said = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      var found = LISTENING.matcher(line);
      if (found.find()) {
        Thread.ofPlatform().daemon().start(() -> drain(output));
        return new NodeProcess(
            process,
            URI.create("http://127.0.0.1:" + found.group(1)),
            "127.0.0.1:" + found.group(2));
      }
    }
    throw new IOException("opensearch did not start:\n" + said);
  }

  /** A process whose output nobody reads stands still. */
  private static void drain(BufferedReader output) {
    try {
      output.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // It has ended.
    }
  }

  /** Where it is asked. */
  public URI address() {
    return address;
  }

  /** Where other nodes find it. */
  String transport() {
    return transport;
  }

  public long pid() {
    return process.pid();
  }

  /** Ends it as a power failure does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
