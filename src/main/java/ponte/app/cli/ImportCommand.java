package ponte.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.bot.Import.Imported;
import ponte.slack.Limits;
import ponte.slack.SlackExport;

/** Loads a Slack export. */
@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "EXPORT")
  private Path export = Path.of("");

  @Option(names = {"-q", "--quiet"})
  private boolean quiet;

  @Mixin private DataOption data;

  ImportCommand(Terminal terminal) {
    this.terminal = terminal;
    this.data = new DataOption(terminal);
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

  /**
   * The export is looked through before the data directory is made: a refused one leaves nothing.
   */
  private Imported load() {
    try (var source = SlackExport.open(export, Limits.DEFAULT);
        var ponte = data.open();
        var listening = ponte.listening();
        var progress = new ProgressLine("import", !quiet)) {
      listening.start();
      var loader = ponte.exportLoader();
      var imported = loader.load(export, source, progress);
      for (var other : loader.halfLoaded()) {
        terminal.complain(terminal.texts().say("cli.half-loaded", other));
      }
      return imported;
    }
  }
}
