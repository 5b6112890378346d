package ponte.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.bot.Import.Imported;

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
    var imported = load();
    var texts = terminal.texts();
    terminal.say(
        imported.isNew()
            ? texts.say(
                "cli.imported",
                imported.messages(),
                imported.people(),
                imported.channels(),
                data.directory().toString())
            : texts.say("cli.already-imported", export.toString()));
    return 0;
  }

  private Imported load() {
    try (var ponte = data.open();
        var listening = ponte.listening();
        var progress = new ProgressLine(!quiet)) {
      listening.start();
      return ponte.exportLoader().load(export, progress);
    }
  }
}
