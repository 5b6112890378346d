package ponte.app.storage;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ponte.store.WatchedState;

/**
 * A state that is open.
 *
 * @param clock the one that it goes by
 * @param looking how it does now
 * @param shared whether other replicas may have it open, too
 * @param copying writes what lies of it in the data directory into a new zip, as its only entry;
 *     null: nothing does
 */
public record OpenStorage(
    WatchedState state,
    Clock clock,
    Supplier<Condition> looking,
    boolean shared,
    @Nullable Consumer<Path> copying)
    implements AutoCloseable {

  @Override
  public void close() {
    state.close();
  }
}
