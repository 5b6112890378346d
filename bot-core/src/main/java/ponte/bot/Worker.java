package ponte.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.archive.ArchiveUnavailableException;
import ponte.consent.FailureWords;
import ponte.platform.DeliveryNotes;
import ponte.platform.TurnLostException;
import ponte.store.Lease;
import ponte.store.Queue;
import ponte.store.StoreUnavailableException;

/**
 * Hands the entries of one topic to a handler, again and again until it is closed.
 *
 * <p>A batch that fails is handled one by one. An entry that fails alone is given back and tried
 * again later, twice as late each time; one that fails by its own fault at its try number {@value
 * #TRIES} becomes a dead letter. Where it only has to wait, where the outside world is at fault, or
 * memory is short, that is no try, and it is tried for ever. Nothing that is thrown ends the work.
 * Where the store goes away, what was in hand is given back as soon as it can be had again.
 *
 * <p>Whoever dies with an entry has tried it. One with which so many died is not touched again, and
 * becomes a dead letter, too; before it comes to that, it is handled alone, so that no other is
 * blamed for it.
 */
final class Worker implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  private static final int TRIES = 8;

  /** What was tried more often than that may end whoever handles it. */
  private static final int SUSPECT = TRIES / 2;

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** Nobody limits how often it is asked, and all wait for what was said when it is back. */
  private static final Duration ARCHIVE_PAUSE = Duration.ofSeconds(30);

  /** After so long alone with entries of a batch, one that fails is enough. */
  private static final Duration LONG = Duration.ofSeconds(5);

  private final String topic;
  private final Handler handler;
  private final Workplace workplace;
  private final Queue queue;
  private final Clock clock;
  private final Set<Lease> inHand = ConcurrentHashMap.newKeySet();
  private final List<Lease> dropped = new ArrayList<>();
  private long begun;
  private volatile boolean closed;

  Worker(String topic, Handler handler, Workplace workplace) {
    this.topic = topic;
    this.handler = handler;
    this.workplace = workplace;
    this.queue = workplace.queue();
    this.clock = workplace.clock();
  }

  /**
   * Works until {@link #stop} was called and the batch is done. To interrupt the thread would close
   * the files under the embedded stores (the rule of interruptible channels), so nobody does.
   */
  @Override
  public void run() {
    try {
      while (!closed && !Thread.currentThread().isInterrupted()) {
        switch (step()) {
          case WORKED -> gather();
          case WAITED -> {}
          case AWAY -> workplace.pause().pause(IDLE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private enum Step {
    WORKED,
    WAITED,
    /** The queue cannot be had now. */
    AWAY
  }

  /** Works or waits for work. */
  private Step step() throws InterruptedException {
    try {
      begun = workplace.ticks().getAsLong();
      if (workOnce()) {
        return Step.WORKED;
      }
      queue.await(topic, IDLE);
      return Step.WAITED;
    } catch (StoreUnavailableException e) {
      // That it is away, and for how long, is told once for all.
      log.atDebug().addKeyValue("topic", topic).setCause(e).log("queue unavailable, waiting");
      return Step.AWAY;
    } catch (RuntimeException | Error e) {
      // Whoever goes home now is missed until the next start.
      log.atError()
          .addKeyValue("topic", topic)
          .setCause(FailureWords.of(e))
          .log("stumbled, going on");
      return Step.AWAY;
    }
  }

  /** Lets a batch come together, where the last one was done sooner than that takes. */
  private void gather() throws InterruptedException {
    var left = handler.gathering().minusNanos(workplace.ticks().getAsLong() - begun);
    if (left.isPositive() && !closed) {
      workplace.pause().pause(left);
    }
  }

  void stop() {
    closed = true;
  }

  /** Handles what is due now. False: there was nothing. */
  boolean workOnce() {
    giveBackDropped();
    var leases = queue.lease(topic, handler.batch(), workplace.lease());
    if (leases.isEmpty()) {
      return false;
    }
    try {
      work(leases);
    } catch (StoreUnavailableException e) {
      dropped.addAll(leases);
      throw e;
    }
    return true;
  }

  /** What was in hand when the store went need not wait for its lease to run out. */
  private void giveBackDropped() {
    if (!dropped.isEmpty()) {
      queue.postpone(dropped, clock.instant(), "the store was away");
      dropped.clear();
    }
  }

  /**
   * Says that what is in hand is still being worked on, but of what was taken just now: a batch of
   * hundreds is hardly in hand for longer.
   */
  void renew() {
    try {
      var justNow = clock.instant().plus(workplace.lease()).minus(workplace.lease().dividedBy(6));
      for (var lease : inHand) {
        if (!lease.until().isAfter(justNow)) {
          queue.extend(lease, workplace.lease());
        }
      }
    } catch (StoreUnavailableException e) {
      log.atDebug().addKeyValue("topic", topic).setCause(e).log("leases not renewed");
    } catch (RuntimeException | Error e) {
      log.atError().addKeyValue("topic", topic).setCause(e).log("leases not renewed");
    }
  }

  /** Handles entries already leased. */
  void work(List<Lease> leases) {
    inHand.addAll(leases);
    try {
      handle(leases);
    } finally {
      leases.forEach(inHand::remove);
    }
  }

  private void handle(List<Lease> leases) {
    if (leases.size() == 1) {
      workAlone(leases.getFirst());
    } else if (leases.stream().anyMatch(Worker::isSuspect)) {
      suspectsLast(leases);
    } else if (leases.stream().anyMatch(handler::isApart)) {
      oneByOne(leases);
    } else {
      try {
        settle(leases, outcome(leases));
      } catch (StoreUnavailableException e) {
        throw e;
      } catch (RuntimeException | Error failure) {
        log.atDebug().addKeyValue("topic", topic).setCause(failure).log("batch failed, one by one");
        oneByOne(leases);
      }
    }
  }

  private static boolean isSuspect(Lease lease) {
    return lease.tries() > SUSPECT;
  }

  /**
   * Handles what came with entries that may end whoever handles them, then each of these with
   * nothing else in hand. What follows one in its lane comes with the next batch.
   */
  private void suspectsLast(List<Lease> leases) {
    var others = new ArrayList<Lease>();
    var waiting = new ArrayList<Lease>();
    var lanes = new HashSet<String>();
    for (var lease : leases) {
      var lane = lease.entry().lane();
      if (isSuspect(lease) || lanes.contains(lane)) {
        waiting.add(lease);
        if (!lane.isEmpty()) {
          lanes.add(lane);
        }
      } else {
        others.add(lease);
      }
    }
    queue.postpone(waiting, clock.instant(), "one is handled alone");
    if (!others.isEmpty()) {
      handle(others);
      others.stream().map(lease -> lease.entry().lane()).forEach(lanes::remove);
    }
    oneByOneAgain(waiting, lanes);
  }

  /**
   * Handles suspects that were given back, each as long as all before it in its lane are done.
   *
   * @param lanes those of which the first that waits is in hand
   */
  private void oneByOneAgain(List<Lease> waiting, Set<String> lanes) {
    var since = workplace.ticks().getAsLong();
    for (var lease : waiting) {
      var lane = lease.entry().lane();
      if (lane.isEmpty() || lanes.contains(lane)) {
        if (!isSuspect(lease) || !takenAgain(lease)) {
          lanes.remove(lane);
          if (closed || isLong(since)) {
            return;
          }
        }
      }
    }
  }

  private boolean isLong(long since) {
    return workplace.ticks().getAsLong() - since > LONG.toNanos();
  }

  /** Handles one that was given back, if it can be had. False: its lane has to wait. */
  private boolean takenAgain(Lease givenBack) {
    var found = queue.lease(topic, givenBack.entry().key(), workplace.lease());
    if (found.isEmpty()) {
      return false;
    }
    var lease = found.get();
    inHand.add(lease);
    try {
      return workAlone(lease);
    } catch (StoreUnavailableException e) {
      dropped.add(lease);
      throw e;
    } finally {
      inHand.remove(lease);
    }
  }

  /** Handles an entry that may fail by its own fault. False: it was given back. */
  private boolean workAlone(Lease lease) {
    if (lease.tries() > TRIES) {
      log.atError()
          .addKeyValue("topic", topic)
          .addKeyValue("entry", name(lease))
          .log("nobody came back from it, now a dead letter");
      queue.bury(lease, "whoever handled it did not come back");
      return true;
    }
    try {
      settle(List.of(lease), outcome(List.of(lease)));
      return true;
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (TurnLostException e) {
      log.atInfo().addKeyValue("topic", topic).log("came too late, somebody else does it");
      return true;
    } catch (RuntimeException failure) {
      return giveUp(lease, failure, handler.passes(failure));
    } catch (Error failure) {
      // What is too deep for a stack is so for the next one, too; memory may come back.
      var passes =
          failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
      return giveUp(lease, failure, passes);
    }
  }

  private Handler.Outcome outcome(List<Lease> leases) {
    return workplace.witness().handling(leases, () -> handler.handle(leases));
  }

  /**
   * Of a lane in which one is given back, the later ones are given back, too. All are where it took
   * long to find out that one failed: the others would take as long, one after the other, and they
   * come again without it.
   */
  private void oneByOne(List<Lease> leases) {
    var since = workplace.ticks().getAsLong();
    var heldUp = new HashSet<String>();
    var back = new ArrayList<Lease>();
    var enough = false;
    for (var lease : leases) {
      var lane = lease.entry().lane();
      if (enough || closed || heldUp.contains(lane)) {
        back.add(lease);
      } else if (!workAlone(lease)) {
        enough = isLong(since);
        if (!lane.isEmpty()) {
          heldUp.add(lane);
        }
      }
    }
    queue.postpone(back, clock.instant(), "an earlier one failed");
  }

  private void settle(List<Lease> leases, Handler.Outcome outcome) {
    switch (outcome) {
      case Handler.Outcome.Done _ -> queue.done(leases);
      case Handler.Outcome.Again(var notBefore, var reason) ->
          leases.forEach(lease -> queue.plan(lease, notBefore, reason));
      case Handler.Outcome.Hindered(var notBefore, var reason) ->
          leases.forEach(lease -> queue.postpone(lease, notBefore, reason));
      case Handler.Outcome.Never(var reason) ->
          leases.forEach(
              lease -> {
                log.atError()
                    .addKeyValue("topic", topic)
                    .addKeyValue("entry", name(lease))
                    .addKeyValue("reason", FailureWords.of(reason))
                    .log("can never be done, now a dead letter");
                queue.bury(lease, reason);
              });
    }
  }

  /** Buries an entry that failed too often, else gives it back. False: it was given back. */
  private boolean giveUp(Lease lease, Throwable failure, boolean passes) {
    var reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    if (!passes && lease.tries() >= TRIES) {
      log.atError()
          .addKeyValue("topic", topic)
          .addKeyValue("entry", name(lease))
          .setCause(FailureWords.of(failure))
          .log("given up, now a dead letter");
      queue.bury(lease, reason);
      return true;
    }
    log.atWarn()
        .addKeyValue("topic", topic)
        .addKeyValue("entry", name(lease))
        .addKeyValue("attempt", lease.attempt())
        .setCause(FailureWords.of(failure))
        .log("failed, will be tried again");
    var longest = failure instanceof ArchiveUnavailableException ? ARCHIVE_PAUSE : LONGEST_PAUSE;
    var due = clock.instant().plus(pauseAfter(lease.attempt(), longest));
    if (passes) {
      queue.postpone(lease, due, reason);
    } else {
      queue.retry(lease, due, reason);
    }
    return false;
  }

  /** By which lines about one entry are known as such: its key may have a person in it. */
  private static String name(Lease lease) {
    return DeliveryNotes.digest(lease.entry().key()).substring(0, 12);
  }

  /** Twice as long each time, up to the longest, and up to a half more or less by chance. */
  private Duration pauseAfter(int attempt, Duration longest) {
    var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt, 20));
    var millis = Math.min(doubled.toMillis(), longest.toMillis());
    return Duration.ofMillis((long) (millis * (0.5 + workplace.chance().nextDouble())));
  }
}
