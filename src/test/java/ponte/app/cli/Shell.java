package ponte.app.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import ponte.app.Settings;
import ponte.nlp.Language;

/**
 * Where a test calls commands: its language and settings are its own, so that tests beside it see
 * nothing of them.
 *
 * @param settings what is set beside what the machine sets
 */
public record Shell(Language language, Map<String, String> settings) {

  public static final Shell ENGLISH = new Shell(Language.ENGLISH, Map.of());
  public static final Shell ITALIAN = new Shell(Language.ITALIAN, Map.of());

  public Shell {
    settings = Map.copyOf(settings);
  }

  /** The same, with this set as well. */
  public Shell with(String setting, Object value) {
    var all = new HashMap<>(settings);
    all.put(setting, value.toString());
    return new Shell(language, all);
  }

  public Ran ran(String... words) {
    return typing("", words);
  }

  /** What came of a command to which somebody typed this. */
  Ran typing(String typed, String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal =
        new Terminal(
            new BufferedReader(new StringReader(typed)),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            language,
            () -> {
              var environment = Settings.environment();
              environment
                  .getPropertySources()
                  .addFirst(new MapPropertySource("the shell", Map.copyOf(settings)));
              return environment;
            });
    var exitCode = PonteCommand.commandLine(terminal).execute(words);
    return new Ran(exitCode, out.toString(), err.toString());
  }
}
