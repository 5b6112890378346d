package ponte.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import ponte.conversation.Event;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Queue;

/**
 * Where everything that happened comes in: durable before anybody is told that it was received.
 *
 * <p>What somebody waits for has a queue of its own, so that no question waits behind a history
 * that is being read.
 */
public final class Inbox {

  /** The topic of what was heard. */
  static final String HEARD = "inbox";

  /** The topic of what was asked. */
  static final String ASKED = "requests";

  private static final Duration BEHIND = Duration.ofSeconds(1);

  private final Queue queue;
  private final Clock clock;

  public Inbox(Queue queue, Clock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  /** Events that are handled together and in their order. */
  record Envelope(List<Event> events) {
    Envelope {
      events = List.copyOf(events);
    }
  }

  /**
   * Takes in what was heard.
   *
   * @param lane what is heard in one lane is handled in order; a channel's id, say
   * @param key what makes it the same when it comes twice
   * @return whether it is new; if not, nothing is done
   */
  public boolean hear(String lane, String key, List<? extends Event> events) {
    if (events.isEmpty()) {
      return false;
    }
    return add(HEARD, lane, key, new Envelope(List.copyOf(events)));
  }

  /**
   * Takes in what a person asked.
   *
   * @return whether it is new
   */
  public boolean ask(Event.Request request) {
    return add(ASKED, "", request.id().value(), new Envelope(List.of(request)));
  }

  /** Whether more comes than is taken in; what could not be done yet and waits is not looked at. */
  public boolean isBehind() {
    var oldest = queue.depth(HEARD).oldestReady();
    return oldest != null && oldest.plus(BEHIND).isBefore(clock.instant());
  }

  /** How many batches of what was heard are still to be taken in. */
  public long backlog() {
    var depth = queue.depth(HEARD);
    return depth.waiting() + depth.leased();
  }

  /** Of what was heard, by its keys, that which is still to be taken in. */
  public Set<String> unfinished(Collection<String> keys) {
    return queue.unfinished(HEARD, keys);
  }

  /** How many batches of what was heard were given up. */
  public long givenUp() {
    return queue.depth(HEARD).buried();
  }

  private boolean add(String topic, String lane, String key, Envelope envelope) {
    return queue.add(List.of(new Entry(topic, lane, key, Codec.write(envelope), clock.instant())))
        == 1;
  }
}
