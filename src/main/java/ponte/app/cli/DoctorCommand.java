package ponte.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ponte.app.doctor.Finding;
import ponte.app.doctor.Findings;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a deployment and says what to do.
 *
 * <p>Exit codes: 0 all is well; 1 there are warnings; 2 something fails.
 */
@Command(name = "doctor", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Terminal terminal;

  @Option(names = "--data", paramLabel = "DIR")
  private @Nullable Path data;

  @Option(names = "--json")
  private boolean json;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var findings = new Findings(terminal.language());
    new Doctor(terminal.environment().get(), data, Clock.systemUTC()).look(findings);
    if (json) {
      writeJson(findings);
    } else {
      write(findings);
    }
    return findings.worst().ordinal();
  }

  private void write(Findings findings) {
    var texts = terminal.texts();
    for (var finding : findings.all()) {
      var level = texts.say("cli.doctor." + name(finding.level()));
      terminal.say("%-8s %-13s %s".formatted(level, finding.check(), finding.saw()));
      if (finding.todo() != null) {
        terminal.say("%-8s %-13s > %s".formatted("", "", finding.todo()));
      }
    }
    terminal.say(texts.say("cli.doctor.worst-" + name(findings.worst())));
  }

  private void writeJson(Findings findings) {
    var root = JSON.createObjectNode();
    root.put("worst", name(findings.worst()));
    var all = root.putArray("findings");
    for (var finding : findings.all()) {
      all.addObject()
          .put("check", finding.check())
          .put("level", name(finding.level()))
          .put("saw", finding.saw())
          .put("todo", finding.todo());
    }
    terminal.say(JSON.writeValueAsString(root));
  }

  private static String name(Finding.Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
