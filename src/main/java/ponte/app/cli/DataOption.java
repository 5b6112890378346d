package ponte.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;
import ponte.app.Embedded;
import ponte.app.Settings;

/** Where Ponte keeps what it knows. */
final class DataOption {

  @Option(names = "--data", paramLabel = "DIR", defaultValue = "data")
  private Path data = Path.of("data");

  Path directory() {
    return data;
  }

  /** Opens the directory, which is made where there is none. */
  Embedded open() {
    return Embedded.open(data, Settings.fromEnvironment(), Clock.systemUTC());
  }

  /**
   * Opens the directory of an earlier import.
   *
   * @throws Refusal if there is none
   */
  Embedded openExisting() {
    if (!Embedded.isIn(data)) {
      throw nothing();
    }
    var ponte = open();
    if (ponte.directory().workspaces().isEmpty()) {
      ponte.close();
      throw nothing();
    }
    return ponte;
  }

  private Refusal nothing() {
    return new Refusal(PonteCommand.NO_DATA, "cli.no-data", data.toString());
  }
}
