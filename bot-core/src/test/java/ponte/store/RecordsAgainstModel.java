package ponte.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.TestClock;
import ponte.conversation.TimeSpan;

/** Any sequence of calls has the results that it has with {@link InMemoryRecords}. */
public abstract class RecordsAgainstModel {

  private static final int STEPS = 1500;
  private static final List<String> IDS =
      List.of("a", "a!", "aa", "b", "B", "é", "è", "～", "😀", "😀!", "10", "9", "{}", " x");

  /** New records without a document. */
  protected abstract Records emptyRecords(Clock clock);

  /** The same records after their process came to an end and another one began. */
  protected abstract Records afterRestart(Records records);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void behavesLikeTheModel(long seed) {
    var run = new Run(seed);
    for (var step = 0; step < STEPS; step++) {
      run.step("seed " + seed + ", step " + step + ": ");
    }
  }

  private final class Run {

    private final Random random;
    private final TestClock clock = TestClock.at("2026-10-25T00:59:58Z");
    private final Records model = new InMemoryRecords(clock);
    private Records real = emptyRecords(clock);

    Run(long seed) {
      random = new Random(seed);
    }

    void step(String step) {
      var partition = partition();
      var key = key(partition);
      switch (random.nextInt(16)) {
        case 0, 1, 2, 3, 4, 5 -> {
          var write = write(key);
          same(step + write, records -> records.write(write));
        }
        case 6, 7 -> {
          var writes = new ArrayList<Write>();
          IDS.stream()
              .filter(_ -> random.nextInt(5) == 0)
              .forEach(id -> writes.add(write(partition.key(id))));
          same(step + writes, records -> records.writeAll(writes));
        }
        case 8, 9 -> {
          var expected = version(key);
          same(step + "remove " + key, records -> records.remove(key, expected));
        }
        case 10 -> {
          if (random.nextInt(10) == 0) {
            model.drop(partition);
            real.drop(partition);
          }
        }
        case 11 -> {
          if (random.nextInt(10) == 0) {
            real = afterRestart(real);
          }
        }
        default -> clock.advance(Duration.ofMillis(random.nextInt(5_000)));
      }
      same(step + "find " + key, records -> records.find(key));
      var limit = 1 + random.nextInt(IDS.size());
      var after = random.nextBoolean() ? "" : IDS.get(random.nextInt(IDS.size()));
      same(step + "list " + after, records -> records.list(partition, after, limit));
      var span = TimeSpan.before(moment(), Duration.ofSeconds(random.nextInt(60)));
      same(step + "between " + span, records -> records.between(partition, span, limit));
    }

    private <T> void same(String what, Function<Records, T> call) {
      assertThat(call.apply(real)).as(what).isEqualTo(call.apply(model));
    }

    private Write write(Key key) {
      return new Write(key, "content " + random.nextInt(), version(key), maybe(), maybe());
    }

    /** Mostly the right one. */
    private long version(Key key) {
      return random.nextInt(6) == 0
          ? random.nextInt(3)
          : model.find(key).map(Document::version).orElse(0L);
    }

    private @Nullable Instant maybe() {
      return random.nextInt(3) == 0 ? null : moment();
    }

    private Instant moment() {
      return clock.instant().plusMillis(random.nextInt(40_000) - 10_000);
    }

    private Key key(Partition partition) {
      return partition.key(IDS.get(random.nextInt(IDS.size())));
    }

    private Partition partition() {
      return new Partition("kind", "owner" + random.nextInt(3));
    }
  }
}
