package ponte.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;
import ponte.app.Embedded;
import ponte.app.Settings;
import ponte.store.State;

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

  /** Opens the records and the queue alone; the directory is made where there is none. */
  State openState() {
    return Embedded.openState(data, Clock.systemUTC());
  }

  /**
   * Opens the records and the queue of an earlier time.
   *
   * @throws Refusal if there are none
   */
  State openExistingState() {
    if (!Embedded.isIn(data)) {
      throw nothing();
    }
    return openState();
  }

  private Refusal nothing() {
    return new Refusal(PonteCommand.NO_DATA, "cli.no-data", data.toString());
  }
}
