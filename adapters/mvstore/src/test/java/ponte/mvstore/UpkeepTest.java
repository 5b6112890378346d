package ponte.mvstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.TestClock;
import ponte.store.Partition;
import ponte.store.Write;

class UpkeepTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final StateFile file;

  UpkeepTest(@TempDir Path folder) {
    file = new StateFile(folder.resolve("state.db"));
  }

  @Test
  void shrinksAFileOfWhichLittleIsLeft() {
    var store = file.open();
    store.setRetentionTime(0);
    var documents = new Documents(store);
    var upkeep = new Upkeep(store, documents, new Topics(store), TestClock.at(NOW));
    var passing = new Partition("kind", "passing");
    for (var batch = 0; batch < 20; batch++) {
      write(store, documents, passing, 50);
    }
    // One commit that is larger than a step of the upkeep, at the end of the file.
    write(store, documents, new Partition("kind", "staying"), 400);
    for (var i = 0; i < 1_000; i++) {
      if (i % 10 != 0) {
        documents.remove(passing.key("id " + i), 1, NOW);
      }
    }
    store.commit();
    var before = store.getFileStore().size();

    while (upkeep.whenIdle()) {
      assertThat(store.isClosed()).isFalse();
    }

    assertThat(before).isGreaterThan(10_000_000);
    assertThat(store.getFileStore().size()).isLessThan(7_500_000);
    assertThat(documents.list(new Partition("kind", "staying"), "", 999, NOW)).hasSize(400);
    assertThat(documents.list(passing, "", 999, NOW)).hasSize(100);
    store.close();
  }

  @Test
  void comesToAnEndInAnEmptyFile() {
    var store = file.open();
    var upkeep = new Upkeep(store, new Documents(store), new Topics(store), TestClock.at(NOW));

    var steps = IntStream.range(0, 1_000).takeWhile(_ -> upkeep.whenIdle()).count();

    assertThat(steps).isLessThan(300);
    store.close();
  }

  private static void write(MVStore store, Documents documents, Partition partition, int count) {
    var from = documents.list(partition, "", 99_999, NOW).size();
    List<Write> writes =
        IntStream.range(from, from + count)
            .mapToObj(i -> Write.create(partition.key("id " + i), "x".repeat(10_000)))
            .toList();
    assertThat(documents.writeAll(writes, NOW)).isTrue();
    store.commit();
  }
}
