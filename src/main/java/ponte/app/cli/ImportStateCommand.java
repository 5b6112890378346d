package ponte.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.app.move.Moves;

/** Loads what {@code export-state} wrote into an empty store. */
@Command(name = "import-state", mixinStandardHelpOptions = true)
final class ImportStateCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = {"-q", "--quiet"})
  private boolean quiet;

  @Mixin private DataOption data;

  ImportStateCommand(Terminal terminal) {
    this.terminal = terminal;
    this.data = new DataOption(terminal);
  }

  @Override
  public Integer call() {
    long things;
    try (var state = data.openState();
        var progress = new ProgressLine("import", !quiet)) {
      things = new Moves(state, Clock.systemUTC()).importFrom(file, progress);
    }
    terminal.say(terminal.texts().say("cli.state-imported", things, file.toString()));
    return 0;
  }
}
