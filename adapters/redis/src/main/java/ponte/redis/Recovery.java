package ponte.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.store.StoreUnavailableException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Finds the servers at the beginning and whenever something failed, in the background, until Redis
 * is well again; says once that it is away and once that it is back.
 */
final class Recovery {

  private static final Logger log = LoggerFactory.getLogger(Recovery.class);

  private static final Duration PAUSE = Duration.ofMillis(500);

  /** Between two warnings, so that trouble that comes and goes does not fill the log. */
  private static final Duration QUIET = Duration.ofSeconds(30);

  private final String name;
  private final Masters masters;
  private final BooleanSupplier isWell;
  private final ScheduledExecutorService background;
  private final Duration patience;

  private final AtomicBoolean recovering = new AtomicBoolean();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final CompletableFuture<Optional<JedisException>> firstLook = new CompletableFuture<>();
  private volatile boolean closed;
  private boolean told;
  private long toldAt = System.nanoTime() - QUIET.toNanos();

  /**
   * @param name of Redis in messages
   * @param isWell tries whether Redis does what is asked of it
   * @param patience how long the first callers wait until the servers are found
   */
  Recovery(
      String name,
      Masters masters,
      BooleanSupplier isWell,
      ScheduledExecutorService background,
      Duration patience) {
    this.name = name;
    this.masters = masters;
    this.isWell = isWell;
    this.background = background;
    this.patience = patience;
  }

  /** Returns if the servers have been found; waits while they are looked for the first time. */
  void requireFound() {
    if (closed) {
      throw closedException();
    }
    if (masters.areFound()) {
      return;
    }
    begin(null);
    try {
      var trouble = firstLook.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (!masters.areFound()) {
        throw unavailable(trouble.orElseGet(() -> new JedisException("no server has answered")));
      }
    } catch (TimeoutException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the servers to be found, in vain where they are away. */
  void findSoon() {
    try {
      requireFound();
    } catch (StoreUnavailableException e) {
      log.atDebug().setCause(e).log("redis is not found");
    }
  }

  /** Something failed, and Redis is not well again. */
  boolean isAway() {
    return closed || recovering.get() || !masters.areFound();
  }

  /** Looks who is master now, soon. */
  void lookAgain() {
    if (!closed && looking.compareAndSet(false, true)) {
      background.execute(
          () -> {
            looking.set(false);
            look();
          });
    }
  }

  /** Takes note that a call failed, and gives what its caller is told. */
  StoreUnavailableException failed(JedisException cause) {
    if (closed) {
      return closedException();
    }
    begin(cause);
    return unavailable(cause);
  }

  void close() {
    closed = true;
  }

  /**
   * Looks for the servers until all is well, since a connection or a server is not what it was.
   *
   * @param cause of the call that failed; null: none did yet
   */
  void begin(@Nullable JedisException cause) {
    if (recovering.compareAndSet(false, true)) {
      masters.forgetIdle();
      background.execute(() -> recover(cause));
    }
  }

  private void recover(@Nullable JedisException cause) {
    if (closed) {
      return;
    }
    if (look() && isWell.getAsBoolean()) {
      masters.forgetIdle();
      tellBack();
      recovering.set(false);
    } else {
      if (cause != null) {
        tellAway(cause);
      }
      background.schedule(() -> recover(cause), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private boolean look() {
    try {
      masters.lookAgain();
      firstLook.complete(Optional.empty());
      return true;
    } catch (JedisException e) {
      firstLook.complete(Optional.of(e));
      if (!masters.areFound()) {
        tellAway(e);
      }
      return false;
    }
  }

  private void tellAway(JedisException cause) {
    var now = System.nanoTime();
    if (!told && now - toldAt >= QUIET.toNanos()) {
      told = true;
      toldAt = now;
      log.atWarn()
          .addKeyValue("redis", name)
          .addKeyValue("cause", reason(cause))
          .log("redis is away, requests are refused until it is back");
    }
  }

  private void tellBack() {
    if (told) {
      told = false;
      log.atInfo().addKeyValue("redis", name).log("redis is back");
    }
  }

  private StoreUnavailableException unavailable(Exception cause) {
    return new StoreUnavailableException(name + ": " + reason(cause), cause);
  }

  private StoreUnavailableException closedException() {
    return new StoreUnavailableException(name + " is closed", null);
  }

  private static String reason(Exception cause) {
    return cause instanceof TimeoutException
        ? "no server has answered"
        : String.valueOf(cause.getMessage());
  }
}
