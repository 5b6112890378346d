package ponte.nlp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Evaluation sets that lie beside the repository; what needs them is skipped where they are absent.
 */
final class SharedData {

  private static final JsonMapper JSON = JsonMapper.shared();

  private SharedData() {}

  /** A file of the shared data; where there is none, the test that asks ends here as skipped. */
  private static Path file(String name) {
    var directory = Path.of("").toAbsolutePath();
    while (directory.getParent() != null && !Files.exists(directory.resolve("mvnw"))) {
      directory = directory.getParent();
    }
    var file = directory.resolveSibling("shared").resolve("data").resolve(name);
    assumeTrue(Files.exists(file), () -> "no shared data: " + file);
    return file;
  }

  /** The lines of a text file, packed or not. */
  static List<String> lines(String name) {
    var file = file(name);
    try (var stream = Files.newInputStream(file)) {
      var plain = name.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  /** The rows of a table without its head. */
  static List<String[]> rows(String name) {
    return lines(name).stream().skip(1).map(line -> line.split("\t", -1)).toList();
  }

  /** The objects of a file with one a line. */
  static List<JsonNode> objects(String name) {
    return lines(name).stream().map(JSON::readTree).toList();
  }

  /** The texts of the sentences of a treebank. */
  static List<String> sentences(String name) {
    return lines(name).stream()
        .filter(line -> line.startsWith("# text = "))
        .map(line -> line.substring("# text = ".length()).strip())
        .toList();
  }

  /** What people wrote in a Slack export, line by line, without mentions and links. */
  static List<String> slackLines(String name) {
    var lines = new ArrayList<String>();
    try (var zip = new ZipFile(file(name).toFile())) {
      var days =
          zip.stream().filter(entry -> entry.getName().matches(".+/\\d{4}-.+\\.json")).toList();
      for (var day : days) {
        try (var stream = zip.getInputStream(day)) {
          for (var message : JSON.readTree(stream)) {
            linesOf(message.path("text").asString("")).forEach(lines::add);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + name, e);
    }
    return lines;
  }

  private static Stream<String> linesOf(String text) {
    return text.replaceAll("(?s)```.*?```", "")
        .replaceAll("<[^>\n]*>", "")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty());
  }
}
