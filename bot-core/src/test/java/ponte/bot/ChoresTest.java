package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.store.Entry;
import ponte.store.InMemoryQueue;
import ponte.store.Lease;

class ChoresTest {

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final InMemoryQueue queue = new InMemoryQueue(clock);

  /** Tells on what thread it works. */
  private record Telling(CompletableFuture<Thread> told) implements Handler {
    @Override
    public int batch() {
      return 1;
    }

    @Override
    public Outcome handle(List<Lease> leases) {
      told.complete(Thread.currentThread());
      return DONE;
    }

    @Override
    public boolean passes(RuntimeException failure) {
      return false;
    }
  }

  @Test
  void computesOnAThreadThatTakesTheProcessorFromNobodyForLong() {
    var told = new CompletableFuture<Thread>();
    queue.add(List.of(new Entry("chores", "", "one", "{}", clock.instant())));
    try (var chores = new Chores("chores", 1, new Telling(told), Workplaces.at(queue, clock))) {
      chores.start();

      var thread = told.orTimeout(Duration.ofMinutes(1).toMillis(), TimeUnit.MILLISECONDS).join();

      assertThat(thread.isVirtual()).isFalse();
      assertThat(thread.isDaemon()).as("does not keep a stopped process alive").isTrue();
    }
  }
}
