package ponte.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.app.move.Moves;

/** Writes all that is not a message to a file, to move it to another store. */
@Command(name = "export-state", mixinStandardHelpOptions = true)
final class ExportStateCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = {"-q", "--quiet"})
  private boolean quiet;

  @Mixin private DataOption data;

  ExportStateCommand(Terminal terminal) {
    this.terminal = terminal;
    this.data = new DataOption(terminal);
  }

  @Override
  public Integer call() {
    long things;
    try (var state = data.openExistingState();
        var progress = new ProgressLine("export", !quiet)) {
      things = new Moves(state, Clock.systemUTC()).exportTo(file, progress);
    }
    terminal.say(terminal.texts().say("cli.state-exported", things, file.toString()));
    return 0;
  }
}
