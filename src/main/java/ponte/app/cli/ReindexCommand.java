package ponte.app.cli;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ponte.app.move.Reindexing;
import ponte.app.storage.ArchiveStorage;
import ponte.app.storage.ArchiveStorage.Kind;
import ponte.platform.Progress;

/**
 * Copies all messages to another archive, beside a Ponte that is at work, and removes what earlier
 * versions used.
 */
@Command(name = "reindex", mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--from", paramLabel = "KIND")
  private @Nullable Kind from;

  @Option(names = "--to", paramLabel = "KIND")
  private @Nullable Kind to;

  @Option(names = "--remove-old")
  private boolean removeOld;

  @Option(names = {"-q", "--quiet"})
  private boolean quiet;

  @Mixin private DataOption data;

  ReindexCommand(Terminal terminal) {
    this.terminal = terminal;
    this.data = new DataOption(terminal);
  }

  @Override
  public Integer call() {
    if (removeOld ? from != null || to != null : to == null) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.reindex-to-or-remove");
    }
    var storage = terminal.settings().archive();
    if (to == null) {
      removeOld(storage);
    } else {
      copy(storage, from == null ? storage.kind() : from, to);
    }
    return 0;
  }

  private void removeOld(ArchiveStorage storage) {
    var removed = reindexing(storage, Progress.NONE).removeOld();
    if (removed.isEmpty()) {
      say("cli.reindex-removed-none");
    } else {
      say("cli.reindex-removed", String.join(", ", removed));
    }
  }

  private void copy(ArchiveStorage storage, Kind source, Kind target) {
    if (source == Kind.LUCENE && target == Kind.LUCENE) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.reindex-nowhere");
    }
    var anew = source == target;
    var reindexing = reindexing(storage, Progress.NONE);
    if (anew && reindexing.isLaidOut()) {
      say("cli.reindex-already");
    } else {
      var copied = copied(storage, source, target);
      if (copied.wasDamaged()) {
        terminal.complain(terminal.texts().say("cli.reindex-mark-damaged"));
      }
      var done = anew ? "cli.reindex-anew" : "cli.reindex-done";
      say(done, copied.events(), target.name().toLowerCase(Locale.ROOT));
    }
    var old = anew ? reindexing.old() : List.<String>of();
    if (!old.isEmpty()) {
      say("cli.reindex-beside", String.join(", ", old));
    }
  }

  private Reindexing.Copied copied(ArchiveStorage storage, Kind source, Kind target) {
    try (var progress = new ProgressLine("reindex", !quiet)) {
      return reindexing(storage, progress).run(source, target);
    }
  }

  private Reindexing reindexing(ArchiveStorage storage, Progress progress) {
    return new Reindexing(storage, data.directory(), Clock.systemUTC(), progress);
  }

  private void say(String situation, Object... values) {
    terminal.say(terminal.texts().say(situation, values));
  }
}
