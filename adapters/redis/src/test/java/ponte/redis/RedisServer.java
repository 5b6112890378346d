package ponte.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import ponte.redis.RedisSettings.Node;
import ponte.redis.RedisSettings.Topology;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

/** A Redis of a test's own, with an append-only file, that can be killed, paused and restarted. */
public final class RedisServer implements AutoCloseable {

  private static final int TRIES = 5;

  /** Synced before it answers: what a kill may lose otherwise is no defect of ours. */
  private static final List<String> PERSISTENT =
      List.of("--appendonly", "yes", "--appendfsync", "always");

  private final int port;
  private final Path folder;
  private final List<String> arguments;
  private Process process;

  private RedisServer(int port, Path folder, List<String> arguments, Process process) {
    this.port = port;
    this.folder = folder;
    this.arguments = arguments;
    this.process = process;
  }

  /** Starts a server with further settings, such as {@code --maxmemory 10mb}. */
  public static RedisServer start(String... settings) {
    return start(PERSISTENT, settings);
  }

  /** Starts one that writes nothing to disk. */
  public static RedisServer startForgetful(String... settings) {
    return start(List.of("--appendonly", "no"), settings);
  }

  /**
   * Starts one on a copy of files of another one, as whoever restores a backup does.
   *
   * @param files what their names begin with
   */
  static RedisServer startOnCopy(RedisServer other, String files, String... settings) {
    return attempt(
        (port, folder) -> {
          try (var all = Files.walk(other.folder)) {
            for (var file : all.toList()) {
              var name = other.folder.relativize(file);
              if (name.toString().startsWith(files)) {
                Files.copy(file, folder.resolve(name));
              }
            }
          }
          return arguments(port, folder, PERSISTENT, List.of(settings));
        });
  }

  /** Starts a server whose settings depend on its port. */
  static RedisServer start(IntFunction<List<String>> settings) {
    return attempt((port, folder) -> arguments(port, folder, PERSISTENT, settings.apply(port)));
  }

  /** Starts a server that does as another one does. */
  public static RedisServer startReplica(RedisServer master, String... settings) {
    var replica = start(settings);
    replica.call("REPLICAOF", "127.0.0.1", Integer.toString(master.port));
    replica.awaitLink();
    return replica;
  }

  /** Starts a Sentinel of a master, which alone may decide. */
  public static RedisServer startSentinel(String name, RedisServer master) {
    return attempt(
        (port, folder) -> {
          var file = folder.resolve("sentinel.conf");
          Files.writeString(
              file,
              """
              port %d
              bind 127.0.0.1
              sentinel monitor %s 127.0.0.1 %d 1
              sentinel down-after-milliseconds %s 1000
              sentinel failover-timeout %s 5000
              """
                  .formatted(port, name, master.port, name, name));
          return List.of(file.toString(), "--sentinel");
        });
  }

  private static RedisServer start(List<String> persistence, String... settings) {
    return attempt((port, folder) -> arguments(port, folder, persistence, List.of(settings)));
  }

  private static List<String> arguments(
      int port, Path folder, List<String> persistence, List<String> settings) {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
    arguments.addAll(List.of("--dir", folder.toString(), "--save", ""));
    arguments.addAll(List.of("--repl-diskless-sync", "yes"));
    arguments.addAll(List.of("--repl-diskless-sync-delay", "0"));
    arguments.addAll(List.of("--repl-ping-replica-period", "1"));
    arguments.addAll(persistence);
    arguments.addAll(settings);
    return arguments;
  }

  /** Another process may take a port between our look and the start. */
  private static RedisServer attempt(Arguments arguments) {
    for (var tries = 1; ; tries++) {
      try {
        var folder = Files.createTempDirectory("redis");
        var port = Processes.freePort();
        var all = arguments.of(port, folder);
        return new RedisServer(port, folder, all, Processes.start(folder, all));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (IllegalStateException e) {
        if (tries == TRIES) {
          throw e;
        }
      }
    }
  }

  public int port() {
    return port;
  }

  public Node node() {
    return new Node("127.0.0.1", port);
  }

  /** How to reach it alone. */
  public RedisSettings settings() {
    return RedisSettings.of(new Topology.Single(node()));
  }

  /** Ends it as a power failure does; its files stay. */
  public void kill() {
    Processes.kill(process);
  }

  /** Takes all time from it until it is resumed: it accepts connections and answers nothing. */
  public void pause() {
    Processes.signal(process, "STOP");
  }

  public void resume() {
    Processes.signal(process, "CONT");
  }

  /** Starts it again where it was, with what its files hold. */
  public void restart() {
    kill();
    process = Processes.start(folder, arguments);
  }

  /** Starts it again where it was, with nothing. */
  public void restartEmpty() {
    kill();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith("of")).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process = Processes.start(folder, arguments);
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  /** Sends a command, such as {@code CLUSTER INFO}, and gives its answer. */
  public Object call(String command, String... arguments) {
    try (var connection = new Connection("127.0.0.1", port)) {
      connection.sendCommand(Command.valueOf(command), arguments);
      return connection.getOne();
    }
  }

  /** Sends a command whose answer is text. */
  public String ask(String command, String... arguments) {
    return Reply.text(call(command, arguments));
  }

  /** How many commands it has served. */
  public long commandsServed() {
    return ask("INFO", "stats")
        .lines()
        .filter(line -> line.startsWith("total_commands_processed:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
        .sum();
  }

  /** Returns once this replica has what its master has. */
  void awaitLink() {
    Eventually.until(
        "a replica is in step", () -> ask("INFO", "replication").contains("master_link_status:up"));
  }

  @Override
  public void close() {
    kill();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Arguments {
    List<String> of(int port, Path folder) throws IOException;
  }
}
