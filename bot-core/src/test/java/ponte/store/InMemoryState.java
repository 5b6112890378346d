package ponte.store;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** A state in the heap: what the contract means, said as simply as possible. */
public final class InMemoryState implements State {

  private final InMemoryRecords records;
  private final InMemoryQueue queue;

  public InMemoryState(Clock clock) {
    records = new InMemoryRecords(clock);
    queue = new InMemoryQueue(clock);
  }

  @Override
  public Records records() {
    return records;
  }

  @Override
  public Queue queue() {
    return queue;
  }

  @Override
  public Stream<Stored> everything() {
    return Stream.concat(records.everything(), queue.everything().stream());
  }

  @Override
  public void load(List<Stored> part) {
    for (var stored : part) {
      switch (stored) {
        case Stored.Kept(var document) -> records.load(document);
        case Stored.Known known -> queue.load(known);
        case Stored.Waiting waiting -> queue.load(waiting);
        case Stored.Buried(var letter) -> queue.load(letter);
      }
    }
  }

  @Override
  public void close() {}
}
