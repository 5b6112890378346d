package ponte.store;

import java.time.Clock;

class InMemoryRecordsTest extends RecordsContract {

  @Override
  protected Records emptyRecords(Clock clock) {
    return new InMemoryRecords(clock);
  }
}
