package ponte.app.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Builds the package by which Ponte is added to Teams. */
@Command(name = "teams-package", mixinStandardHelpOptions = true)
final class TeamsPackageCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--app-id", paramLabel = "ID", required = true)
  private UUID appId = new UUID(0, 0);

  @Option(names = "--organisation", paramLabel = "NAME", required = true)
  private String organisation = "";

  @Option(names = "--website", paramLabel = "ADDRESS", required = true)
  private URI website = URI.create("");

  @Option(names = "--package-version", paramLabel = "VERSION", defaultValue = "1.0.0")
  private String version = "";

  @Option(names = "--out", paramLabel = "FILE", defaultValue = "ponte-teams.zip")
  private Path out = Path.of("");

  TeamsPackageCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    new TeamsPackage(appId, organisation, website, version).writeTo(out);
    terminal.say(terminal.texts().say("cli.teams-package", out.toString()));
    return 0;
  }
}
