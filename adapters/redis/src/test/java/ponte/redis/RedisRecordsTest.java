package ponte.redis;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import ponte.store.Records;
import ponte.store.RecordsContract;

class RedisRecordsTest extends RecordsContract {

  private final SharedRedis.States states = new SharedRedis.States();

  @Override
  protected Records emptyRecords(Clock clock) {
    return states.open(SharedRedis.one(), clock).records();
  }

  @AfterEach
  void close() {
    states.close();
  }
}
