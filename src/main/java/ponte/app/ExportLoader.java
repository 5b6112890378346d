package ponte.app;

import java.nio.file.Path;
import java.time.Duration;
import ponte.bot.Import;
import ponte.bot.Import.Imported;
import ponte.bot.Inbox;
import ponte.bot.Pause;
import ponte.platform.Progress;
import ponte.platform.Source;
import ponte.platform.SourceUnreadableException;
import ponte.slack.Limits;
import ponte.slack.SlackExport;

/**
 * Loads exports by the way that every event goes, no faster than the archive takes them in.
 *
 * <p>Somebody else must be listening to the inbox meanwhile.
 */
public final class ExportLoader {

  /** So many batches may wait in the inbox: enough to keep the archive busy. */
  private static final int AHEAD = 24;

  private static final Duration A_MOMENT = Duration.ofMillis(20);

  private final Inbox inbox;
  private final DemoWorkspace demo;
  private final Pause pause;

  ExportLoader(Inbox inbox, DemoWorkspace demo, Pause pause) {
    this.inbox = inbox;
    this.demo = demo;
    this.pause = pause;
  }

  /**
   * Loads a Slack export; all of it is in the archive when this returns, and the demo is no more.
   *
   * @param progress is told the channel, and the messages done and in all
   * @throws SourceUnreadableException if it is no export or anything in it is wrong; nothing is
   *     then taken in
   */
  public Imported load(Path export, Progress progress) {
    try (var source = SlackExport.open(export, Limits.DEFAULT)) {
      var imported = load(source, progress);
      demo.makeRoom();
      return imported;
    }
  }

  /** Loads a workspace; all of it is in the archive when this returns. */
  public Imported load(Source source, Progress progress) {
    var givenUpBefore = inbox.givenUp();
    var imported =
        new Import(inbox)
            .load(
                source,
                (channel, done, total) -> {
                  progress.reached(channel, done, total);
                  waitForBacklog(AHEAD);
                });
    waitForBacklog(0);
    var givenUp = inbox.givenUp() - givenUpBefore;
    if (givenUp > 0) {
      throw new SourceUnreadableException("import.incomplete", null, Long.toString(givenUp));
    }
    return imported;
  }

  private void waitForBacklog(long most) {
    try {
      while (inbox.backlog() > most) {
        pause.pause(A_MOMENT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while loading", e);
    }
  }
}
