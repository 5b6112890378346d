package ponte.app.cli;

import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.consent.Audit.Role;
import ponte.consent.AuditWords;
import ponte.store.StoreUnavailableException;

/** Shows who did what kind of thing, the latest first. */
@Command(name = "audit", mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

  private static final int MOST = 1_000;

  private final Terminal terminal;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
  private int limit = 100;

  @Option(names = "--after", paramLabel = "PLACE", defaultValue = "")
  private String after = "";

  @Mixin private DataOption data;

  AuditCommand(Terminal terminal) {
    this.terminal = terminal;
    this.data = new DataOption(terminal);
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > MOST) {
      throw new Refusal(
          PonteCommand.BAD_CALL, "cli.audit-limit", String.valueOf(limit), String.valueOf(MOST));
    }
    var keep = terminal.settings().rules().house().audit();
    try (var state = data.openExistingState()) {
      return show(new Audit(state.records(), keep, Clock.systemUTC()));
    } catch (StoreUnavailableException e) {
      throw new Refusal(
          PonteCommand.NO_DATA,
          "cli.letters-unavailable",
          String.valueOf(e.getMessage()),
          terminal.console() + "/audit");
    }
  }

  private int show(Audit audit) {
    var page = audit.page(after, limit);
    audit.note(Deed.ROLE_USED, Role.ADMINISTRATOR, null, "audit", 0);
    if (page.lines().isEmpty()) {
      terminal.say(terminal.texts().say("cli.audit-none"));
      return PonteCommand.NOTHING_FOUND;
    }
    var words = new AuditWords(terminal.language());
    var zone = ZoneId.systemDefault();
    for (var line : page.lines()) {
      terminal.say(terminal.said().moment(line.at(), zone) + "  " + words.of(line));
    }
    var next = page.next();
    if (next != null) {
      terminal.say(terminal.texts().say("cli.audit-more", next));
    }
    return 0;
  }
}
