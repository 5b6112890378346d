package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.store.Entry;
import ponte.store.InMemoryQueue;
import ponte.store.Lease;

class WorkerTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final TestClock clock = TestClock.at(NOW);
  private final InMemoryQueue queue = new InMemoryQueue(clock);
  private final List<String> handled = new ArrayList<>();

  @Test
  void handsOverABatchAndIsDoneWithIt() {
    queue.add(List.of(entry("a"), entry("b")));
    var worker = worker(10, false, _ -> Handler.DONE);

    assertThat(worker.workOnce()).isTrue();
    assertThat(worker.workOnce()).isFalse();
    assertThat(handled).containsExactly("a", "b");
  }

  @Test
  void triesTheEntriesOfAFailedBatchOneByOne() {
    queue.add(List.of(entry("a"), entry("bad"), entry("c")));
    var worker = worker(10, false, WorkerTest::failOnBad);

    worker.workOnce();

    assertThat(handled).containsExactly("a", "bad", "c", "a", "bad", "c");
    assertThat(queue.depth("work").waiting()).isEqualTo(1);
  }

  @Test
  void givesBackTheLaterOnesOfALaneInWhichOneFailed() {
    queue.add(
        List.of(
            new Entry("work", "lane", "a", "a", NOW),
            new Entry("work", "lane", "bad", "bad", NOW),
            new Entry("work", "lane", "c", "c", NOW)));

    worker(10, false, WorkerTest::failOnBad).workOnce();

    assertThat(handled).containsExactly("a", "bad", "c", "a", "bad");
    assertThat(queue.depth("work").waiting()).isEqualTo(2);
  }

  @Test
  void givesUpWhatFailsAgainAndAgain() {
    queue.add(List.of(entry("bad")));
    var worker = worker(1, false, WorkerTest::failOnBad);

    workThroughADay(worker);

    assertThat(queue.buried("work", 10))
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).contains("bad"));
    assertThat(handled).hasSize(8);
  }

  @Test
  void neverGivesUpWhatTheOutsideWorldFails() {
    queue.add(List.of(entry("bad")));
    var worker = worker(1, true, WorkerTest::failOnBad);

    workThroughADay(worker);

    assertThat(queue.buried("work", 10)).isEmpty();
    assertThat(handled).hasSizeGreaterThan(100);
  }

  @Test
  void waitsAsLongAsItIsTold() {
    queue.add(List.of(entry("a")));
    var worker =
        worker(1, false, _ -> new Handler.Outcome.Again(NOW.plusSeconds(30), "rate limit"));

    worker.workOnce();
    clock.advance(Duration.ofSeconds(29));
    assertThat(worker.workOnce()).isFalse();
    clock.advance(Duration.ofSeconds(1));

    assertThat(worker.workOnce()).isTrue();
  }

  @Test
  void buriesWhatCanNeverBeDone() {
    queue.add(List.of(entry("a")));

    worker(1, false, _ -> new Handler.Outcome.Never("channel_not_found")).workOnce();

    assertThat(queue.buried("work", 10))
        .singleElement()
        .satisfies(letter -> assertThat(letter.reason()).isEqualTo("channel_not_found"));
  }

  @Test
  void stopsWhenItIsTold() throws InterruptedException {
    var working = new CountDownLatch(1);
    var queue = new InMemoryQueue(Clock.systemUTC());
    queue.add(List.of(new Entry("work", "", "a", "a", Instant.EPOCH)));
    var worker =
        new Worker(
            "work",
            queue,
            handler(
                1,
                false,
                _ -> {
                  working.countDown();
                  return Handler.DONE;
                }),
            Clock.systemUTC(),
            new Random(1),
            _ -> {});
    var thread = Thread.ofVirtual().start(worker);

    assertThat(working.await(60, TimeUnit.SECONDS)).isTrue();
    worker.stop();

    assertThat(thread.join(Duration.ofSeconds(60))).isTrue();
  }

  private void workThroughADay(Worker worker) {
    for (var minute = 0; minute < 24 * 60; minute++) {
      worker.workOnce();
      clock.advance(Duration.ofMinutes(1));
    }
  }

  private static Handler.Outcome failOnBad(List<Lease> leases) {
    if (leases.stream().anyMatch(lease -> lease.entry().key().equals("bad"))) {
      throw new IllegalStateException("bad entry");
    }
    return Handler.DONE;
  }

  private Worker worker(
      int batch, boolean passes, Function<List<Lease>, Handler.Outcome> handling) {
    return new Worker(
        "work", queue, handler(batch, passes, handling), clock, new Random(1), _ -> {});
  }

  private Handler handler(
      int batch, boolean passes, Function<List<Lease>, Handler.Outcome> handling) {
    return new Handler() {
      @Override
      public int batch() {
        return batch;
      }

      @Override
      public Outcome handle(List<Lease> leases) {
        leases.forEach(lease -> handled.add(lease.entry().key()));
        return handling.apply(leases);
      }

      @Override
      public boolean passes(RuntimeException failure) {
        return passes;
      }
    };
  }

  private static Entry entry(String key) {
    return new Entry("work", "", key, key, NOW);
  }
}
