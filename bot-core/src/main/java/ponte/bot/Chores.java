package ponte.bot;

import java.time.Clock;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import ponte.store.Queue;

/**
 * Works off one topic of the queue that nobody waits for, on threads of its own, so that it never
 * takes the turn of what people wait for.
 */
public final class Chores implements AutoCloseable {

  private final Crew crew;

  /**
   * @param hands how many work at once
   */
  public Chores(
      String topic,
      int hands,
      Queue queue,
      Handler handler,
      Clock clock,
      RandomGenerator chance,
      Pause pause) {
    this.crew =
        new Crew(
            Stream.generate(() -> new Worker(topic, queue, handler, clock, chance, pause))
                .limit(hands)
                .toList());
  }

  public void start() {
    crew.start();
  }

  /** Stops after what is in hand; what is left stays in the queue. */
  @Override
  public void close() {
    crew.close();
  }
}
