package ponte.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ponte.app.storage.Presence;
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
 *
 * <p>Where replicas keep no directory, a replica that was begun again has another name, and what it
 * had begun lies nowhere any more. It is still told of: by whoever is there.
 */
final class UnfinishedImports {

  /** Whoever loads the demo loads the same: its note is everybody's. */
  private static final Key DEMO = new Partition("import", "demo").key("demo");

  /** The replicas that have begun exports. */
  private static final Partition IMPORTERS = new Partition("import", "replicas");

  /** More than can ever be broken off before somebody looks at the console. */
  private static final int MOST = 1_000;

  private final Records records;
  private final ReplicaName replica;
  private final Partition exports;

  /**
   * @param replica whose exports: they lie where no other has them
   */
  UnfinishedImports(Records records, ReplicaName replica) {
    this.records = records;
    this.replica = replica;
    this.exports = of(replica.value());
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

  private static Partition of(String replica) {
    return new Partition("import", replica);
  }

  /** Notes an import; one that was begun before stays as it was. */
  void begin(Begun begun) {
    if (!(begun instanceof Begun.Demo)) {
      // First of all: a note of a replica that nobody knows would never be found.
      records.write(Write.create(IMPORTERS.key(replica.value()), ""));
    }
    records.write(Write.create(key(begun), Codec.write(begun)));
  }

  void end(Begun begun) {
    records.find(key(begun)).ifPresent(this::remove);
  }

  /** The exports, each in its place in the order of their names. */
  List<Begun> exports() {
    return notes(exports).map(UnfinishedImports::read).toList();
  }

  /** The exports of replicas that are there no more: nobody goes on with them. */
  List<Begun> lost() {
    return gone().flatMap(gone -> notes(of(gone.key().id()))).map(UnfinishedImports::read).toList();
  }

  /** Strikes out what was lost of a workspace, because it is here as a whole. */
  void endLostOf(String workspace) {
    for (var gone : gone().toList()) {
      var notes = notes(of(gone.key().id())).toList();
      var whole = notes.stream().filter(note -> read(note).isOf(workspace)).toList();
      whole.forEach(this::remove);
      if (whole.size() == notes.size()) {
        remove(gone);
      }
    }
  }

  private Stream<Document> gone() {
    var there = Presence.names(records);
    return notes(IMPORTERS)
        .filter(importer -> !importer.key().id().equals(replica.value()))
        .filter(importer -> !there.contains(importer.key().id()));
  }

  private Stream<Document> notes(Partition partition) {
    return records.list(partition, "", MOST).stream();
  }

  private static Begun read(Document note) {
    return Codec.read(note.content(), Begun.class);
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
