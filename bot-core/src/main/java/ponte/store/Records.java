package ponte.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ponte.conversation.TimeSpan;

/**
 * Versioned documents, each replaced only by a writer who knows its latest version.
 *
 * <p>What a method wrote is durable when it returns. An expired document is gone for every method
 * from the very moment of its expiry: it is not found, its id is free, and the next document of
 * that id is a new one. No feature talks keys: each keeps its documents behind a noun of its own.
 *
 * <p>Every method throws {@link StoreUnavailableException} where the store cannot be read or
 * written, and {@link IllegalArgumentException} for a limit below 1.
 */
public interface Records {

  Optional<Document> find(Key key);

  /**
   * The documents of a partition in order of id, code point by code point.
   *
   * @param after only ids that sort after this one, whether or not it exists; empty: from the first
   * @param limit most documents to return, at least 1
   */
  List<Document> list(Partition partition, String after, int limit);

  /** So many documents are in memory at once where all of a partition are gone through. */
  int READ_AT_ONCE = 500;

  /** Goes through all documents of a partition, in order of id. */
  default void each(Partition partition, Consumer<Document> taker) {
    each(partition, "", taker);
  }

  /**
   * Goes through all documents of a partition whose ids begin with a prefix and go on, in order of
   * id. What is written meanwhile may be among them or not.
   */
  default void each(Partition partition, String prefix, Consumer<Document> taker) {
    var after = prefix;
    List<Document> page;
    do {
      page = list(partition, after, READ_AT_ONCE);
      for (var document : page) {
        after = document.key().id();
        if (!after.startsWith(prefix)) {
          return;
        }
        taker.accept(document);
      }
    } while (page.size() == READ_AT_ONCE);
  }

  /**
   * The documents of a partition whose time lies in a span, oldest first, then by id as in {@link
   * #list}; those without a time never.
   *
   * @param limit most documents to return, at least 1: the oldest of them
   */
  List<Document> between(Partition partition, TimeSpan span, int limit);

  /**
   * Writes a document if its stored version is the expected one. Of writers who expect the same
   * version one succeeds.
   *
   * @return false, and nothing is written, where another version is stored
   */
  boolean write(Write write);

  /**
   * Writes several documents of one partition, all or none, durable together, and never seen half
   * written by {@link #list}. None at all is a success.
   *
   * @return false, and nothing is written, where one of them has another version stored
   * @throws IllegalArgumentException if the partitions differ or a key comes twice
   */
  boolean writeAll(List<Write> writes);

  /**
   * Removes a document if its stored version is the expected one; its id is free then.
   *
   * @return false, and nothing is removed, where there is no document or another version of it
   */
  boolean remove(Key key, long expected);

  /**
   * Changes what is stored in the form of a type, whoever else changes it meanwhile, and gives it
   * as it is then; empty where there is nothing. What does not change is not written.
   *
   * @param change may be asked several times
   */
  default <T> Optional<T> change(Key key, Class<T> type, UnaryOperator<T> change) {
    while (true) {
      var old = find(key);
      if (old.isEmpty()) {
        return Optional.empty();
      }
      var before = Codec.read(old.get().content(), type);
      var after = change.apply(before);
      if (after.equals(before) || write(Write.replace(old.get(), Codec.write(after)))) {
        return Optional.of(after);
      }
    }
  }

  /**
   * Changes what is stored in the form of a type, whoever else changes it meanwhile. What does not
   * change is not written.
   *
   * @param none stands for no document: what becomes equal to it is removed
   * @param change may be asked several times
   */
  default <T> void change(Key key, Class<T> type, T none, UnaryOperator<T> change) {
    while (true) {
      var old = find(key);
      var before = old.map(document -> Codec.read(document.content(), type)).orElse(none);
      var after = change.apply(before);
      if (after.equals(before) || replaced(key, old, after.equals(none) ? null : after)) {
        return;
      }
    }
  }

  private boolean replaced(Key key, Optional<Document> old, @Nullable Object after) {
    if (after == null) {
      return old.isEmpty() || remove(key, old.get().version());
    }
    var content = Codec.write(after);
    return write(
        old.map(document -> Write.replace(document, content))
            .orElseGet(() -> Write.create(key, content)));
  }

  /** Removes a document, whoever changes it meanwhile; without one, nothing happens. */
  default void remove(Key key) {
    while (true) {
      var document = find(key);
      if (document.isEmpty() || remove(key, document.get().version())) {
        return;
      }
    }
  }

  /** Removes a partition with everything in it. */
  void drop(Partition partition);
}
