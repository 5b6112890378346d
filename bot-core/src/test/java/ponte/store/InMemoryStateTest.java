package ponte.store;

import java.time.Clock;

class InMemoryStateTest extends StateContract {

  @Override
  protected State emptyState(Clock clock) {
    return new InMemoryState(clock);
  }
}
