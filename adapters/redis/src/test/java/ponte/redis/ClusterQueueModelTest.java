package ponte.redis;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import ponte.store.Queue;
import ponte.store.QueueAgainstModel;

class ClusterQueueModelTest extends QueueAgainstModel {

  private final SharedRedis.States states = new SharedRedis.States();
  private final RedisSettings settings = SharedRedis.cluster();
  private @Nullable Clock clock;

  @Override
  protected Queue emptyQueue(Clock other) {
    clock = other;
    return states.open(settings, other).queue();
  }

  @Override
  protected Queue afterRestart(Queue queue) {
    states.close();
    return states.open(settings, requireNonNull(clock)).queue();
  }

  @AfterEach
  void close() {
    states.close();
  }
}
