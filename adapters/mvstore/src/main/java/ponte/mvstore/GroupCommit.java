package ponte.mvstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.store.StoreUnavailableException;

/**
 * The one thread that touches the store. Whatever is asked of it while it works is done next, one
 * after the other, and made durable with a single commit and sync before any of it is answered.
 *
 * <p>So each piece of work is atomic, nobody sees what a crash could take back, and the interrupt
 * of a caller, on which Java closes files, never reaches the file.
 */
final class GroupCommit {

  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  /** After so long without a change there is time for upkeep. */
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private final StateFile file;
  private final MVStore store;
  private final Upkeep upkeep;
  private final Runnable afterEnd;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private List<Work<?>> arriving = new ArrayList<>();
  private @Nullable StoreUnavailableException end;
  private boolean closing;

  /**
   * Takes over the store.
   *
   * @param afterEnd is run when the store was closed or has failed
   */
  GroupCommit(StateFile file, MVStore store, Upkeep upkeep, Runnable afterEnd) {
    this.file = file;
    this.store = store;
    this.upkeep = upkeep;
    this.afterEnd = afterEnd;
    this.thread = Thread.ofPlatform().daemon().name("ponte-state").unstarted(this::serve);
  }

  void start() {
    thread.start();
  }

  /** Does some work that changes the store; what it did is durable on return. */
  <T> T change(Supplier<T> work) {
    return ask(new Work<>(work, true));
  }

  /** Does some work whose changes, if any, need not outlive a crash. */
  <T> T read(Supplier<T> work) {
    return ask(new Work<>(work, false));
  }

  /** Ends the thread after what has been asked of it, and closes the store. */
  void close() {
    lock.lock();
    try {
      closing = true;
      arrived.signal();
    } finally {
      lock.unlock();
    }
    var interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> T ask(Work<T> work) {
    lock.lock();
    try {
      if (end != null) {
        throw file.unavailable(end);
      }
      if (closing) {
        throw closed();
      }
      arriving.add(work);
      arrived.signal();
    } finally {
      lock.unlock();
    }
    try {
      return work.answer.join();
    } catch (CompletionException e) {
      throw file.unavailable(e.getCause() == null ? e : e.getCause());
    }
  }

  private void serve() {
    List<Work<?>> batch = List.of();
    try {
      var tidy = false;
      var lastChange = System.nanoTime();
      while (true) {
        var quiet = System.nanoTime() - lastChange;
        batch = next(tidy ? Long.MAX_VALUE : IDLE_NANOS - quiet);
        if (!batch.isEmpty()) {
          if (serve(batch)) {
            lastChange = System.nanoTime();
            tidy = false;
          }
        } else if (isClosing()) {
          break;
        }
        // Whoever waits for work asks for it now and then: that is no reason to put upkeep off.
        if (!tidy && System.nanoTime() - lastChange >= IDLE_NANOS) {
          tidy = !upkeep.whenIdle();
        }
      }
      store.close();
      end(closed(), batch);
    } catch (Throwable e) {
      // Half of a piece of work may be in memory: nothing of it may reach the file any more.
      log.atError().addKeyValue("file", file).setCause(e).log("state failed");
      store.closeImmediately();
      end(file.unavailable(e), batch);
      if (e instanceof Error error) {
        throw error;
      }
    }
  }

  /** Does the work and answers it. True: it changed something. */
  private boolean serve(List<Work<?>> batch) {
    var changes = false;
    for (var work : batch) {
      work.run();
      changes |= work.changes;
    }
    var changed = changes && store.commit() >= 0;
    if (changed) {
      store.sync();
    }
    batch.forEach(Work::answer);
    if (changed) {
      upkeep.afterCommit();
    }
    return changed;
  }

  private List<Work<?>> next(long atMostNanos) throws InterruptedException {
    lock.lock();
    try {
      var left = atMostNanos;
      while (arriving.isEmpty() && !closing && left > 0) {
        left = arrived.awaitNanos(left);
      }
      var batch = arriving;
      arriving = new ArrayList<>();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosing() {
    lock.lock();
    try {
      return closing;
    } finally {
      lock.unlock();
    }
  }

  private void end(StoreUnavailableException reason, List<Work<?>> batch) {
    List<Work<?>> unanswered = new ArrayList<>(batch);
    lock.lock();
    try {
      end = reason;
      unanswered.addAll(arriving);
      arriving.clear();
    } finally {
      lock.unlock();
    }
    unanswered.forEach(work -> work.answer.completeExceptionally(reason));
    afterEnd.run();
  }

  private StoreUnavailableException closed() {
    return new StoreUnavailableException(file + " is closed", null);
  }

  private static final class Work<T> {

    final CompletableFuture<T> answer = new CompletableFuture<>();
    final boolean changes;
    private final Supplier<T> work;
    private @Nullable T result;

    Work(Supplier<T> work, boolean changes) {
      this.work = work;
      this.changes = changes;
    }

    void run() {
      result = work.get();
    }

    void answer() {
      answer.complete(result);
    }
  }
}
