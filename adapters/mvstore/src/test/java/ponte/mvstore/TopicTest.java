package ponte.mvstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ponte.store.Entry;
import ponte.store.Queue;

class TopicTest {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private final MVStore store = MVStore.open(null);
  private final Topic topic = new Topic(store, "t.", "inbox", new AtomicLong()::incrementAndGet);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void keepsNothingOfWhatIsLongDone() {
    var now = START;
    for (var day = 0; day < 100; day++) {
      now = START.plus(Duration.ofDays(day));
      topic.add(entries(day, now), now);
      finish(now);
    }

    // Ten keys for each of seven days, each in two maps.
    assertThat(stored()).isEqualTo(140);
  }

  @Test
  void forgetsTheKeyOfWhatOutlivedItsMemoryWhenItIsDone() {
    topic.add(entries(1, START), START);
    var later = START.plus(Queue.MEMORY);
    topic.forget(99, later);

    finish(later);

    assertThat(stored()).isZero();
  }

  @Test
  void sweepsALittleAtATime() {
    topic.add(entries(1, START), START);
    finish(START);
    var later = START.plus(Queue.MEMORY);

    assertThat(topic.forget(4, later)).isTrue();
    assertThat(stored()).isEqualTo(12);
    assertThat(topic.forget(99, later)).isFalse();
    assertThat(stored()).isZero();
  }

  private void finish(Instant now) {
    topic.lease(99, now.plusSeconds(1), now).forEach(topic::done);
  }

  private long stored() {
    return store.getMapNames().stream().mapToLong(name -> store.openMap(name).sizeAsLong()).sum();
  }

  private static List<Entry> entries(int batch, Instant due) {
    return IntStream.range(0, 10)
        .mapToObj(i -> new Entry("inbox", "lane" + i % 3, batch + "." + i, "payload", due))
        .toList();
  }
}
