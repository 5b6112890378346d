package ponte.mvstore;

import java.time.Instant;
import java.util.Comparator;
import ponte.store.Key;
import ponte.store.Partition;

/** The place of a document among all documents: those of a partition lie together, by id. */
record DocumentKey(String kind, String owner, String id) {

  static final Comparator<DocumentKey> ORDER =
      Comparator.comparing(DocumentKey::kind)
          .thenComparing(DocumentKey::owner)
          .thenComparing(DocumentKey::id, DocumentKey::compareCodePoints);

  static final Form<DocumentKey> FORM =
      Form.ofKey(
          DocumentKey[]::new,
          ORDER,
          DocumentKey::memory,
          (to, key) -> {
            Form.putText(to, key.kind);
            Form.putText(to, key.owner);
            Form.putText(to, key.id);
          },
          from -> new DocumentKey(Form.text(from), Form.text(from), Form.text(from)));

  static DocumentKey of(Key key) {
    return first(key.partition(), key.id());
  }

  /** Where the ids of a partition begin that are not before this one. */
  static DocumentKey first(Partition partition, String id) {
    return new DocumentKey(partition.kind(), partition.owner(), id);
  }

  boolean isIn(Partition partition) {
    return kind.equals(partition.kind()) && owner.equals(partition.owner());
  }

  /** The name of the document. */
  Key key() {
    return new Partition(kind, owner).key(id);
  }

  int memory() {
    return 32 + Form.memoryOf(kind) + Form.memoryOf(owner) + Form.memoryOf(id);
  }

  /** Strings compare by UTF-16 units, which puts surrogates before U+E000 to U+FFFF. */
  private static int compareCodePoints(String one, String other) {
    var length = Math.min(one.length(), other.length());
    for (var i = 0; i < length; i++) {
      var a = one.charAt(i);
      var b = other.charAt(i);
      if (a != b) {
        return Integer.compare(rank(a), rank(b));
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
  }

  /** The place of a document in the index of time of its partition. */
  record Timed(String kind, String owner, Instant at, String id) {

    static final Form<Timed> FORM =
        Form.ofKey(
            Timed[]::new,
            Comparator.comparing(Timed::kind)
                .thenComparing(Timed::owner)
                .thenComparing(Timed::at)
                .thenComparing(Timed::id, DocumentKey::compareCodePoints),
            timed -> 40 + timed.key().memory(),
            (to, timed) -> {
              Form.putText(to, timed.kind);
              Form.putText(to, timed.owner);
              Form.putMoment(to, timed.at);
              Form.putText(to, timed.id);
            },
            from ->
                new Timed(Form.text(from), Form.text(from), Form.moment(from), Form.text(from)));

    static Timed of(DocumentKey key, Instant at) {
      return new Timed(key.kind, key.owner, at, key.id);
    }

    DocumentKey key() {
      return new DocumentKey(kind, owner, id);
    }

    boolean isIn(Partition partition) {
      return kind.equals(partition.kind()) && owner.equals(partition.owner());
    }
  }

  /** The place of a document in the index of what expires. */
  record Expiring(Instant expires, DocumentKey key) {

    static final Form<Expiring> FORM =
        Form.ofKey(
            Expiring[]::new,
            Comparator.comparing(Expiring::expires).thenComparing(Expiring::key, ORDER),
            expiring -> 48 + expiring.key.memory(),
            (to, expiring) -> {
              Form.putMoment(to, expiring.expires);
              DocumentKey.FORM.write(to, expiring.key);
            },
            from -> new Expiring(Form.moment(from), DocumentKey.FORM.read(from)));
  }
}
