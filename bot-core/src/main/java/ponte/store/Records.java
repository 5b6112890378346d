package ponte.store;

import java.util.List;
import java.util.Optional;
import ponte.conversation.TimeSpan;

/**
 * Versioned documents, each replaced only by a writer who knows its latest version.
 *
 * <p>What a method wrote is durable when it returns. An expired document is gone for every method
 * from the very moment of its expiry. No feature talks keys: each keeps its documents behind a noun
 * of its own.
 */
public interface Records {

  Optional<Document> find(Key key);

  /**
   * The documents of a partition in order of id.
   *
   * @param after only ids that sort after this one; empty: from the first
   * @param limit most documents to return, at least 1
   */
  List<Document> list(Partition partition, String after, int limit);

  /** The documents of a partition whose time lies in a span, oldest first, then by id. */
  List<Document> between(Partition partition, TimeSpan span, int limit);

  /**
   * Writes a document if its stored version is the expected one.
   *
   * @return false, and nothing is written, where another version is stored
   */
  boolean write(Write write);

  /**
   * Writes several documents of one partition, all or none, durable together.
   *
   * @throws IllegalArgumentException if the partitions differ or a key comes twice
   */
  boolean writeAll(List<Write> writes);

  /** Removes a document if its stored version is the expected one. */
  boolean remove(Key key, long expected);

  /** Removes a partition with everything in it. */
  void drop(Partition partition);
}
