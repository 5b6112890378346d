package ponte.app.cli;

import java.util.Locale;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import ponte.app.NotSetException;
import ponte.app.backup.BackupRefusedException;
import ponte.app.move.MoveRefusedException;
import ponte.app.storage.ArchiveWords;
import ponte.archive.ArchiveRefusesException;
import ponte.archive.ArchiveUnavailableException;
import ponte.platform.SourceUnreadableException;
import ponte.store.StoreUnavailableException;

/** Says in words what went wrong, and gives scripts the exit code for it. */
record Failures(Terminal terminal) implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    return switch (failure) {
      case Refusal refusal -> {
        terminal.complain(terminal.texts().say(refusal.situation(), refusal.details()));
        yield refusal.exitCode();
      }
      case SourceUnreadableException unreadable -> {
        terminal.complain(terminal.said().say(unreadable.situation(), unreadable.details()));
        yield PonteCommand.BAD_FILE;
      }
      case MoveRefusedException refused -> {
        terminal.complain(terminal.texts().say(situation(refused.reason()), refused.detail()));
        yield switch (refused.reason()) {
          case FILE_EXISTS -> PonteCommand.BAD_CALL;
          case FILE_NOT_WRITABLE, FILE_NOT_READABLE, NO_STATE, NEWER, DAMAGED ->
              PonteCommand.BAD_FILE;
          case IN_USE, NOT_EMPTY, OTHER_BEGUN -> PonteCommand.NO_DATA;
        };
      }
      case BackupRefusedException refused -> {
        terminal.complain(terminal.texts().say(situation(refused.reason()), refused.detail()));
        yield switch (refused.reason()) {
          case FILE_EXISTS -> PonteCommand.BAD_CALL;
          case FILE_NOT_WRITABLE, FILE_NOT_READABLE, NO_BACKUP, NEWER, DAMAGED ->
              PonteCommand.BAD_FILE;
          case NOT_EMPTY, NOTHING_HERE -> PonteCommand.NO_DATA;
        };
      }
      case StoreUnavailableException unavailable -> {
        terminal.complain(
            terminal.texts().say("cli.data-unavailable", String.valueOf(unavailable.getMessage())));
        yield PonteCommand.NO_DATA;
      }
      case ArchiveUnavailableException unavailable -> {
        var words = ArchiveWords.of(unavailable, terminal.language());
        terminal.complain(terminal.texts().say("cli.data-unavailable", words));
        yield PonteCommand.NO_DATA;
      }
      case ArchiveRefusesException refused -> {
        terminal.complain(
            terminal.texts().say("cli.data-unavailable", String.valueOf(refused.getMessage())));
        yield PonteCommand.NO_DATA;
      }
      case NotSetException badSetting -> {
        terminal.complain(badSetting.in(terminal.language()));
        yield PonteCommand.BAD_CALL;
      }
      case BindException badSetting -> {
        terminal.complain(
            terminal
                .texts()
                .say(
                    "cli.bad-setting",
                    badSetting.getName().toString(),
                    String.valueOf(
                        NestedExceptionUtils.getMostSpecificCause(badSetting).getMessage())));
        yield PonteCommand.BAD_CALL;
      }
      default -> throw failure;
    };
  }

  private static String situation(BackupRefusedException.Reason reason) {
    return "cli.backup." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String situation(MoveRefusedException.Reason reason) {
    return "cli.move." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
