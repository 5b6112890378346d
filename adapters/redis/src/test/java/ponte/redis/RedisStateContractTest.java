package ponte.redis;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import ponte.store.State;
import ponte.store.StateContract;

class RedisStateContractTest extends StateContract {

  private final SharedRedis.States states = new SharedRedis.States();

  @Override
  protected State emptyState(Clock clock) {
    return states.open(SharedRedis.one(), clock);
  }

  @AfterEach
  void close() {
    states.close();
  }
}
