package ponte.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Bots that run on Node.js, with what they need from the npm registry, in a directory apart. */
final class NodePeers {

  private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([^\"]+)\"");

  /**
   * A bot that is ready to be started with {@code node app.js} in its directory.
   *
   * @param name with its version
   */
  record Installed(String name, Path directory) {}

  private final Path sources;
  private final Path work;

  /**
   * @param sources has a directory for each of them
   * @param work where they are copied to
   */
  NodePeers(Path sources, Path work) {
    this.sources = sources;
    this.work = work;
  }

  /**
   * The version of Node.js.
   *
   * @throws IOException if there is none, saying what to do
   */
  static String node() throws IOException, InterruptedException {
    try {
      return run(Path.of("."), "node", "--version").strip();
    } catch (IOException e) {
      throw new IOException(
          "There is no node on the path. Install Node.js 20 or newer with npm: Bolt for JavaScript"
              + " and Hubot run on it.",
          e);
    }
  }

  /**
   * Copies a bot and fetches what its package.json names; no script of a package is run.
   *
   * @param module the one whose version is its own
   */
  Installed install(String bot, String module) throws IOException, InterruptedException {
    var directory = Files.createDirectory(work.resolve(bot));
    try (var files = Files.list(sources.resolve(bot))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
    run(directory, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts");
    var described =
        Files.readString(directory.resolve("node_modules").resolve(module).resolve("package.json"));
    var version = VERSION.matcher(described);
    return new Installed(bot + (version.find() ? " " + version.group(1) : ""), directory);
  }

  private static String run(Path directory, String... command)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", List.of(command)) + " failed: " + said);
    }
    return said;
  }
}
