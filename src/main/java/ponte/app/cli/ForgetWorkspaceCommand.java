package ponte.app.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ponte.app.Replica;
import ponte.conversation.WorkspaceId;

/** Removes all that is known of a workspace. */
@Command(name = "forget-workspace", mixinStandardHelpOptions = true)
final class ForgetWorkspaceCommand implements Callable<Integer> {

  private static final Duration A_MOMENT = Duration.ofMillis(100);

  private final Terminal terminal;

  @Parameters(paramLabel = "WORKSPACE")
  private String workspace = "";

  @Option(names = "--yes")
  private boolean yes;

  @Mixin private DataOption data;

  ForgetWorkspaceCommand(Terminal terminal) {
    this.terminal = terminal;
    this.data = new DataOption(terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    try (var ponte = data.openExisting()) {
      var known = ponte.directory().workspaces();
      var id =
          known.stream()
              .filter(each -> each.value().equals(workspace.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new Refusal(
                          PonteCommand.NOTHING_FOUND,
                          "cli.no-such-workspace",
                          workspace,
                          known.stream()
                              .map(WorkspaceId::value)
                              .sorted()
                              .collect(Collectors.joining(", "))));
      var question = terminal.texts().say("cli.forget-confirm", id.value());
      if (!yes && !terminal.confirms(question, id.value())) {
        throw new Refusal(PonteCommand.BAD_CALL, "cli.not-confirmed");
      }
      takeInWhatWasHeard(ponte);
      ponte.forget(id);
      terminal.say(terminal.texts().say("cli.forgotten", id.value()));
      return 0;
    }
  }

  /** What waits in the inbox would bring the workspace back. */
  private static void takeInWhatWasHeard(Replica ponte) throws InterruptedException {
    try (var listening = ponte.listening()) {
      listening.start();
      while (ponte.inbox().backlog() > 0) {
        ponte.pause().pause(A_MOMENT);
      }
    }
  }
}
