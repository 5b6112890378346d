package ponte.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a benchmark writes what Ponte says, for others to count. */
final class RunFile {

  private RunFile() {}

  /** Opens it; null where nobody wants one. */
  static @Nullable PrintWriter open(@Nullable Path run) throws IOException {
    return run == null
        ? null
        : new PrintWriter(Files.newBufferedWriter(run, StandardCharsets.UTF_8));
  }
}
