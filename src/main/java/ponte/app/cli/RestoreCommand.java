package ponte.app.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ponte.app.backup.BackupFile;
import ponte.app.backup.Restoring;

/** Puts what {@code backup} wrote into an empty data directory. */
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Mixin private DataOption data;

  RestoreCommand(Terminal terminal) {
    this.terminal = terminal;
    this.data = new DataOption(terminal);
  }

  @Override
  public Integer call() {
    var contents = new Restoring(data.directory()).from(new BackupFile(file));
    terminal.say(
        terminal
            .texts()
            .say(
                "cli.restored",
                data.directory().toString(),
                terminal.said().moment(contents.at(), ZoneId.systemDefault())));
    if (!contents.state()) {
      terminal.say(terminal.texts().say("cli.restored-without-state"));
    }
    return 0;
  }
}
