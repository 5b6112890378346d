package ponte.app.console;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import ponte.conversation.PersonId;

/** Does what takes long for one person once at a time, and for two people at once at most. */
final class Turns {

  private static final int AT_ONCE = 2;

  private final Duration patience;
  private final Semaphore free = new Semaphore(AT_ONCE, true);
  private final Set<PersonId> waiting = ConcurrentHashMap.newKeySet();

  /**
   * @param patience how long anybody waits for their turn
   */
  Turns(Duration patience) {
    this.patience = patience;
  }

  /**
   * Does it when it is their turn.
   *
   * @throws BusyException 429 while something is done for them already, 503 where their turn does
   *     not come soon
   */
  <T> T take(PersonId person, Supplier<T> work) {
    if (!waiting.add(person)) {
      throw new BusyException(HttpStatus.TOO_MANY_REQUESTS);
    }
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BusyException(HttpStatus.SERVICE_UNAVAILABLE);
      }
      try {
        return work.get();
      } finally {
        free.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException(HttpStatus.SERVICE_UNAVAILABLE);
    } finally {
      waiting.remove(person);
    }
  }
}
