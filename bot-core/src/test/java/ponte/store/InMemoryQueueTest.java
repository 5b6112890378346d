package ponte.store;

import java.time.Clock;

class InMemoryQueueTest extends QueueContract {

  @Override
  protected Queue emptyQueue(Clock clock) {
    return new InMemoryQueue(clock);
  }
}
