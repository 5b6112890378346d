package ponte.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.app.DirectoryPointers;
import ponte.app.Replica;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.command.Command.Scope;
import ponte.conversation.ChannelId;
import ponte.web.Pages;
import ponte.web.paper.Format;
import ponte.web.paper.Papers;

/** Prints what a channel talked about, or writes it to a file. */
@picocli.CommandLine.Command(name = "digest", mixinStandardHelpOptions = true)
final class DigestCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "CHANNEL", arity = "0..*")
  private List<String> channels = new ArrayList<>();

  @Option(names = "--mine")
  private boolean mine;

  @Option(names = "--from", paramLabel = "DATE")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE")
  private @Nullable LocalDate to;

  @Option(names = "--as", paramLabel = "NAME")
  private @Nullable String as;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--format", paramLabel = "FORMAT")
  private @Nullable String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  private @Nullable Path output;

  @Mixin private DataOption data;

  DigestCommand(Terminal terminal) {
    this.terminal = terminal;
    this.data = new DataOption(terminal);
  }

  @Override
  public Integer call() {
    var scope = scope();
    var wanted = wanted();
    if (wanted != null && scope.single().isEmpty()) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.format-of-one");
    }
    try (var ponte = data.openExisting()) {
      var asker = new Identity(ponte.directory(), terminal.language()).named(as);
      var today = ponte.clock().instant().atZone(asker.zone()).toLocalDate();
      var period = period(today);
      var channel =
          scope.single().flatMap(name -> ponte.directory().channelNamed(name, asker.audience()));
      if (wanted != null && channel.isPresent()) {
        return write(ponte, channel.get().id(), period, wanted, asker);
      }
      var answer =
          ponte.bot().reply(asker, new Command.Digest(scope, period, false), "command line");
      terminal.show(answer.reply(), ponte.directory(), json);
      return answer.found() ? 0 : PonteCommand.NOTHING_FOUND;
    }
  }

  private Scope scope() {
    if (mine) {
      if (as == null || !channels.isEmpty()) {
        throw new Refusal(PonteCommand.BAD_CALL, as == null ? "cli.mine-as" : "cli.mine-or-named");
      }
      return new Scope.Mine();
    }
    var names = channels.stream().map(name -> name.strip().replaceFirst("^#", "").strip()).toList();
    if (names.isEmpty() || names.contains("")) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.no-channel");
    }
    return new Scope.Named(names);
  }

  /** What the format is called, or how the file ends; null: neither was said. */
  private @Nullable Format wanted() {
    if (format == null && output == null) {
      return null;
    }
    if (json) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.two-formats");
    }
    var said = format == null ? String.valueOf(output).replaceFirst("^.*\\.", "") : format;
    return Format.named(said)
        .orElseThrow(() -> new Refusal(PonteCommand.BAD_CALL, "cli.no-format", said));
  }

  private int write(Replica ponte, ChannelId channel, Period period, Format wanted, Asker asker) {
    // A file is for others, too: nothing in it is only for who asked.
    var edition = ponte.ponte().editions().of(channel, period, asker.anybody()).orElseThrow();
    var papers =
        new Papers(new Pages(), new DirectoryPointers(ponte.directory(), terminal.console()));
    var file = papers.write(edition, wanted, ponte.clock().instant());
    if (output == null) {
      terminal.out().print(new String(file, StandardCharsets.UTF_8));
      terminal.out().flush();
    } else {
      save(file, output);
    }
    return edition.worthReading() ? 0 : PonteCommand.NOTHING_FOUND;
  }

  private void save(byte[] file, Path to) {
    try {
      Files.write(to, file);
    } catch (IOException e) {
      throw new Refusal(PonteCommand.BAD_FILE, "cli.move.file-not-writable", to.toString());
    }
    terminal.say(terminal.texts().say("cli.digest-written", to.toString()));
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
