package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.archive.ArchiveRefusesException;
import ponte.archive.ArchiveUnavailableException;
import ponte.platform.TurnLostException;
import ponte.store.DeadLetter;
import ponte.store.Entry;
import ponte.store.InMemoryQueue;
import ponte.store.Lease;
import ponte.store.Queue;
import ponte.store.StoreUnavailableException;

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
  void handsOverEachByItselfWhereOneIsApart() {
    queue.add(List.of(entry("a"), entry("apart"), entry("c")));
    var batches = new ArrayList<Integer>();
    var worker =
        new Worker(
            "work",
            new Handler() {
              @Override
              public int batch() {
                return 10;
              }

              @Override
              public boolean isApart(Lease lease) {
                return lease.entry().key().equals("apart");
              }

              @Override
              public Outcome handle(List<Lease> leases) {
                batches.add(leases.size());
                return isApart(leases.getFirst())
                    ? new Outcome.Again(NOW.plusSeconds(60), "not yet")
                    : DONE;
              }
            },
            Workplaces.at(queue, clock));

    worker.workOnce();

    assertThat(batches).containsExactly(1, 1, 1);
    assertThat(queue.depth("work").waiting()).isEqualTo(1);
    assertThat(queue.depth("work").leased()).isZero();
  }

  @Test
  void letsABatchComeTogetherUnlessTheLastOneTookAsLong() {
    queue.add(List.of(entry("quick"), entry("slow"), entry("last")));
    var pauses = new ArrayList<Duration>();

    gathering(Duration.ofMillis(100), pauses).run();

    assertThat(handled).containsExactly("quick", "slow", "last");
    assertThat(pauses).containsExactly(Duration.ofMillis(90));
  }

  /** Works one by one until the last one; each takes 10 ms, the slow one longer than it rests. */
  private Worker gathering(Duration time, List<Duration> pauses) {
    var self = new ArrayList<Worker>();
    var ticks = new AtomicLong();
    var handler =
        new Handler() {
          @Override
          public Duration gathering() {
            return time;
          }

          @Override
          public Outcome handle(List<Lease> leases) {
            var key = leases.getFirst().entry().key();
            handled.add(key);
            ticks.addAndGet(Duration.ofMillis(key.equals("slow") ? 200 : 10).toNanos());
            if (key.equals("last")) {
              self.getFirst().stop();
            }
            return DONE;
          }
        };
    self.add(
        new Worker(
            "work",
            handler,
            new Workplace(
                queue, Duration.ofMinutes(2), clock, ticks::get, new Random(1), pauses::add)));
    return self.getFirst();
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
  void givesUpWhatOverflowsTheStackAndGoesOnWithTheOthers() {
    queue.add(List.of(entry("a"), entry("bad"), entry("c")));
    var worker =
        worker(
            10,
            false,
            leases -> {
              if (leases.stream().anyMatch(lease -> lease.entry().key().equals("bad"))) {
                throw new StackOverflowError();
              }
              return Handler.DONE;
            });

    workThroughADay(worker);

    assertThat(queue.buried("work", 10))
        .singleElement()
        .satisfies(letter -> assertThat(letter.entry().key()).isEqualTo("bad"))
        .satisfies(letter -> assertThat(letter.reason()).contains("StackOverflowError"));
    assertThat(queue.depth("work").waiting() + queue.depth("work").leased()).isZero();
  }

  @Test
  void triesAgainWhatFoundNoMemory() {
    queue.add(List.of(entry("a")));
    var failures =
        new ArrayDeque<Error>(Collections.nCopies(20, new OutOfMemoryError("Java heap space")));
    var worker =
        worker(
            1,
            false,
            _ -> {
              if (!failures.isEmpty()) {
                throw failures.remove();
              }
              return Handler.DONE;
            });

    workThroughADay(worker);

    assertThat(handled).hasSize(21);
    assertThat(queue.buried("work", 10)).isEmpty();
    assertThat(queue.depth("work").waiting() + queue.depth("work").leased()).isZero();
  }

  @Test
  void staysAtWorkWhenThereIsTroubleBesidesTheEntries() throws InterruptedException {
    var pauses = new CountDownLatch(3);
    var workplace =
        new Workplace(
            queue,
            Duration.ZERO,
            clock,
            System::nanoTime,
            new Random(1),
            _ -> {
              pauses.countDown();
              Thread.yield();
            });
    var worker = new Worker("work", handler(1, false, _ -> Handler.DONE), workplace);
    var thread = Thread.ofVirtual().start(worker);

    assertThat(pauses.await(60, TimeUnit.SECONDS)).as("a lease without length").isTrue();
    worker.stop();

    assertThat(thread.join(Duration.ofSeconds(60))).isTrue();
  }

  @Test
  void neverGivesUpWhatTheOutsideWorldFails() {
    queue.add(List.of(entry("bad")));
    var worker = worker(1, true, WorkerTest::failOnBad);

    workThroughADay(worker);

    assertThat(queue.buried("work", 10)).isEmpty();
    assertThat(handled).hasSizeGreaterThan(100);
  }

  /** What is planned is not late; what fails or is hindered is, since it should have been done. */
  @Test
  void keepsSinceWhenSomethingShouldHaveBeenDone() {
    queue.add(List.of(entry("planned"), entry("hindered"), entry("failing")));
    var later = NOW.plusSeconds(3_600);
    var worker =
        worker(
            1,
            false,
            leases ->
                switch (leases.getFirst().entry().key()) {
                  case "planned" -> new Handler.Outcome.Again(later, "quiet hours");
                  case "hindered" -> new Handler.Outcome.Hindered(later, "rate limit");
                  default -> throw new IllegalStateException("refused");
                });
    worker.workOnce();
    worker.workOnce();
    worker.workOnce();

    clock.set(later);
    assertThat(queue.depth("work").oldestDue()).isEqualTo(NOW);
    finish("hindered");
    assertThat(queue.depth("work").oldestDue()).isEqualTo(NOW);
    finish("failing");
    assertThat(queue.depth("work").oldestDue()).isEqualTo(later);
  }

  private void finish(String key) {
    queue.done(List.of(queue.lease("work", key, Duration.ofMinutes(1)).orElseThrow()));
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
  void triesWhatWaitedLongAsOftenAsAnythingElse() {
    queue.add(List.of(entry("bad")));
    var waits = new AtomicInteger(20);
    var worker =
        worker(
            1,
            false,
            leases ->
                waits.getAndDecrement() > 0
                    ? new Handler.Outcome.Again(clock.instant(), "the gate is closed")
                    : failOnBad(leases));

    workThroughADay(worker);

    assertThat(handled).hasSize(20 + 8);
    assertThat(queue.buried("work", 10)).extracting(DeadLetter::attempts).containsExactly(8);
  }

  @Test
  void triesWhatTheOutsideWorldFailedAsOftenAsAnythingElse() {
    queue.add(List.of(entry("bad")));
    var worker = worker(1, true, WorkerTest::failOnBad);
    workThroughADay(worker);
    handled.clear();

    workThroughADay(worker(1, false, WorkerTest::failOnBad));

    assertThat(handled).hasSize(8);
  }

  @Test
  void givesUpWhatEndsWhoeverHandlesItAndNothingElse() {
    queue.add(List.of(entry("a"), entry("bad"), entry("c")));

    var deaths = 0;
    for (var life = 0; life < 40; life++) {
      var worker = worker(10, false, WorkerTest::dieOfBad);
      try {
        while (worker.workOnce()) {
          // until it dies of it
        }
      } catch (StoreUnavailableException e) {
        deaths++;
      }
      clock.advance(Duration.ofMinutes(3));
    }

    assertThat(deaths).isEqualTo(8);
    assertThat(queue.buried("work", 10))
        .extracting(letter -> letter.entry().key())
        .containsExactly("bad");
    assertThat(queue.depth("work").waiting()).isZero();
    assertThat(handled).contains("a", "c");
  }

  @Test
  void handlesWhatMayEndItAloneAndTheOthersTogether() {
    queue.add(List.of(inLane("bad")));
    die("bad");
    queue.add(IntStream.range(0, 255).mapToObj(i -> inLane("after " + i)).toList());
    var calls = new AtomicInteger();
    var batches = new ArrayList<Integer>();

    workOff(batches, calls);

    assertThat(batches).containsExactly(1, 255);
    assertThat(calls).hasValueLessThan(10);
  }

  @Test
  void handlesManyThatMayEndItWithoutGivingThemBackAgainAndAgain() {
    var keys = IntStream.range(0, 256).mapToObj(i -> "bad " + i).toList();
    queue.add(keys.stream().map(WorkerTest::inLane).toList());
    keys.forEach(this::die);
    var calls = new AtomicInteger();
    var batches = new ArrayList<Integer>();

    workOff(batches, calls);

    assertThat(batches).hasSize(256).containsOnly(1);
    assertThat(calls).hasValueLessThan(2 * 256 + 10);
  }

  @Test
  void keepsALaneInOrderAroundWhatMayEndIt() {
    queue.add(List.of(inLane("a"), inLane("bad"), inLane("c"), inLane("bad too"), entry("x")));
    die("bad");
    die("bad too");
    var worker = worker(256, false, _ -> Handler.DONE);

    while (worker.workOnce()) {
      // until there is no more
    }

    assertThat(handled).containsExactly("a", "x", "bad", "c", "bad too");
  }

  private static Entry inLane(String key) {
    return new Entry("work", "lane", key, key, NOW);
  }

  /** So many died with it in hand that it may have been its fault. */
  private void die(String key) {
    for (var life = 0; life < 5; life++) {
      assertThat(queue.lease("work", key, Duration.ofNanos(1))).isPresent();
      clock.advance(Duration.ofMillis(1));
    }
  }

  private void workOff(List<Integer> batches, AtomicInteger calls) {
    var counted =
        (Queue)
            Proxy.newProxyInstance(
                Queue.class.getClassLoader(),
                new Class<?>[] {Queue.class},
                (_, method, arguments) -> {
                  calls.incrementAndGet();
                  return method.invoke(queue, arguments);
                });
    var handler =
        handler(
            256,
            false,
            leases -> {
              batches.add(leases.size());
              return Handler.DONE;
            });
    var worker = new Worker("work", handler, Workplaces.at(counted, clock));
    while (worker.workOnce()) {
      // until there is no more
    }
    assertThat(queue.depth("work").waiting() + queue.depth("work").leased()).isZero();
  }

  @Test
  void findsOutOnceABatchThatTheArchiveIsAway() {
    queue.add(IntStream.range(0, 50).mapToObj(WorkerTest::alone).toList());

    new Worker("work", waitingInVain(() -> {}), Workplaces.at(queue, clock)).workOnce();

    assertThat(handled).hasSize(50 + 1);
    assertThat(queue.depth("work").waiting()).isEqualTo(50);
  }

  @Test
  void triesNoMoreOfABatchOnceItIsStopped() {
    queue.add(IntStream.range(0, 50).mapToObj(WorkerTest::alone).toList());
    var self = new ArrayList<Worker>();
    self.add(
        new Worker(
            "work", waitingInVain(() -> self.getFirst().stop()), Workplaces.at(queue, clock)));

    self.getFirst().workOnce();

    assertThat(handled).hasSize(50);
    assertThat(queue.depth("work").waiting()).isEqualTo(50);
  }

  @Test
  void asksForTheArchiveEveryMinute() {
    queue.add(List.of(entry("a")));
    var worker = new Worker("work", waitingInVain(() -> {}), Workplaces.at(queue, clock));
    for (var tries = 0; tries < 20; tries++) {
      worker.workOnce();
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(handled).hasSize(20);
  }

  @Test
  void givesUpWhatTheArchiveNeverTakesUntilSomebodyMendsThat() {
    queue.add(List.of(inLane("a"), inLane("bad"), inLane("c")));
    var mended = new AtomicBoolean();
    var taken = new ArrayList<String>();
    Handler taking =
        leases -> {
          var keys = leases.stream().map(lease -> lease.entry().key()).toList();
          if (keys.contains("bad") && !mended.get()) {
            throw new ArchiveRefusesException("a document is refused");
          }
          taken.addAll(keys);
          return Handler.DONE;
        };
    var worker = new Worker("work", taking, Workplaces.at(queue, clock));

    workThroughADay(worker);
    assertThat(taken).containsExactly("a", "c");
    mended.set(true);
    assertThat(queue.replay("work", "bad")).isTrue();
    worker.workOnce();

    assertThat(taken).containsExactly("a", "c", "bad");
    assertThat(queue.buried("work", 9)).isEmpty();
  }

  private static Entry alone(int number) {
    return new Entry("work", "lane " + number, "key " + number, "", NOW);
  }

  private Handler waitingInVain(Runnable meanwhile) {
    return new Handler() {
      @Override
      public int batch() {
        return 256;
      }

      @Override
      public Outcome handle(List<Lease> leases) {
        leases.forEach(lease -> handled.add(lease.entry().key()));
        clock.advance(Duration.ofSeconds(30));
        meanwhile.run();
        throw new ArchiveUnavailableException("no node answers", null);
      }
    };
  }

  /**
   * A worker that loses its store with something in hand, and is never seen again, died with it.
   */
  private static Handler.Outcome dieOfBad(List<Lease> leases) {
    if (leases.stream().anyMatch(lease -> lease.entry().key().equals("bad"))) {
      throw new StoreUnavailableException("killed", null);
    }
    return Handler.DONE;
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
            handler(
                1,
                false,
                _ -> {
                  working.countDown();
                  return Handler.DONE;
                }),
            Workplaces.at(queue, Clock.systemUTC()));
    var thread = Thread.ofVirtual().start(worker);

    assertThat(working.await(60, TimeUnit.SECONDS)).isTrue();
    worker.stop();

    assertThat(thread.join(Duration.ofSeconds(60))).isTrue();
  }

  @Test
  void keepsWhatTakesLongerThanItsLease() {
    queue.add(List.of(entry("a")));
    var taken = new ArrayList<List<Lease>>();
    var self = new ArrayList<Worker>();
    var slow =
        worker(
            1,
            false,
            _ -> {
              for (var minute = 0; minute < 10; minute++) {
                clock.advance(Duration.ofMinutes(1));
                self.getFirst().renew();
                taken.add(queue.lease("work", 1, Duration.ofMinutes(2)));
              }
              return Handler.DONE;
            });
    self.add(slow);

    slow.workOnce();

    assertThat(taken).hasSize(10).allSatisfy(leases -> assertThat(leases).isEmpty());
    assertThat(queue.depth("work").leased()).isZero();
  }

  @Test
  void renewsNothingThatWasTakenJustNow() {
    queue.add(List.of(entry("a")));
    var self = new ArrayList<Worker>();
    var leased = new ArrayList<Long>();
    self.add(
        worker(
            1,
            false,
            _ -> {
              for (var seconds : List.of(10, 40)) {
                clock.set(NOW.plusSeconds(seconds));
                self.getFirst().renew();
                clock.set(NOW.plus(Duration.ofMinutes(2)));
                leased.add(queue.depth("work").leased());
              }
              return Handler.DONE;
            }));

    self.getFirst().workOnce();

    assertThat(leased).containsExactly(0L, 1L);
  }

  @Test
  void givesBackWhatWasInHandWhenTheStoreWentAway() {
    queue.add(List.of(entry("a")));
    var outages = new ArrayList<>(List.of("one"));
    var worker =
        worker(
            1,
            false,
            _ -> {
              if (!outages.isEmpty()) {
                outages.clear();
                throw new StoreUnavailableException("gone", null);
              }
              return Handler.DONE;
            });

    assertThatThrownBy(worker::workOnce).isInstanceOf(StoreUnavailableException.class);

    assertThat(worker.workOnce()).as("without waiting for the lease to run out").isTrue();
    assertThat(handled).containsExactly("a", "a");
    assertThat(queue.depth("work").waiting() + queue.depth("work").leased()).isZero();
  }

  @Test
  void leavesToOthersWhatTheyTookOver() {
    queue.add(List.of(entry("a")));
    var other = new ArrayList<Lease>();
    var late =
        worker(
            1,
            false,
            leases -> {
              clock.advance(Duration.ofMinutes(3));
              other.addAll(queue.lease("work", 1, Duration.ofMinutes(2)));
              new LeasedTurn(Workplaces.at(queue, clock), leases.getFirst()).confirm();
              return Handler.DONE;
            });

    late.workOnce();

    assertThat(other).hasSize(1);
    assertThat(queue.extend(other.getFirst(), Duration.ofMinutes(2))).isTrue();
    assertThat(queue.buried("work", 1)).isEmpty();
  }

  @Test
  void asksAgainWhetherItIsItsTurnIfItStoodStillMeanwhile() {
    queue.add(List.of(entry("a")));
    var lease = queue.lease("work", 1, Duration.ofMinutes(2)).getFirst();
    var ticks = new ArrayDeque<>(List.of(0L, minutes(3), minutes(3), minutes(3)));
    var workplace =
        new Workplace(
            queue,
            Duration.ofMinutes(2),
            clock,
            () -> {
              if (ticks.size() == 3) {
                clock.advance(Duration.ofMinutes(3));
                queue.lease("work", 1, Duration.ofMinutes(2));
              }
              return ticks.remove();
            },
            new Random(1),
            _ -> {});

    assertThatThrownBy(new LeasedTurn(workplace, lease)::confirm)
        .isInstanceOf(TurnLostException.class);
  }

  private static long minutes(int minutes) {
    return Duration.ofMinutes(minutes).toNanos();
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
    return new Worker("work", handler(batch, passes, handling), Workplaces.at(queue, clock));
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
