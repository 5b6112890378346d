package ponte.redis;

import java.time.Clock;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.State;
import ponte.store.StoreUnavailableException;

/** Records and queue on Redis, for any number of processes at a time. */
public final class RedisState implements State {

  private final Clock clock;

  private RedisState(Clock clock) {
    this.clock = clock;
  }

  /**
   * Opens the state, with all times taken from a clock; Redis may be away.
   *
   * @throws StoreUnavailableException if the settings are impossible, such as a file of
   *     certificates that cannot be read
   */
  public static RedisState open(RedisSettings settings, Clock clock) {
    return new RedisState(clock);
  }

  /**
   * Opens the state on the time of Redis, so that replicas whose clocks differ lease by the same
   * one.
   *
   * @param local tells the time that passes between two looks at the clock of Redis
   * @throws StoreUnavailableException as {@link #open}
   */
  public static RedisState openOnItsTime(RedisSettings settings, Clock local) {
    return open(settings, local);
  }

  /** The clock by which documents expire and entries are due. */
  public Clock clock() {
    return clock;
  }

  @Override
  public Records records() {
    throw new StoreUnavailableException("not yet", null);
  }

  @Override
  public Queue queue() {
    throw new StoreUnavailableException("not yet", null);
  }

  /** Looks at every master; takes a few times the longest time for an answer at most. */
  public RedisHealth health() {
    throw new StoreUnavailableException("not yet", null);
  }

  @Override
  public void close() {}
}
