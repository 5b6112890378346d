package ponte.app.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ponte.app.backup.BackupDoor;
import ponte.app.backup.BackupFile;
import ponte.app.backup.BackupRefusedException;
import ponte.app.backup.BackupRefusedException.Reason;
import ponte.app.backup.Contents;

/** Writes all that lies in the data directory to a file, whether a server runs on it or not. */
@Command(name = "backup", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  private static final long MEGABYTE = 1_000_000;

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Mixin private DataOption data;

  BackupCommand(Terminal terminal) {
    this.terminal = terminal;
    this.data = new DataOption(terminal);
  }

  @Override
  public Integer call() {
    var contents =
        BackupDoor.knockAt(data.directory()).map(this::received).orElseGet(this::madeHere);
    terminal.say(
        terminal
            .texts()
            .say("cli.backup-made", file.toString(), contents.bytes() / (double) MEGABYTE));
    if (!contents.state()) {
      terminal.say(terminal.texts().say("cli.backup-without-state"));
    }
    if (!contents.hasMessages()) {
      terminal.say(terminal.texts().say("cli.backup-without-messages"));
    }
    return 0;
  }

  /** From the server, which alone may read the directory. */
  private Contents received(InputStream backup) {
    try {
      return new BackupFile(file)
          .write(
              out -> {
                try (backup) {
                  backup.transferTo(out);
                }
              });
    } catch (BackupRefusedException e) {
      if (e.reason() == Reason.NO_BACKUP || e.reason() == Reason.DAMAGED) {
        throw (Refusal) new Refusal(PonteCommand.BAD_FILE, "cli.backup-broken-off").initCause(e);
      }
      throw e;
    }
  }

  private Contents madeHere() {
    try (var ponte = data.openExisting()) {
      var backups = ponte.backups();
      return new BackupFile(file).write(backups::writeTo);
    }
  }
}
