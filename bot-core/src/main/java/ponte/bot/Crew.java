package ponte.bot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Workers at work, each on a thread of its own, of the kind that the system takes the processor
 * from in turn: a virtual one computes until it has to wait, and those who wait to be acknowledged
 * would wait for it.
 */
final class Crew implements AutoCloseable {

  /** So often in the time of a lease it is said that it is still wanted. */
  private static final int RENEWALS = 3;

  private final List<Worker> workers;
  private final List<Worker> onCall;
  private final Duration lease;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * @param onCall those who work on others' threads
   */
  Crew(List<Worker> workers, List<Worker> onCall, Duration lease) {
    this.workers = List.copyOf(workers);
    this.onCall = List.copyOf(onCall);
    this.lease = lease;
  }

  void start() {
    for (var worker : workers) {
      threads.add(
          Thread.ofPlatform().daemon().name("ponte-worker-" + threads.size()).start(worker));
    }
    Thread.ofPlatform().daemon().name("ponte-leases").start(this::renewAll);
  }

  /** Until everybody has gone home: the last of them may be the one who takes longest. */
  private void renewAll() {
    try {
      while (!ended.await(lease.toMillis() / RENEWALS, TimeUnit.MILLISECONDS)) {
        workers.forEach(Worker::renew);
        onCall.forEach(Worker::renew);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops after what is in hand; what is left stays in the queues. */
  @Override
  public void close() {
    workers.forEach(Worker::stop);
    try {
      for (var thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }
}
