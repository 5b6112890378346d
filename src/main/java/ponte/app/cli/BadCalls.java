package ponte.app.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import ponte.command.SimilarNames;

/** Says in the terminal's language what is wrong with the words of a call, and how it is called. */
record BadCalls(Terminal terminal) implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] words) {
    var command = wrong.getCommandLine();
    terminal.complain(why(wrong));
    if (wrong instanceof UnmatchedArgumentException unknown) {
      var meant = meant(unknown);
      if (!meant.isEmpty()) {
        terminal.complain(terminal.texts().say("cli.meant", String.join(", ", meant)));
      }
    }
    command.usage(command.getErr());
    return PonteCommand.BAD_CALL;
  }

  private static List<String> meant(UnmatchedArgumentException unknown) {
    var typed = unknown.getUnmatched().getFirst();
    var command = unknown.getCommandLine();
    var known =
        typed.startsWith("-")
            ? command.getCommandSpec().optionsMap().keySet()
            : command.getSubcommands().keySet();
    return SimilarNames.to(typed, List.copyOf(known), 2);
  }

  private String why(ParameterException wrong) {
    var texts = terminal.texts();
    return switch (wrong) {
      case UnmatchedArgumentException unknown ->
          texts.say("cli.unknown", String.join(" ", unknown.getUnmatched()));
      case MissingParameterException missing ->
          texts.say(
              "cli.missing",
              missing.getMissing().stream().map(BadCalls::name).collect(Collectors.joining(", ")));
      case OverwrittenOptionException twice when twice.getOverwritten() != null ->
          texts.say("cli.twice", name(twice.getOverwritten()));
      case ParameterException _ when wrong.getArgSpec() != null && wrong.getValue() != null -> {
        var argument = wrong.getArgSpec();
        yield argument.type() == LocalDate.class
            ? texts.say("cli.no-day", wrong.getValue())
            : texts.say("cli.bad-value", wrong.getValue(), name(argument));
      }
      default -> String.valueOf(wrong.getMessage());
    };
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
