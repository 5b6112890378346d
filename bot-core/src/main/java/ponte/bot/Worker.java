package ponte.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.store.Lease;
import ponte.store.Queue;
import ponte.store.StoreUnavailableException;

/**
 * Hands the entries of one topic to a handler, again and again until it is closed.
 *
 * <p>A batch that fails is handled one by one. An entry that fails alone is given back and tried
 * again later, twice as late each time; after some tries it becomes a dead letter, unless the
 * outside world was at fault: then it is tried for ever.
 */
final class Worker implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  private static final int TRIES = 8;
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final String topic;
  private final Queue queue;
  private final Handler handler;
  private final Clock clock;
  private final RandomGenerator chance;
  private final Pause pause;
  private volatile boolean closed;

  Worker(
      String topic,
      Queue queue,
      Handler handler,
      Clock clock,
      RandomGenerator chance,
      Pause pause) {
    this.topic = topic;
    this.queue = queue;
    this.handler = handler;
    this.clock = clock;
    this.chance = chance;
    this.pause = pause;
  }

  /**
   * Works until {@link #stop} was called and the batch is done. To interrupt the thread would close
   * the files under the embedded stores (the rule of interruptible channels), so nobody does.
   */
  @Override
  public void run() {
    var failures = 0;
    try {
      while (!closed && !Thread.currentThread().isInterrupted()) {
        failures = step(failures) ? 0 : failures + 1;
        if (failures > 0) {
          pause.pause(IDLE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Works or waits for work. False: the queue cannot be had now. */
  private boolean step(int failures) throws InterruptedException {
    try {
      if (!workOnce()) {
        queue.await(topic, IDLE);
      }
      return true;
    } catch (StoreUnavailableException e) {
      if (failures == 0) {
        log.atWarn().addKeyValue("topic", topic).setCause(e).log("queue unavailable, waiting");
      }
      return false;
    }
  }

  void stop() {
    closed = true;
  }

  /** Handles what is due now. False: there was nothing. */
  boolean workOnce() {
    var leases = queue.lease(topic, handler.batch(), LEASE);
    if (leases.isEmpty()) {
      return false;
    }
    work(leases);
    return true;
  }

  /** Handles entries already leased. */
  void work(List<Lease> leases) {
    if (leases.size() == 1) {
      workAlone(leases.getFirst());
    } else {
      try {
        settle(leases, handler.handle(leases));
      } catch (StoreUnavailableException e) {
        throw e;
      } catch (RuntimeException failure) {
        log.atDebug().addKeyValue("topic", topic).setCause(failure).log("batch failed, one by one");
        oneByOne(leases);
      }
    }
  }

  /** Handles an entry that may fail by its own fault. False: it was given back. */
  private boolean workAlone(Lease lease) {
    try {
      settle(List.of(lease), handler.handle(List.of(lease)));
      return true;
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (RuntimeException failure) {
      return giveUp(lease, failure);
    }
  }

  /** Of a lane in which one is given back, the later ones are given back, too. */
  private void oneByOne(List<Lease> leases) {
    var heldUp = new HashSet<String>();
    for (var lease : leases) {
      var lane = lease.entry().lane();
      if (heldUp.contains(lane)) {
        queue.retry(lease, clock.instant(), "an earlier one of its lane failed");
      } else if (!workAlone(lease) && !lane.isEmpty()) {
        heldUp.add(lane);
      }
    }
  }

  private void settle(List<Lease> leases, Handler.Outcome outcome) {
    switch (outcome) {
      case Handler.Outcome.Done _ -> queue.done(leases);
      case Handler.Outcome.Again(var notBefore, var reason) ->
          leases.forEach(lease -> queue.retry(lease, notBefore, reason));
      case Handler.Outcome.Never(var reason) ->
          leases.forEach(
              lease -> {
                log.atError()
                    .addKeyValue("topic", topic)
                    .addKeyValue("key", lease.entry().key())
                    .addKeyValue("reason", reason)
                    .log("can never be done, now a dead letter");
                queue.bury(lease, reason);
              });
    }
  }

  /** Buries an entry that failed too often, else gives it back. False: it was given back. */
  private boolean giveUp(Lease lease, RuntimeException failure) {
    var reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    if (!handler.passes(failure) && lease.attempt() >= TRIES) {
      log.atError()
          .addKeyValue("topic", topic)
          .addKeyValue("key", lease.entry().key())
          .setCause(failure)
          .log("given up, now a dead letter");
      queue.bury(lease, reason);
      return true;
    }
    log.atWarn()
        .addKeyValue("topic", topic)
        .addKeyValue("key", lease.entry().key())
        .addKeyValue("attempt", lease.attempt())
        .setCause(failure)
        .log("failed, will be tried again");
    queue.retry(lease, clock.instant().plus(pauseAfter(lease.attempt())), reason);
    return false;
  }

  /** Twice as long each time, up to the longest, and up to a half more or less by chance. */
  private Duration pauseAfter(int attempt) {
    var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt, 20));
    var millis = Math.min(doubled.toMillis(), LONGEST_PAUSE.toMillis());
    return Duration.ofMillis((long) (millis * (0.5 + chance.nextDouble())));
  }
}
