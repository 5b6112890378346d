package ponte.redis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import ponte.store.StoreUnavailableException;

/** Waits for what servers do in their own time. */
public final class Eventually {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Eventually() {}

  /** Returns once something is so; a store that cannot be had meanwhile is waited for. */
  public static void until(String what, BooleanSupplier isSo) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      StoreUnavailableException trouble = null;
      try {
        if (isSo.getAsBoolean()) {
          return;
        }
      } catch (StoreUnavailableException e) {
        trouble = e;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + what, trouble);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }
}
