package ponte.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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

  private static final Status BEGUN = new Status.Running(0, 0, "");

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
   * Loads something on the caller's thread once no other import runs, if it is to be loaded then.
   *
   * @param isWanted is asked when it is its turn: who was before it may have loaded the same
   * @param watcher is told the progress besides those who ask for the status
   * @return how it ended, or nothing where it was not wanted
   * @throws IllegalStateException if the thread is interrupted while another import runs
   */
  Optional<Status> inTurn(
      BooleanSupplier isWanted, Function<Progress, Imported> loading, Progress watcher) {
    var before = beginInTurn();
    var wanted = false;
    try {
      wanted = isWanted.getAsBoolean();
    } finally {
      if (!wanted) {
        end(before);
      }
    }
    return wanted ? Optional.of(run(loading, watcher)) : Optional.empty();
  }

  private synchronized void begin() {
    if (status instanceof Status.Running) {
      throw new IllegalStateException("an import is running");
    }
    status = BEGUN;
  }

  private synchronized Status beginInTurn() {
    try {
      while (status instanceof Status.Running) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while another import runs", e);
    }
    var before = status;
    status = BEGUN;
    return before;
  }

  private synchronized Status end(Status ended) {
    status = ended;
    notifyAll();
    return ended;
  }

  private Status run(Function<Progress, Imported> loading, Progress watcher) {
    try {
      var imported =
          loading.apply(
              (channel, done, total) -> {
                status = new Status.Running(done, total, channel);
                watcher.reached(channel, done, total);
              });
      log.atInfo()
          .addKeyValue("messages", imported.messages())
          .addKeyValue("people", imported.people())
          .addKeyValue("channels", imported.channels())
          .log("export loaded");
      return end(new Status.Finished(imported.messages(), imported.people(), imported.channels()));
    } catch (SourceUnreadableException e) {
      log.atWarn().addKeyValue("situation", e.situation()).log("export refused");
      var details = Arrays.stream(e.details()).map(Object::toString).toList();
      return end(new Status.Failed(e.situation(), details));
    } catch (RuntimeException e) {
      log.atError().setCause(FailureWords.of(e)).log("import failed");
      return end(new Status.Failed("import.failed", List.of()));
    }
  }
}
