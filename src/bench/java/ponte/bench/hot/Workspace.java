package ponte.bench.hot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import ponte.app.Replica;
import ponte.app.Settings;
import ponte.bench.WorkDirectory;
import ponte.conversation.Audience;
import ponte.platform.Progress;

/** A whole Ponte into which an export was imported. */
@State(Scope.Benchmark)
public class Workspace {

  /** A Slack export; empty: the demo that travels with Ponte. */
  @Param("")
  String export = "";

  private WorkDirectory work;
  private Replica ponte;

  @Setup
  public void read() throws IOException {
    work = WorkDirectory.create("ponte-hot");
    ponte =
        Replica.open(work.path().resolve("data"), Settings.fromEnvironment(), Clock.systemUTC());
    try (var listening = ponte.listening()) {
      listening.start();
      ponte.exportLoader().load(export.isEmpty() ? demo() : Path.of(export), Progress.NONE);
    }
  }

  private Path demo() throws IOException {
    var copy = work.path().resolve("demo.zip");
    try (InputStream packed = Workspace.class.getResourceAsStream("/demo.zip")) {
      Files.copy(Objects.requireNonNull(packed, "the demo travels with Ponte"), copy);
    }
    return copy;
  }

  @TearDown
  public void close() throws IOException {
    ponte.close();
    work.close();
  }

  Replica ponte() {
    return ponte;
  }

  /** Whoever may see all of it. */
  Audience everybody() {
    return ponte.directory().everybody();
  }
}
