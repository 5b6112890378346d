package ponte.bench;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The exports that a benchmark is given. */
final class Exports {

  @Parameters(
      arity = "1..*",
      paramLabel = "EXPORT",
      description = "Slack exports (zip or folder); those of one workspace once.")
  private List<Path> paths = List.of();

  List<Path> paths() {
    return paths;
  }
}
