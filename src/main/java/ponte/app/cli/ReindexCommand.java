package ponte.app.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ponte.app.Settings;
import ponte.app.move.Reindexing;
import ponte.app.storage.ArchiveStorage.Kind;

/** Copies all messages to another archive, beside a Ponte that is at work. */
@Command(name = "reindex", mixinStandardHelpOptions = true, resourceBundle = "ponte.app.cli.texts")
final class ReindexCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--from", paramLabel = "KIND")
  private @Nullable Kind from;

  @Option(names = "--to", paramLabel = "KIND", required = true)
  private Kind to = Kind.OPENSEARCH;

  @Option(names = {"-q", "--quiet"})
  private boolean quiet;

  @Mixin private DataOption data = new DataOption();

  ReindexCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var storage = Settings.fromEnvironment().archive();
    var source = from == null ? storage.kind() : from;
    if (source == Kind.LUCENE && to == Kind.LUCENE) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.reindex-nowhere", "");
    }
    long copied;
    try (var progress = new ProgressLine("reindex", !quiet)) {
      copied =
          new Reindexing(storage, data.directory(), Clock.systemUTC(), progress).run(source, to);
    }
    var done = source == to ? "cli.reindex-anew" : "cli.reindex-done";
    terminal.say(terminal.texts().say(done, copied, to.name().toLowerCase()));
    return 0;
  }
}
