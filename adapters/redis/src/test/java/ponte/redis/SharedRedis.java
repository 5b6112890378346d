package ponte.redis;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Servers that all tests of a run share, each under prefixes of its own. */
final class SharedRedis {

  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private SharedRedis() {}

  /** One server. */
  static RedisSettings one() {
    return One.SERVER.settings().withPrefix(freshPrefix());
  }

  /** A cluster of three masters. */
  static RedisSettings cluster() {
    return Three.CLUSTER.settings().withPrefix(freshPrefix());
  }

  private static String freshPrefix() {
    return "test-" + PREFIXES.incrementAndGet();
  }

  private static final class One {
    static final RedisServer SERVER = RedisServer.start();
  }

  private static final class Three {
    static final RedisCluster CLUSTER = RedisCluster.start(3, 0);
  }

  /** The states of a test, to be closed after it. */
  static final class States implements AutoCloseable {

    private final List<RedisState> states = new ArrayList<>();

    RedisState open(RedisSettings settings, Clock clock) {
      var state = RedisState.open(settings, clock);
      states.add(state);
      return state;
    }

    @Override
    public void close() {
      states.forEach(RedisState::close);
    }
  }
}
