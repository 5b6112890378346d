package ponte.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.app.Imports;

/** Loads a Slack export. */
@Command(name = "import", mixinStandardHelpOptions = true, resourceBundle = "ponte.app.cli.texts")
final class ImportCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "EXPORT")
  private Path export = Path.of("");

  @Option(names = {"-q", "--quiet"})
  private boolean quiet;

  @Mixin private DataOption data = new DataOption();

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var source = Imports.read(export);
    try (var ponte = data.open();
        var progress = new Progress(!quiet)) {
      var counts = Imports.into(ponte).load(source, progress);
      progress.close();
      terminal.say(
          terminal
              .texts()
              .say(
                  "cli.imported",
                  counts.messages(),
                  counts.people(),
                  counts.channels(),
                  data.directory().toString()));
      return 0;
    }
  }
}
