package ponte;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tasks that start at the same moment, each in a thread of its own. */
public final class Race {

  private Race() {}

  /** Runs the task in so many threads and gives their results. */
  public static <T> List<T> of(int threads, Callable<T> task) throws Exception {
    return of(Collections.nCopies(threads, task));
  }

  /** Runs the tasks and gives their results in the same order; throws what one of them threw. */
  public static <T> List<T> of(List<Callable<T>> tasks) throws Exception {
    var start = new CyclicBarrier(tasks.size());
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      var running = new ArrayList<Future<T>>();
      for (var task : tasks) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return task.call();
                }));
      }
      var results = new ArrayList<T>();
      for (var result : running) {
        results.add(result.get());
      }
      return results;
    }
  }
}
