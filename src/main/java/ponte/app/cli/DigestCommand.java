package ponte.app.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.command.Command;
import ponte.command.Command.Period;

/** Prints what a channel talked about. */
@picocli.CommandLine.Command(
    name = "digest",
    mixinStandardHelpOptions = true,
    resourceBundle = "ponte.app.cli.texts")
final class DigestCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "CHANNEL")
  private String channel = "";

  @Option(names = "--from", paramLabel = "DATE")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE")
  private @Nullable LocalDate to;

  @Option(names = "--as", paramLabel = "NAME")
  private @Nullable String as;

  @Option(names = "--json")
  private boolean json;

  @Mixin private DataOption data = new DataOption();

  DigestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var name = channel.strip().replaceFirst("^#", "").strip();
    if (name.isEmpty()) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.no-channel");
    }
    try (var ponte = data.openExisting()) {
      var asker = new Identity(ponte.directory(), terminal.language()).named(as);
      var today = ponte.clock().instant().atZone(asker.zone()).toLocalDate();
      var answer =
          ponte.bot().reply(asker, new Command.Digest(name, period(today)), "command line");
      terminal.show(answer.reply(), ponte.directory(), json);
      return answer.found() ? 0 : PonteCommand.NOTHING_FOUND;
    }
  }

  /** Without a first day: the week that ends with the last one. */
  private Period period(LocalDate today) {
    if (from == null && to == null) {
      return new Period.Usual();
    }
    var last = to == null ? today : to;
    var first = from == null ? last.minusDays(6) : from;
    if (last.isBefore(first)) {
      throw new Refusal(
          PonteCommand.BAD_CALL, "cli.dates-reversed", first.toString(), last.toString());
    }
    return new Period.Dates(first, last);
  }
}
