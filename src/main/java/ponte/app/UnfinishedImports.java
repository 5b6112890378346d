package ponte.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * The imports under way, noted before their first message is taken in and struck out after their
 * last step: whatever stands here at a start was broken off.
 */
final class UnfinishedImports {

  private static final Partition BEGUN = new Partition("import", "begun");

  /** More than can ever be broken off before somebody looks at the console. */
  private static final int MOST = 1_000;

  private final Records records;

  UnfinishedImports(Records records) {
    this.records = records;
  }

  /** Notes the demo, unless it was begun before. */
  Begun.Demo beginDemo(Instant now) {
    begin(new Begun.Demo(now));
    return demo().orElseThrow();
  }

  /** The demo, where it was begun. */
  Optional<Begun.Demo> demo() {
    return all().stream()
        .filter(Begun.Demo.class::isInstance)
        .map(Begun.Demo.class::cast)
        .findFirst();
  }

  /** Notes an import; one that was begun before stays as it was. */
  void begin(Begun begun) {
    records.write(Write.create(key(begun), Codec.write(begun)));
  }

  void end(Begun begun) {
    records.find(key(begun)).ifPresent(this::remove);
  }

  /** All of them, each in its place in the order of their names. */
  List<Begun> all() {
    return records.list(BEGUN, "", MOST).stream()
        .map(note -> Codec.read(note.content(), Begun.class))
        .toList();
  }

  private void remove(Document note) {
    records.remove(note.key(), note.version());
  }

  private static Key key(Begun begun) {
    return BEGUN.key(
        switch (begun) {
          case Begun.Demo _ -> "demo";
          case Begun.Export export -> "export " + export.path();
          case Begun.Upload upload -> "upload " + upload.path();
        });
  }
}
