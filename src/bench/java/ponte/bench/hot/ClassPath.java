package ponte.bench.hot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * Where another JVM finds the classes of this program, which it cannot where they lie in jars in a
 * jar.
 */
final class ClassPath {

  private ClassPath() {}

  /**
   * The class path of this program as files that any JVM reads.
   *
   * @param work where the jar of the benchmarks is unpacked, if this program runs from it
   */
  static String ofFiles(Path work) throws IOException, InterruptedException {
    var own = System.getProperty("java.class.path");
    return !own.contains(File.pathSeparator) && isPacked(Path.of(own))
        ? unpacked(Path.of(own), work.resolve("unpacked")).toString()
        : own;
  }

  private static boolean isPacked(Path path) throws IOException {
    if (!path.toString().endsWith(".jar")) {
      return false;
    }
    try (var jar = new JarFile(path.toFile())) {
      return jar.getEntry("BOOT-INF/") != null;
    }
  }

  /**
   * By the tool that Spring Boot puts into the jars it packs: a jar of the program that names those
   * beside it.
   */
  private static Path unpacked(Path jar, Path to) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                to.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(jar + " was not unpacked: " + said);
    }
    return to.resolve(jar.getFileName());
  }
}
