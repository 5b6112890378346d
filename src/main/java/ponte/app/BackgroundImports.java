package ponte.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Import.Imported;
import ponte.consent.FailureWords;
import ponte.platform.Progress;
import ponte.platform.SourceUnreadableException;

/** Loads exports on a thread of its own, so that the console answers meanwhile. */
final class BackgroundImports implements Imports {

  private static final Logger log = LoggerFactory.getLogger(BackgroundImports.class);

  private final ExportLoader loader;
  private final Runnable then;
  private volatile Status status = new Status.Idle();

  /**
   * @param then is done after an import that somebody began while Ponte was at work
   */
  BackgroundImports(ExportLoader loader, Runnable then) {
    this.loader = loader;
    this.then = then;
  }

  @Override
  public Status status() {
    return status;
  }

  @Override
  public void start(Path export) {
    begin();
    Thread.ofPlatform()
        .name("ponte-import")
        .daemon()
        .start(
            () -> {
              run(progress -> loader.load(export, progress), Progress.NONE);
              then.run();
            });
  }

  /**
   * Loads something on the caller's thread.
   *
   * @param watcher is told the progress besides those who ask for the status
   * @return how it ended
   * @throws IllegalStateException if another import is running
   */
  Status now(Function<Progress, Imported> loading, Progress watcher) {
    begin();
    return run(loading, watcher);
  }

  private synchronized void begin() {
    if (status instanceof Status.Running) {
      throw new IllegalStateException("an import is running");
    }
    status = new Status.Running(0, 0, "");
  }

  private Status run(Function<Progress, Imported> loading, Progress watcher) {
    try {
      var imported =
          loading.apply(
              (channel, done, total) -> {
                status = new Status.Running(done, total, channel);
                watcher.reached(channel, done, total);
              });
      status = new Status.Finished(imported.messages(), imported.people(), imported.channels());
      log.atInfo()
          .addKeyValue("messages", imported.messages())
          .addKeyValue("people", imported.people())
          .addKeyValue("channels", imported.channels())
          .log("export loaded");
    } catch (SourceUnreadableException e) {
      log.atWarn().addKeyValue("situation", e.situation()).log("export refused");
      var details = Arrays.stream(e.details()).map(Object::toString).toList();
      status = new Status.Failed(e.situation(), details);
    } catch (RuntimeException e) {
      log.atError().setCause(FailureWords.of(e)).log("import failed");
      status = new Status.Failed("import.failed", List.of());
    }
    return status;
  }
}
