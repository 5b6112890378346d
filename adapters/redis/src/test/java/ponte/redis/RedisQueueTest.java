package ponte.redis;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import ponte.store.Queue;
import ponte.store.QueueContract;

class RedisQueueTest extends QueueContract {

  private final SharedRedis.States states = new SharedRedis.States();

  @Override
  protected Queue emptyQueue(Clock clock) {
    return states.open(SharedRedis.one(), clock).queue();
  }

  @AfterEach
  void close() {
    states.close();
  }
}
