package ponte.bot;

import java.time.Duration;

/**
 * The pauses between tries at something that does not answer: each twice as long as the last, from
 * a second up to a minute.
 */
public final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Pause pause;
  private Duration next = FIRST;

  public Backoff(Pause pause) {
    this.pause = pause;
  }

  /** Whether there was no pause yet: what is to be said of it is said now, and once. */
  public boolean isNew() {
    return next.equals(FIRST);
  }

  /** Lets the time pass until the next try. */
  public void pause() throws InterruptedException {
    pause.pause(next);
    var doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
