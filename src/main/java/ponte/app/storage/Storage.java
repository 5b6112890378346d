package ponte.app.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ponte.mvstore.MvStoreState;
import ponte.redis.RedisSettings;
import ponte.redis.RedisState;
import ponte.store.Partition;
import ponte.store.State;
import ponte.store.StoreUnavailableException;
import ponte.store.WatchedState;

/** What an administrator chose to keep the state in: all that is not a message. */
public sealed interface Storage {

  /** The names by which it is chosen. */
  enum Kind {
    EMBEDDED,
    REDIS
  }

  /** A file in the data directory, for one process at a time. */
  record Embedded() implements Storage {

    private static final String STATE = "state.mv";

    @Override
    public boolean mayBeIn(Path data) {
      return Files.isRegularFile(data.resolve(STATE));
    }

    @Override
    public OpenStorage open(Path data, Clock clock, Consumer<State> admission) {
      var file = MvStoreState.open(data.resolve(STATE), clock);
      try {
        admission.accept(file);
      } catch (RuntimeException e) {
        file.close();
        throw e;
      }
      var state = new WatchedState(file, clock, _ -> {});
      return new OpenStorage(state, clock, () -> looked(state), false, file::copyTo);
    }

    private static Condition looked(State state) {
      try {
        state.records().find(new Partition("health", "all").key("any"));
        return new Condition(true, Set.of(), Map.of());
      } catch (StoreUnavailableException e) {
        return new Condition(false, Set.of(), Map.of());
      }
    }
  }

  /** Redis, which any number of replicas share. */
  record OnRedis(RedisSettings settings) implements Storage {

    @Override
    public boolean mayBeIn(Path data) {
      return true;
    }

    @Override
    public OpenStorage open(Path data, Clock clock, Consumer<State> admission) {
      var redis = RedisState.openOnItsTime(settings, clock);
      // How long it has been away is counted by a clock that does not change when it comes back.
      return new OpenStorage(
          new WatchedState(redis, clock, admission),
          redis.clock(),
          () -> Condition.of(redis.health()),
          true,
          null);
    }
  }

  /**
   * What the settings say.
   *
   * @throws RedisNotSetException if Redis is chosen and its settings are not whole
   */
  static Storage of(Kind kind, RedisProperties redis) {
    return switch (kind) {
      case EMBEDDED -> new Embedded();
      case REDIS -> new OnRedis(RedisSet.of(redis));
    };
  }

  /** Whether there may be a state: false where it would have to be made first. */
  boolean mayBeIn(Path data);

  /**
   * Opens it; what others share may be away at that moment.
   *
   * @param data the data directory, which is there
   * @param admission refuses a state that nobody may work with yet; asked before anything else is
   * @throws StoreUnavailableException if it can never be had
   */
  OpenStorage open(Path data, Clock clock, Consumer<State> admission);
}
