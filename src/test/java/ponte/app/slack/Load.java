package ponte.app.slack;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Slack, telling several replicas what happens: each event to any of them, again and again until
 * one acknowledges it, some once more after that.
 */
final class Load implements AutoCloseable {

  private static final int TELLERS = 4;
  private static final int EVERY_QUESTION = 10;
  private static final int EVERY_TWICE = 10;
  private static final Duration BETWEEN = Duration.ofMillis(40);

  private final Fleet fleet;
  private final int people;
  private final int channels;
  private final long beginning;
  private final Teller teller = new Teller();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger tries = new AtomicInteger();
  private final List<Told> acknowledged = new CopyOnWriteArrayList<>();
  private final List<Thread> tellers;
  private volatile boolean ended;

  /**
   * @param beginning the second of the first event
   */
  Load(Fleet fleet, int people, int channels, long beginning) {
    this.fleet = fleet;
    this.people = people;
    this.channels = channels;
    this.beginning = beginning;
    this.tellers =
        IntStream.range(0, TELLERS)
            .mapToObj(
                number -> Thread.ofVirtual().unstarted(() -> tell(new SplittableRandom(number))))
            .toList();
  }

  void start() {
    tellers.forEach(Thread::start);
  }

  /** Tells nothing new; returns once all that was told is acknowledged. */
  void end() throws InterruptedException {
    ended = true;
    for (var each : tellers) {
      each.join();
    }
  }

  private void tell(RandomGenerator chance) {
    try {
      while (!ended) {
        var told = told(next.getAndIncrement());
        var known = false;
        while (!known) {
          tries.incrementAndGet();
          known = teller.isAcknowledged(fleet.anyAddress(chance), told);
          LockSupport.parkNanos(BETWEEN.toNanos());
        }
        acknowledged.add(told);
        if (chance.nextInt(EVERY_TWICE) == 0) {
          tries.incrementAndGet();
          teller.isAcknowledged(fleet.anyAddress(chance), told);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Told told(int number) {
    var second = beginning + number;
    var person = 1 + number % people;
    if (number % EVERY_QUESTION != 0) {
      return Told.message(number, person, 1 + number % channels, second);
    }
    var topic = topic(number);
    var asker = 1 + number / EVERY_QUESTION % people;
    return Told.question(number, asker, topic, "who knows about " + topic + "?", second);
  }

  /** A word that nobody uses, another for each number, that no search takes for another. */
  private static String topic(int number) {
    var word = new StringBuilder("zx");
    for (var digit : Integer.toString(number).toCharArray()) {
      word.append("bdfgklmnpr".charAt(digit - '0')).append('o');
    }
    return word.append("quu").toString();
  }

  /** All that was acknowledged so far. */
  List<Told> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** How often anything was told. */
  int tries() {
    return tries.get();
  }

  @Override
  public void close() {
    ended = true;
    tellers.forEach(Thread::interrupt);
    teller.close();
  }
}
