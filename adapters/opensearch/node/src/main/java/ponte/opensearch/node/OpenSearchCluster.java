package ponte.opensearch.node;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A cluster of OpenSearch whose nodes run in processes of their own, so that they can be killed;
 * none outlives whoever started it. Repositories of snapshots may lie in one directory that all
 * nodes share.
 */
public final class OpenSearchCluster implements AutoCloseable {

  /** Where there is a disk of memory, a thousand small indexes are made in no time. */
  private static final Path MEMORY = Path.of("/dev/shm");

  /** What the Java of a small node is told. */
  public static final List<String> SMALL =
      List.of("-Xms256m", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Path folder;
  private final List<NodeProcess> nodes = new CopyOnWriteArrayList<>();
  private final Thread atTheEnd = new Thread(this::end);

  private OpenSearchCluster(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts small nodes, which find each other before this returns.
   *
   * @param module the directory of this module, compiled
   */
  public static OpenSearchCluster start(Path module, int nodes) {
    return start(module, nodes, SMALL, Files.isWritable(MEMORY) ? MEMORY : temporary());
  }

  /**
   * Starts nodes, which find each other before this returns.
   *
   * @param module the directory of this module, compiled
   * @param machine what the Java of each is told
   * @param parent where the directory is made in which their data lies
   */
  public static OpenSearchCluster start(Path module, int nodes, List<String> machine, Path parent) {
    try {
      var cluster = new OpenSearchCluster(Files.createTempDirectory(parent, "opensearch"));
      Runtime.getRuntime().addShutdownHook(cluster.atTheEnd);
      for (var number = 0; number < nodes; number++) {
        cluster.add(classPath(module), number, machine);
      }
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  private static String classPath(Path module) throws IOException {
    var target = module.resolve("target");
    return target.resolve("classes")
        + File.pathSeparator
        + Files.readString(target.resolve("classpath")).strip();
  }

  /** The first one begins the cluster, the others join it. */
  private void add(String classPath, int number, List<String> machine) throws IOException {
    var joining =
        number == 0
            ? "cluster.initial_cluster_manager_nodes=node-0"
            : "discovery.seed_hosts=" + nodes.getFirst().transport();
    nodes.add(
        NodeProcess.start(
            classPath,
            machine,
            folder.resolve("node-" + number),
            List.of(
                "cluster.name=" + folder.getFileName(),
                "node.name=node-" + number,
                "path.repo=" + folder.resolve("snapshots"),
                joining)));
  }

  /** Where each node is asked. */
  public List<URI> addresses() {
    return nodes.stream().map(NodeProcess::address).toList();
  }

  /** Ends a node as a power failure does. */
  public void kill(int number) {
    nodes.get(number).kill();
  }

  private void end() {
    nodes.forEach(NodeProcess::kill);
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
    end();
  }
}
