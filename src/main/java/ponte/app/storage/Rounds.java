package ponte.app.storage;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does something at once and then every so often, beside all else, until it is stopped. */
final class Rounds {

  private final String name;
  private final Duration between;
  private final Runnable round;
  private @Nullable CountDownLatch ended;

  /**
   * @param name what the thread is called that does it
   */
  Rounds(String name, Duration between, Runnable round) {
    this.name = name;
    this.between = between;
    this.round = round;
  }

  synchronized void start() {
    var latch = new CountDownLatch(1);
    ended = latch;
    Thread.ofVirtual().name(name).start(() -> run(latch));
  }

  private void run(CountDownLatch latch) {
    try {
      do {
        round.run();
      } while (!latch.await(between.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops it; false: it was not running. */
  synchronized boolean stop() {
    var latch = ended;
    ended = null;
    if (latch != null) {
      latch.countDown();
    }
    return latch != null;
  }

  synchronized boolean isRunning() {
    return ended != null;
  }
}
