package ponte.app;

import java.time.Duration;
import java.util.function.Supplier;
import ponte.bot.Pause;
import ponte.store.StoreUnavailableException;

/** Does at a start what needs the store, as soon as the store can be had. */
public final class Patience {

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final Pause pause;

  public Patience(Pause pause) {
    this.pause = pause;
  }

  /** Does it, again and again while the store is away; what fails half-way is done again. */
  public <T> T until(Supplier<T> work) throws InterruptedException {
    while (true) {
      try {
        return work.get();
      } catch (StoreUnavailableException e) {
        pause.pause(A_MOMENT);
      }
    }
  }

  /** Does it, as {@link #until(Supplier)}. */
  public void until(Runnable work) throws InterruptedException {
    until(
        () -> {
          work.run();
          return work;
        });
  }
}
