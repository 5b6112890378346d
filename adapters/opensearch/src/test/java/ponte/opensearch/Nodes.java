package ponte.opensearch;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A cluster of OpenSearch whose nodes run in processes of their own, so that they can be killed;
 * none outlives the tests.
 */
final class Nodes {

  private static final Pattern LISTENING = Pattern.compile("listening on (\\d+)");
  private static final Path CLASSPATH = Path.of("node", "target", "classpath");

  /** Where there is a disk of memory, a thousand small indexes are made in no time. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private static final Path CLASSES = Path.of("node", "target", "classes");

  private final List<Node> nodes;

  private record Node(Process process, URI address) {}

  private Nodes(List<Node> nodes) {
    this.nodes = nodes;
  }

  /** Starts so many nodes and returns once all have found each other. */
  static Nodes start(int count) {
    try {
      var folder =
          Files.isWritable(MEMORY)
              ? Files.createTempDirectory(MEMORY, "opensearch")
              : Files.createTempDirectory("opensearch");
      var ports = freePorts(count);
      var processes = new ArrayList<Process>();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(processes, folder)));
      for (var i = 0; i < count; i++) {
        processes.add(process(folder, i, ports));
      }
      var nodes = new ArrayList<Node>();
      for (var process : processes) {
        nodes.add(new Node(process, address(process)));
      }
      return new Nodes(nodes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process process(Path folder, int number, List<Integer> ports) throws IOException {
    var seeds = ports.stream().map(port -> "127.0.0.1:" + port).toList();
    var names = IntStream.range(0, ports.size()).mapToObj(i -> "node-" + i).toList();
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms256m",
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            CLASSES + File.pathSeparator + Files.readString(CLASSPATH).strip(),
            "ponte.opensearch.node.OpenSearchNode",
            folder.resolve("node-" + number).toString(),
            "cluster.name=" + folder.getFileName(),
            "node.name=node-" + number,
            "network.host=127.0.0.1",
            "http.port=0",
            "transport.port=" + ports.get(number),
            "discovery.seed_hosts=" + String.join(",", seeds),
            "cluster.initial_cluster_manager_nodes=" + String.join(",", names),
            // A disk of tests may be nearly full.
            "cluster.routing.allocation.disk.threshold_enabled=false");
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process;
  }

  private static URI address(Process process) throws IOException {
    var output = process.inputReader();
    var said = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      var found = LISTENING.matcher(line);
      if (found.find()) {
        Thread.ofPlatform().daemon().start(() -> drain(output));
        return URI.create("http://127.0.0.1:" + found.group(1));
      }
    }
    throw new IllegalStateException("opensearch did not start:\n" + said);
  }

  /** A process whose output nobody reads stands still. */
  private static void drain(BufferedReader output) {
    try {
      output.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // It has ended.
    }
  }

  private static List<Integer> freePorts(int count) throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (var i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }

  List<URI> addresses() {
    return nodes.stream().map(Node::address).toList();
  }

  /** Ends a node as a power failure does. */
  void kill(int number) {
    nodes.get(number).process().destroyForcibly().onExit().join();
  }

  private static void end(List<Process> processes, Path folder) {
    processes.forEach(process -> process.destroyForcibly().onExit().join());
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
