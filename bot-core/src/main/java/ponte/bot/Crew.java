package ponte.bot;

import java.util.ArrayList;
import java.util.List;

/**
 * Workers at work, each on a thread of its own, of the kind that the system takes the processor
 * from in turn: a virtual one computes until it has to wait, and those who wait to be acknowledged
 * would wait for it.
 */
final class Crew implements AutoCloseable {

  private final List<Worker> workers;
  private final List<Thread> threads = new ArrayList<>();

  Crew(List<Worker> workers) {
    this.workers = List.copyOf(workers);
  }

  void start() {
    for (var worker : workers) {
      threads.add(
          Thread.ofPlatform().daemon().name("ponte-worker-" + threads.size()).start(worker));
    }
  }

  /** Stops after what is in hand; what is left stays in the queues. */
  @Override
  public void close() {
    workers.forEach(Worker::stop);
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
