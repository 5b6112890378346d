package ponte.redis;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import ponte.store.Records;
import ponte.store.RecordsContract;

class ClusterRecordsTest extends RecordsContract {

  private final SharedRedis.States states = new SharedRedis.States();

  @Override
  protected Records emptyRecords(Clock clock) {
    return states.open(SharedRedis.cluster(), clock).records();
  }

  @AfterEach
  void close() {
    states.close();
  }
}
