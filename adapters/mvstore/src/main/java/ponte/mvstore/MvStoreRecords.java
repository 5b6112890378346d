package ponte.mvstore;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import ponte.conversation.TimeSpan;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** The records of a state file. */
final class MvStoreRecords implements Records {

  private final Documents documents;
  private final GroupCommit commits;
  private final Clock clock;

  MvStoreRecords(Documents documents, GroupCommit commits, Clock clock) {
    this.documents = documents;
    this.commits = commits;
    this.clock = clock;
  }

  @Override
  public Optional<Document> find(Key key) {
    var now = clock.instant();
    return commits.read(() -> documents.find(key, now));
  }

  @Override
  public List<Document> list(Partition partition, String after, int limit) {
    requireLimit(limit);
    var now = clock.instant();
    return commits.read(() -> documents.list(partition, after, limit, now));
  }

  @Override
  public List<Document> between(Partition partition, TimeSpan span, int limit) {
    requireLimit(limit);
    var now = clock.instant();
    return commits.read(() -> documents.between(partition, span, limit, now));
  }

  @Override
  public boolean write(Write write) {
    return writeAll(List.of(write));
  }

  @Override
  public boolean writeAll(List<Write> writes) {
    var keys = new HashSet<Key>();
    for (var write : writes) {
      if (!write.key().partition().equals(writes.getFirst().key().partition())) {
        throw new IllegalArgumentException(
            "writes to " + writes.getFirst().key().partition() + " and " + write.key().partition());
      }
      if (!keys.add(write.key())) {
        throw new IllegalArgumentException(write.key() + " is written twice");
      }
    }
    var unchanging = List.copyOf(writes);
    var now = clock.instant();
    return commits.change(() -> documents.writeAll(unchanging, now));
  }

  @Override
  public boolean remove(Key key, long expected) {
    var now = clock.instant();
    return commits.change(() -> documents.remove(key, expected, now));
  }

  @Override
  public void drop(Partition partition) {
    commits.change(
        () -> {
          documents.drop(partition);
          return true;
        });
  }

  private static void requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + ", must be 1 or more");
    }
  }
}
