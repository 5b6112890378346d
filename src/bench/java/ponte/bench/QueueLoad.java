package ponte.bench;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Entries that go through a queue. */
record QueueLoad(int entries, int threads, int batch, int topics, int characters) {

  /** How many a second; {@code both}: on all of their way. */
  record Rates(double added, double handled, double both) {}

  /** What they go through. */
  interface Way {

    void begin(String topic);

    void add(String topic, String key, String payload);

    /** Takes and finishes as many as there are, up to a batch. */
    int handle(String topic, int batch, String worker);
  }

  interface Task {
    void run(int thread) throws Exception;
  }

  String text() {
    return "x".repeat(characters);
  }

  /** Sends a tenth through before, so that code is compiled that is measured. */
  Rates through(Way way) throws Exception {
    new QueueLoad(entries / 10, threads, batch, topics, characters).through(way, "warm up ");
    return through(way, "topic ");
  }

  private Rates through(Way way, String name) throws Exception {
    for (var topic = 0; topic < topics; topic++) {
      way.begin(name + topic);
    }
    var added = each(i -> way.add(name + i % topics, "key " + i, text()));
    var left = new AtomicInteger(entries);
    var begin = System.nanoTime();
    inThreads(
        threads,
        thread -> {
          for (var turn = thread; left.get() > 0; turn++) {
            left.addAndGet(-way.handle(name + turn % topics, batch, "worker " + thread));
          }
        });
    var handled = rate(begin);
    return new Rates(added, handled, 1 / (1 / added + 1 / handled));
  }

  /** Does something for each entry, and returns how often a second. */
  double each(IntConsumer task) throws Exception {
    var next = new AtomicInteger();
    var begin = System.nanoTime();
    inThreads(
        threads,
        _ -> {
          for (var i = next.getAndIncrement(); i < entries; i = next.getAndIncrement()) {
            task.accept(i);
          }
        });
    return rate(begin);
  }

  static void inThreads(int count, Task task) throws Exception {
    try (var executor = Executors.newFixedThreadPool(count)) {
      var running = new ArrayList<Future<?>>();
      for (var i = 0; i < count; i++) {
        var thread = i;
        running.add(
            executor.submit(
                () -> {
                  task.run(thread);
                  return true;
                }));
      }
      for (var each : running) {
        each.get();
      }
    }
  }

  private double rate(long begin) {
    return entries / ((System.nanoTime() - begin) / 1e9);
  }
}
