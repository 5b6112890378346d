package ponte.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks what one would type in chat. */
@Command(name = "ask", mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "WORDS")
  private String[] words = {};

  @Option(names = "--as", paramLabel = "NAME")
  private @Nullable String as;

  @Option(names = "--json")
  private boolean json;

  @Mixin private DataOption data;

  AskCommand(Terminal terminal) {
    this.terminal = terminal;
    this.data = new DataOption(terminal);
  }

  @Override
  public Integer call() {
    var question = String.join(" ", words).strip();
    if (question.isEmpty()) {
      throw new Refusal(PonteCommand.BAD_CALL, "cli.nothing-asked");
    }
    try (var ponte = data.openExisting()) {
      var asker = new Identity(ponte.directory(), terminal.language()).named(as);
      var answer = ponte.bot().reply(asker, question, "command line");
      terminal.show(answer.reply(), ponte.directory(), json);
      return answer.found() ? 0 : PonteCommand.NOTHING_FOUND;
    }
  }
}
