package ponte.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.TestClock;

/** Any sequence of calls has the results that it has with {@link InMemoryQueue}. */
public abstract class QueueAgainstModel {

  private static final int STEPS = 1500;
  private static final int KEYS = 60;
  private static final Duration LONGEST_LEASE = Duration.ofSeconds(40);

  /** A new queue without an entry. */
  protected abstract Queue emptyQueue(Clock clock);

  /** The same queue after its process came to an end and another one began. */
  protected abstract Queue afterRestart(Queue queue);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void behavesLikeTheModel(long seed) {
    var run = new Run(seed);
    for (var step = 0; step < STEPS; step++) {
      run.step("seed " + seed + ", step " + step + ": ");
    }
  }

  /** A lease of the same entry, as the model and as the queue gave it. */
  private record Pair(Lease model, Lease real) {}

  private final class Run {

    private final Random random;
    private final TestClock clock = TestClock.at("2026-10-25T00:59:58Z");
    private final Queue model = new InMemoryQueue(clock);
    private Queue real = emptyQueue(clock);
    private final List<Pair> leases = new ArrayList<>();

    Run(long seed) {
      random = new Random(seed);
    }

    void step(String step) {
      var topic = topic();
      var time = Duration.ofSeconds(1 + random.nextInt((int) LONGEST_LEASE.toSeconds()));
      switch (random.nextInt(25)) {
        case 0, 1, 2, 3 -> {
          var entries = entries(topic);
          same(step + "add " + entries, queue -> queue.add(entries));
        }
        case 4, 5, 6, 7 -> {
          var max = 1 + random.nextInt(5);
          same(step + "lease " + max, queue -> queue.lease(topic, max, time), this::remember);
        }
        case 8, 9 -> {
          var key = key();
          same(
              step + "lease " + key,
              queue -> queue.lease(topic, key, time).stream().toList(),
              this::remember);
        }
        case 10, 11, 12, 13 -> {
          var some = leases.stream().filter(_ -> random.nextInt(3) == 0).toList();
          model.done(some.stream().map(Pair::model).toList());
          real.done(some.stream().map(Pair::real).toList());
        }
        case 14 -> withLease(step + "extend", (queue, lease) -> queue.extend(lease, time));
        case 15, 16 -> {
          var due = due();
          switch (random.nextInt(3)) {
            case 0 -> withLease(step + "retry", (queue, lease) -> queue.retry(lease, due, "again"));
            case 1 ->
                withLease(step + "postpone", (queue, lease) -> queue.postpone(lease, due, "away"));
            default -> withLease(step + "plan", (queue, lease) -> queue.plan(lease, due, "early"));
          }
        }
        case 17 -> withLease(step + "bury", (queue, lease) -> queue.bury(lease, "grave " + step));
        case 18 -> {
          var key = key();
          same(step + "replay " + key, queue -> queue.replay(topic, key));
        }
        case 19 -> {
          var key = key();
          same(step + "discard " + key, queue -> queue.discard(topic, key));
        }
        case 20, 21, 22 -> clock.advance(Duration.ofMillis(random.nextInt(15_000)));
        case 23 -> {
          if (random.nextInt(6) == 0) {
            clock.advance(Queue.MEMORY.dividedBy(1 + random.nextInt(3)));
          }
        }
        default -> {
          if (random.nextInt(6) == 0) {
            clock.advance(LONGEST_LEASE);
            real = afterRestart(real);
          }
        }
      }
      same(step + "depth", queue -> queue.depth(topic));
      same(step + "buried", queue -> queue.buried(topic, 7));
    }

    private void remember(List<Lease> expected, List<Lease> actual) {
      assertThat(actual).extracting(Lease::entry).isEqualTo(entriesOf(expected));
      for (var i = 0; i < expected.size(); i++) {
        assertThat(actual.get(i).attempt()).isEqualTo(expected.get(i).attempt());
        assertThat(actual.get(i).tries()).isEqualTo(expected.get(i).tries());
        assertThat(actual.get(i).until()).isEqualTo(expected.get(i).until());
        leases.add(new Pair(expected.get(i), actual.get(i)));
      }
      while (leases.size() > 30) {
        leases.remove(random.nextInt(leases.size()));
      }
    }

    private <T> void same(String what, Function<Queue, T> call) {
      assertThat(call.apply(real)).as(what).isEqualTo(call.apply(model));
    }

    private void same(String what, Function<Queue, List<Lease>> call, Remembering then) {
      var expected = call.apply(model);
      var actual = call.apply(real);
      assertThat(entriesOf(actual)).as(what).isEqualTo(entriesOf(expected));
      then.remember(expected, actual);
    }

    private void withLease(String what, Use use) {
      if (!leases.isEmpty()) {
        var pair = leases.get(random.nextInt(leases.size()));
        assertThat(use.of(real, pair.real()))
            .as(what + " " + pair.model().entry())
            .isEqualTo(use.of(model, pair.model()));
      }
    }

    private List<Entry> entries(String topic) {
      var entries = new ArrayList<Entry>();
      for (var i = random.nextInt(5); i >= 0; i--) {
        var lane = random.nextInt(3) == 0 ? "" : "lane" + random.nextInt(4);
        entries.add(new Entry(topic, lane, key(), "payload " + random.nextInt(), due()));
      }
      return entries;
    }

    private Instant due() {
      var now = clock.instant();
      return switch (random.nextInt(4)) {
        case 0 -> now.plusMillis(random.nextInt(60_000));
        case 1 -> now.minusMillis(random.nextInt(60_000));
        default -> now;
      };
    }

    private String topic() {
      return random.nextInt(5) == 0 ? "outbox" : "inbox";
    }

    private String key() {
      return "key" + random.nextInt(KEYS);
    }
  }

  private static List<Entry> entriesOf(List<Lease> leases) {
    return leases.stream().map(Lease::entry).toList();
  }

  private interface Remembering {
    void remember(List<Lease> expected, List<Lease> actual);
  }

  private interface Use {
    boolean of(Queue queue, Lease lease);
  }
}
