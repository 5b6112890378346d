package ponte.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/** The processes of Redis that tests start; none of them outlives the tests. */
final class Processes {

  private static final Logger log = LoggerFactory.getLogger(Processes.class);

  /** Below those that systems give to outgoing connections, and so are their cluster buses. */
  private static final int FIRST_PORT = 10_000;

  private static final int PORTS = 10_000;
  private static final int BUS = 10_000;

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
  }

  private Processes() {}

  /** Starts Redis and returns once it takes connections. */
  static Process start(Path folder, List<String> arguments) {
    try {
      var command = new ArrayList<String>();
      command.add(Binary.FILE.toString());
      command.addAll(arguments);
      var process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      RUNNING.add(process);
      process.onExit().thenAccept(RUNNING::remove);
      awaitReady(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a signal such as {@code STOP}. */
  static void signal(Process process, String signal) {
    try {
      var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("cannot send " + signal + " to " + process.pid());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends a process without asking it, even one that is stopped. */
  static void kill(Process process) {
    process.destroyForcibly().onExit().join();
  }

  /** A port that nobody listens on, nor on that of its cluster bus. */
  static int freePort() {
    for (var tries = 0; tries < 1_000; tries++) {
      var port = FIRST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
      if (isFree(port) && isFree(port + BUS)) {
        return port;
      }
    }
    throw new IllegalStateException("no port is free");
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void awaitReady(Process process) throws IOException {
    var output = process.inputReader(StandardCharsets.UTF_8);
    var said = new StringBuilder();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.contains("Ready to accept connections") || line.contains("Sentinel ID is")) {
        Thread.ofPlatform().daemon().start(() -> drain(output));
        return;
      }
    }
    throw new IllegalStateException("redis did not start:\n" + said);
  }

  /** A process whose output nobody reads stands still. */
  private static void drain(BufferedReader output) {
    try {
      output.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      log.atDebug().setCause(e).log("redis has ended");
    }
  }

  /** Out of the library, once. */
  private static final class Binary {

    static final Path FILE = extract();

    private static Path extract() {
      try {
        return ExecutableProvider.newJarResourceProvider().get().toPath();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
