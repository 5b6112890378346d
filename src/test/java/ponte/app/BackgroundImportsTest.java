package ponte.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.app.Imports.Status;
import ponte.bot.Import.Imported;
import ponte.platform.Progress;

/** Imports that somebody wants while another one runs. */
class BackgroundImportsTest {

  private static final Status LOADED = new Status.Finished(3, 2, 1);

  @TempDir private Path data = Path.of("");

  private final CountDownLatch isBegun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final AtomicBoolean isLoaded = new AtomicBoolean();

  @Test
  void waitForTheirTurnAndLoadNothingThatSomebodyLoadedMeanwhile() throws Exception {
    try (var ponte = Replica.open(data, Demo.SETTINGS, Demo.CLOCK)) {
      var imports = new BackgroundImports(ponte.exportLoader(), () -> {});
      var first = started(() -> imports.inTurn(() -> true, this::slowly, Progress.NONE));
      isBegun.await();
      var second =
          new FutureTask<>(
              () -> imports.inTurn(() -> !isLoaded.get(), this::slowly, Progress.NONE));
      waiting(second);

      assertThatThrownBy(() -> imports.start(data))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("an import is running");
      mayEnd.countDown();

      assertThat(first.get()).contains(LOADED);
      assertThat(second.get()).isEmpty();
      assertThat(imports.status()).isEqualTo(LOADED);
      assertThat(imports.inTurn(() -> true, this::slowly, Progress.NONE)).contains(LOADED);
    }
  }

  @Test
  void giveUpTheirTurnWhereNobodyCanSayWhetherTheyAreWanted() {
    try (var ponte = Replica.open(data, Demo.SETTINGS, Demo.CLOCK)) {
      var imports = new BackgroundImports(ponte.exportLoader(), () -> {});
      mayEnd.countDown();

      assertThatThrownBy(
              () ->
                  imports.inTurn(
                      () -> {
                        throw new IllegalArgumentException("away");
                      },
                      this::slowly,
                      Progress.NONE))
          .hasMessage("away");

      assertThat(imports.status()).isEqualTo(new Status.Idle());
      assertThat(imports.inTurn(() -> true, this::slowly, Progress.NONE)).contains(LOADED);
    }
  }

  @Test
  void waitNoLongerOnceTheyAreInterrupted() throws Exception {
    try (var ponte = Replica.open(data, Demo.SETTINGS, Demo.CLOCK)) {
      var imports = new BackgroundImports(ponte.exportLoader(), () -> {});
      var first = started(() -> imports.inTurn(() -> true, this::slowly, Progress.NONE));
      isBegun.await();
      var second = new FutureTask<>(() -> imports.inTurn(() -> true, this::slowly, Progress.NONE));

      waiting(second).interrupt();

      assertThatThrownBy(second::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .hasMessage("interrupted while another import runs");
      mayEnd.countDown();
      assertThat(first.get()).contains(LOADED);
    }
  }

  private Imported slowly(Progress progress) {
    isBegun.countDown();
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    isLoaded.set(true);
    return new Imported(3, 2, 2, 1, true);
  }

  private static FutureTask<Optional<Status>> started(Callable<Optional<Status>> loading) {
    var task = new FutureTask<>(loading);
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  /** The thread of a task that has come to wait. */
  private static Thread waiting(FutureTask<?> task) {
    var thread = Thread.ofPlatform().daemon().start(task);
    await().until(() -> thread.getState() == Thread.State.WAITING);
    return thread;
  }
}
