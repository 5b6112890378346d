package ponte.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;
import ponte.store.Write;

/** Writes one document after the other, whatever happens, and knows which were acknowledged. */
final class Failover {

  private final Records records;
  private final List<Partition> partitions;
  private final Set<String> acknowledged = new HashSet<>();
  private int written;

  /**
   * @param spread over how many partitions
   */
  Failover(Records records, int spread) {
    this.records = records;
    this.partitions = new ArrayList<>();
    for (var i = 0; i < spread; i++) {
      partitions.add(new Partition("kind", "owner " + i));
    }
  }

  /** Writes so many documents and returns how many were refused. */
  int write(int count) {
    var refused = 0;
    for (var i = 0; i < count; i++) {
      var partition = partitions.get(written % partitions.size());
      var id = "id " + written++;
      try {
        if (records.write(Write.create(partition.key(id), id))) {
          acknowledged.add(id);
        }
      } catch (StoreUnavailableException e) {
        refused++;
      }
    }
    return refused;
  }

  /** Writes to every partition until all are acknowledged again. */
  void writeUntilWell() {
    Eventually.until("every write is acknowledged", () -> write(partitions.size()) == 0);
  }

  void assertNothingLost() {
    var found = new HashSet<String>();
    for (var partition : partitions) {
      records
          .list(partition, "", Integer.MAX_VALUE)
          .forEach(document -> found.add(document.content()));
    }
    assertThat(found).containsAll(acknowledged);
  }
}
