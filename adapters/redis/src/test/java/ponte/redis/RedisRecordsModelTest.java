package ponte.redis;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import ponte.store.Records;
import ponte.store.RecordsAgainstModel;

class RedisRecordsModelTest extends RecordsAgainstModel {

  private final SharedRedis.States states = new SharedRedis.States();
  private final RedisSettings settings = SharedRedis.one();
  private @Nullable Clock clock;

  @Override
  protected Records emptyRecords(Clock other) {
    clock = other;
    return states.open(settings, other).records();
  }

  @Override
  protected Records afterRestart(Records records) {
    states.close();
    return states.open(settings, requireNonNull(clock)).records();
  }

  @AfterEach
  void close() {
    states.close();
  }
}
