package ponte.mvstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import ponte.conversation.TimeSpan;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Stored;
import ponte.store.Write;

/** The documents with their indexes of time and of expiry; for the thread of the store alone. */
final class Documents {

  private final MVMap<DocumentKey, Body> documents;
  private final MVMap<DocumentKey.Timed, Boolean> times;
  private final MVMap<DocumentKey.Expiring, Boolean> expiries;

  Documents(MVStore store) {
    documents =
        store.openMap(
            "records.documents",
            new MVMap.Builder<DocumentKey, Body>().keyType(DocumentKey.FORM).valueType(Body.FORM));
    times =
        store.openMap(
            "records.times",
            new MVMap.Builder<DocumentKey.Timed, Boolean>()
                .keyType(DocumentKey.Timed.FORM)
                .valueType(Form.NOTHING));
    expiries =
        store.openMap(
            "records.expiries",
            new MVMap.Builder<DocumentKey.Expiring, Boolean>()
                .keyType(DocumentKey.Expiring.FORM)
                .valueType(Form.NOTHING));
  }

  Optional<Document> find(Key key, Instant now) {
    var stored = documents.get(DocumentKey.of(key));
    return stored == null || stored.hasExpired(now)
        ? Optional.empty()
        : Optional.of(stored.document(key));
  }

  List<Document> list(Partition partition, String after, int limit, Instant now) {
    var found = new ArrayList<Document>();
    var cursor = documents.cursor(DocumentKey.first(partition, after));
    while (found.size() < limit && cursor.hasNext()) {
      var key = cursor.next();
      if (!key.isIn(partition)) {
        break;
      }
      if (!key.id().equals(after) && !cursor.getValue().hasExpired(now)) {
        found.add(cursor.getValue().document(partition.key(key.id())));
      }
    }
    return List.copyOf(found);
  }

  List<Document> between(Partition partition, TimeSpan span, int limit, Instant now) {
    var found = new ArrayList<Document>();
    var cursor = times.cursor(DocumentKey.Timed.of(DocumentKey.first(partition, ""), span.from()));
    while (found.size() < limit && cursor.hasNext()) {
      var timed = cursor.next();
      if (!timed.isIn(partition) || !span.contains(timed.at())) {
        break;
      }
      find(partition.key(timed.id()), now).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  boolean writeAll(List<Write> writes, Instant now) {
    for (var write : writes) {
      if (version(write.key(), now) != write.expected()) {
        return false;
      }
    }
    for (var write : writes) {
      put(
          DocumentKey.of(write.key()),
          new Body(write.content(), write.expected() + 1, write.at(), write.expires()));
    }
    sweep(2 * writes.size(), now);
    return true;
  }

  boolean remove(Key key, long expected, Instant now) {
    if (expected == 0 || version(key, now) != expected) {
      return false;
    }
    forget(DocumentKey.of(key));
    return true;
  }

  void drop(Partition partition) {
    var cursor = documents.cursor(DocumentKey.first(partition, ""));
    while (cursor.hasNext()) {
      var key = cursor.next();
      if (!key.isIn(partition)) {
        break;
      }
      forget(key);
    }
  }

  /** Removes expired documents, the longest expired first. True: so many were found. */
  boolean sweep(int atMost, Instant now) {
    for (var swept = 0; swept < atMost; swept++) {
      var first = expiries.firstKey();
      if (first == null || now.isBefore(first.expires())) {
        return false;
      }
      forget(first.key());
    }
    return true;
  }

  /** All documents. */
  Pages<DocumentKey, Body> everything(Instant now) {
    return new Pages<>(
        documents,
        null,
        (key, body) ->
            body.hasExpired(now)
                ? Optional.empty()
                : Optional.of(new Stored.Kept(body.document(key.key()))));
  }

  /** Takes over a document from another store, unless there is one. */
  void load(Document document, Instant now) {
    if (find(document.key(), now).isEmpty()) {
      put(
          DocumentKey.of(document.key()),
          new Body(document.content(), document.version(), document.at(), document.expires()));
    }
  }

  private void put(DocumentKey key, Body body) {
    forget(key);
    documents.put(key, body);
    if (body.at != null) {
      times.put(DocumentKey.Timed.of(key, body.at), true);
    }
    if (body.expires != null) {
      expiries.put(new DocumentKey.Expiring(body.expires, key), true);
    }
  }

  private long version(Key key, Instant now) {
    return find(key, now).map(Document::version).orElse(0L);
  }

  private void forget(DocumentKey key) {
    var old = documents.remove(key);
    if (old != null && old.at != null) {
      times.remove(DocumentKey.Timed.of(key, old.at));
    }
    if (old != null && old.expires != null) {
      expiries.remove(new DocumentKey.Expiring(old.expires, key));
    }
  }

  /** What is stored of a document beside its key. */
  record Body(String content, long version, @Nullable Instant at, @Nullable Instant expires) {

    static final Form<Body> FORM =
        Form.ofValue(
            Body[]::new,
            stored -> 120 + Form.memoryOf(stored.content),
            (to, stored) -> {
              Form.putText(to, stored.content);
              to.putVarLong(stored.version);
              Form.putMaybeMoment(to, stored.at);
              Form.putMaybeMoment(to, stored.expires);
            },
            from ->
                new Body(
                    Form.text(from),
                    DataUtils.readVarLong(from),
                    Form.maybeMoment(from),
                    Form.maybeMoment(from)));

    boolean hasExpired(Instant now) {
      return expires != null && !now.isBefore(expires);
    }

    Document document(Key key) {
      return new Document(key, content, version, at, expires);
    }
  }
}
