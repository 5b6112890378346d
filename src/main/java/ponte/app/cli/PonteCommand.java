package ponte.app.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import ponte.app.Settings;
import ponte.nlp.Language;

/**
 * The commands of {@code ponte.jar}.
 *
 * <p>Exit codes: 0 done; 1 nothing was found; 2 the words of the call are wrong; 3 a file cannot be
 * read or written; 4 the data cannot be used. {@code doctor} has its own.
 */
@Command(
    name = "ponte",
    mixinStandardHelpOptions = true,
    versionProvider = PonteCommand.Version.class,
    subcommands = {
      ImportCommand.class,
      AskCommand.class,
      DigestCommand.class,
      ExportStateCommand.class,
      ImportStateCommand.class,
      ReindexCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      DeadLettersCommand.class,
      AuditCommand.class,
      DoctorCommand.class,
      ForgetWorkspaceCommand.class,
      TeamsPackageCommand.class
    })
public final class PonteCommand implements Runnable {

  static final int NOTHING_FOUND = 1;
  static final int BAD_CALL = 2;
  static final int BAD_FILE = 3;
  static final int NO_DATA = 4;

  @Spec private CommandSpec spec;

  private final Terminal terminal;

  private PonteCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs one command and returns its exit code. */
  public static int run(String... args) {
    return commandLine(
            new Terminal(
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                language(Locale.getDefault(Locale.Category.DISPLAY)),
                Settings::environment))
        .execute(args);
  }

  static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new PonteCommand(terminal), new Commands(terminal))
        .setResourceBundle(explanations(terminal.language()))
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new BadCalls(terminal))
        .setExecutionExceptionHandler(new Failures(terminal));
  }

  /** The language of the terminal: the one of the machine's locale, where Ponte speaks it. */
  static Language language(Locale machine) {
    return Language.of(machine).orElse(Language.ENGLISH);
  }

  /** What the commands say about themselves. */
  private static ResourceBundle explanations(Language language) {
    return ResourceBundle.getBundle(
        Terminal.TEXTS,
        language.locale(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), terminal.texts().say("cli.no-command"));
  }

  static String version() {
    var version = PonteCommand.class.getPackage().getImplementationVersion();
    return version == null ? "(build)" : version;
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"ponte " + version()};
    }
  }
}
