package ponte.store;

import java.util.List;
import java.util.Optional;
import ponte.conversation.TimeSpan;

/** Tells the watch of every call. */
record WatchedRecords(Records records, WatchedState watch) implements Records {

  @Override
  public Optional<Document> find(Key key) {
    return watch.watched(() -> records.find(key));
  }

  @Override
  public List<Document> list(Partition partition, String after, int limit) {
    return watch.watched(() -> records.list(partition, after, limit));
  }

  @Override
  public List<Document> between(Partition partition, TimeSpan span, int limit) {
    return watch.watched(() -> records.between(partition, span, limit));
  }

  @Override
  public boolean write(Write write) {
    return watch.watched(() -> records.write(write));
  }

  @Override
  public boolean writeAll(List<Write> writes) {
    return watch.watched(() -> records.writeAll(writes));
  }

  @Override
  public boolean remove(Key key, long expected) {
    return watch.watched(() -> records.remove(key, expected));
  }

  @Override
  public void drop(Partition partition) {
    watch.watched(
        () -> {
          records.drop(partition);
          return partition;
        });
  }
}
