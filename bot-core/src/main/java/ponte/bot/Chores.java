package ponte.bot;

import java.util.List;
import java.util.stream.Stream;

/**
 * Works off one topic of the queue that nobody waits for, on threads of its own, so that it never
 * takes the turn of what people wait for.
 */
public final class Chores implements AutoCloseable {

  private final Crew crew;

  /**
   * @param hands how many work at once
   */
  public Chores(String topic, int hands, Handler handler, Workplace workplace) {
    this.crew =
        new Crew(
            Stream.generate(() -> new Worker(topic, handler, workplace)).limit(hands).toList(),
            List.of(),
            workplace.lease());
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
