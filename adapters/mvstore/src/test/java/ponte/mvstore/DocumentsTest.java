package ponte.mvstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ponte.store.Partition;
import ponte.store.Write;

class DocumentsTest {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final Partition PARTITION = new Partition("kind", "owner");

  private final MVStore store = MVStore.open(null);
  private final Documents documents = new Documents(store);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void keepsNothingOfWhatExpired() {
    for (var minute = 0; minute < 500; minute++) {
      var now = START.plusSeconds(60L * minute);
      documents.writeAll(writes(minute, now), now);
    }

    assertThat(store.openMap("records.documents").sizeAsLong()).isLessThan(25);
    assertThat(stored()).isLessThan(75);
  }

  @Test
  void sweepsALittleAtATime() {
    documents.writeAll(writes(0, START), START);
    var later = START.plusSeconds(120);

    assertThat(documents.sweep(4, later)).isTrue();
    assertThat(stored()).isEqualTo(18);
    assertThat(documents.sweep(99, later)).isFalse();
    assertThat(stored()).isZero();
  }

  @Test
  void leavesNothingInTheIndexesOfWhatWasRemovedOrDropped() {
    documents.writeAll(writes(0, START), START);
    documents.remove(PARTITION.key("0.3"), 1, START);
    documents.drop(PARTITION);

    assertThat(stored()).isZero();
  }

  private long stored() {
    return store.getMapNames().stream().mapToLong(name -> store.openMap(name).sizeAsLong()).sum();
  }

  private static List<Write> writes(int batch, Instant now) {
    return IntStream.range(0, 10)
        .mapToObj(
            i ->
                Write.create(PARTITION.key(batch + "." + i), "content")
                    .at(now)
                    .expiring(now.plusSeconds(100)))
        .toList();
  }
}
