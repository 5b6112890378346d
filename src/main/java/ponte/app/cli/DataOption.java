package ponte.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import ponte.app.PonteProperties;
import ponte.app.Replica;
import ponte.app.Settings;
import ponte.store.State;

/** Where Ponte keeps what it knows. */
final class DataOption {

  @Option(names = "--data", paramLabel = "DIR")
  private @Nullable Path named;

  private final Terminal terminal;

  DataOption(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What the command was told, otherwise what the settings say. */
  Path directory() {
    return named != null
        ? named
        : Settings.bound(terminal.environment().get(), "ponte", PonteProperties.class).data();
  }

  /** Opens the storage; the directory is made where there is none. */
  Replica open() {
    return open(terminal.settings());
  }

  private Replica open(Settings settings) {
    return Replica.open(directory(), settings, Clock.systemUTC());
  }

  /**
   * Opens the storage of an earlier import.
   *
   * @throws Refusal if there is nothing in it
   */
  Replica openExisting() {
    var settings = terminal.settings();
    if (!settings.storage().mayBeIn(directory())) {
      throw nothing();
    }
    var ponte = open(settings);
    if (isEmpty(ponte)) {
      ponte.close();
      throw nothing();
    }
    return ponte;
  }

  private static boolean isEmpty(Replica ponte) {
    try {
      return ponte.directory().workspaces().isEmpty();
    } catch (RuntimeException e) {
      ponte.close();
      throw e;
    }
  }

  /** Opens the records and the queue alone; where they lie in the directory, it is made. */
  State openState() {
    return Replica.openState(directory(), terminal.settings(), Clock.systemUTC());
  }

  /**
   * Opens the records and the queue of an earlier time.
   *
   * @throws Refusal if there are none
   */
  State openExistingState() {
    if (!terminal.settings().storage().mayBeIn(directory())) {
      throw nothing();
    }
    return openState();
  }

  private Refusal nothing() {
    return new Refusal(PonteCommand.NO_DATA, "cli.no-data", directory().toString());
  }
}
