package ponte.seeding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ponte.command.Sowing;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/** What is to be done with seeds at later moments, in a delayed queue. */
public final class Steps {

  /** The topic of steps. */
  public static final String TOPIC = "seeds";

  /** What changes within so short a time is drawn at once, at its end. */
  static final Duration DRAWN_EVERY = Duration.ofSeconds(3);

  private final Queue queue;
  private final Clock clock;

  Steps(Queue queue, Clock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * A step.
   *
   * @param since when it was planned
   */
  public record Step(Sowing.Of seed, What what, Instant since) {}

  /** What is done. */
  public enum What {
    /** It is posted. */
    POST,
    /** It is drawn anew where it stands. */
    DRAW,
    /** It is told what became of it. */
    TELL
  }

  /** Has a seed posted at its moment, once for each moment that was planned. */
  void post(Seed seed) {
    add(
        "",
        seed.id() + " post " + seed.due(),
        new Step(seed.ref(), What.POST, seed.due()),
        seed.due());
  }

  /** Has it told what became of a seed, once. */
  void tell(Seed seed, Instant due) {
    add("", seed.id() + " tell", new Step(seed.ref(), What.TELL, due), due);
  }

  /** Has a seed drawn anew; one after the other, so that no older state comes last. */
  void draw(Seed seed) {
    long turn = clock.millis() / DRAWN_EVERY.toMillis();
    var due = Instant.ofEpochMilli((turn + 1) * DRAWN_EVERY.toMillis());
    var lane = "draw " + seed.id();
    add(lane, lane + " " + turn, new Step(seed.ref(), What.DRAW, clock.instant()), due);
  }

  private void add(String lane, String key, Step step, Instant due) {
    queue.add(List.of(new Entry(TOPIC, lane, key, Codec.write(step), due)));
  }
}
