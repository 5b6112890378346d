package ponte.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a figure was measured on. */
public final class Machine {

  private Machine() {}

  /** One line: cores, memory given to the JVM, the JVM, the system. */
  public static String line() {
    var runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "machine: %d cores, heap at most %d MB, %s %s, %s %s",
        runtime.availableProcessors(),
        runtime.maxMemory() >> 20,
        System.getProperty("java.vm.name"),
        Runtime.version(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"));
  }

  /** A port at which nobody listens. */
  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** The heap in use after a collection, in MB. */
  static long usedHeapMegabytes() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  /**
   * What this program has used of all processors, in nanoseconds: tells more than the clock where
   * others work, too.
   */
  static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** The memory that a process has of the machine, in MB; -1 where the system does not say. */
  public static long residentMegabytes(long pid) throws IOException {
    var status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return -1;
    }
    try (var lines = Files.lines(status)) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          >> 10;
    }
  }

  /** The size of everything below a directory, in MB. */
  static long megabytes(Path directory) throws IOException {
    return bytes(directory) >> 20;
  }

  /** The size of everything below a directory. */
  static long bytes(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
