package ponte.app.storage;

import java.time.Clock;
import java.util.function.Supplier;
import ponte.store.WatchedState;

/**
 * A state that is open.
 *
 * @param clock the one that it goes by
 * @param looking how it does now
 * @param shared whether other replicas may have it open, too
 */
public record OpenStorage(
    WatchedState state, Clock clock, Supplier<Condition> looking, boolean shared)
    implements AutoCloseable {

  @Override
  public void close() {
    state.close();
  }
}
