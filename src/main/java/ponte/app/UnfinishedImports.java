package ponte.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ponte.app.storage.ReplicaName;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * The imports under way on one replica, noted before their first message is taken in and struck out
 * after their last step: whatever stands here at a start was broken off.
 */
final class UnfinishedImports {

  /** Whoever loads the demo loads the same: its note is everybody's. */
  private static final Key DEMO = new Partition("import", "demo").key("demo");

  /** More than can ever be broken off before somebody looks at the console. */
  private static final int MOST = 1_000;

  private final Records records;
  private final Partition exports;

  /**
   * @param replica whose exports: they lie where no other has them
   */
  UnfinishedImports(Records records, ReplicaName replica) {
    this.records = records;
    this.exports = new Partition("import", replica.value());
  }

  /** Notes the demo, unless it was begun before. */
  Begun.Demo beginDemo(Instant now) {
    begin(new Begun.Demo(now));
    return demo().orElseThrow();
  }

  /** The demo, where it was begun. */
  Optional<Begun.Demo> demo() {
    return records
        .find(DEMO)
        .map(note -> Codec.read(note.content(), Begun.class))
        .filter(Begun.Demo.class::isInstance)
        .map(Begun.Demo.class::cast);
  }

  /** Notes an import; one that was begun before stays as it was. */
  void begin(Begun begun) {
    records.write(Write.create(key(begun), Codec.write(begun)));
  }

  void end(Begun begun) {
    records.find(key(begun)).ifPresent(this::remove);
  }

  /** The exports, each in its place in the order of their names. */
  List<Begun> exports() {
    return records.list(exports, "", MOST).stream()
        .map(note -> Codec.read(note.content(), Begun.class))
        .toList();
  }

  private void remove(Document note) {
    records.remove(note.key(), note.version());
  }

  private Key key(Begun begun) {
    return switch (begun) {
      case Begun.Demo _ -> DEMO;
      case Begun.Export export -> exports.key("export " + export.path());
      case Begun.Upload upload -> exports.key("upload " + upload.path());
    };
  }
}
