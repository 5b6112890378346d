package ponte.listening;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.consent.FailureWords;

/** Reads what was said while nobody waits, so that whoever asks need not. */
final class Preparation {

  private static final Logger log = LoggerFactory.getLogger(Preparation.class);

  private final Runnable reading;
  private final Executor beside;
  private final Object atWork = new Object();
  private boolean begun;
  private boolean going;
  private boolean wanted;
  private boolean stopped;

  /**
   * @param reading throws a {@link CancellationException} where it was stopped
   */
  Preparation(Runnable reading, Executor beside) {
    this.reading = reading;
    this.beside = beside;
  }

  /** Reads beside; where that goes on, once more after it. */
  void begin() {
    synchronized (this) {
      begun = true;
      wanted = !stopped;
      if (going || stopped) {
        return;
      }
      going = true;
    }
    beside.execute(this::run);
  }

  /** Reads anew what was let go, unless it was never read beside. */
  void again() {
    synchronized (this) {
      if (!begun) {
        return;
      }
    }
    begin();
  }

  /** Begins no more, and waits until what was begun has stopped. */
  void stop() {
    synchronized (this) {
      stopped = true;
    }
    synchronized (atWork) {
      log.atDebug().log("nothing is read beside any more");
    }
  }

  private void run() {
    synchronized (atWork) {
      while (isWanted()) {
        try {
          reading.run();
        } catch (CancellationException e) {
          log.atDebug().log("stopped reading what was said");
        } catch (RuntimeException e) {
          log.atWarn()
              .setCause(FailureWords.of(e))
              .log("could not read what was said beforehand, it is read when somebody asks");
        }
      }
    }
  }

  private synchronized boolean isWanted() {
    going = wanted && !stopped;
    wanted = false;
    return going;
  }
}
