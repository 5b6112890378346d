package ponte.store;

import java.util.List;
import java.util.stream.Stream;

/**
 * Records and a queue that lie in one place.
 *
 * <p>To move from one store to another, {@link #everything} of the first is {@link #load}ed into
 * the second, part by part and in its order, while nobody works with either.
 */
public interface State extends AutoCloseable {

  Records records();

  Queue queue();

  /**
   * All that is in it, little by little: the documents, and of each topic the known keys, then the
   * entries in the order of their adding, then the dead letters in the order of their burial. What
   * is changed meanwhile may be in it or not.
   *
   * @return to be closed
   * @throws StoreUnavailableException here or while it is read, where the store cannot be read
   */
  Stream<Stored> everything();

  /**
   * Takes in a part of what another state held: as it was there, in the order given, entries after
   * those that are there already. What is here under its key, be it a document, an entry or a dead
   * letter, stays as it is, so that a part whose loading was broken off can be loaded again.
   *
   * <p>The part is durable when this returns; it may be loaded in part where it throws.
   */
  void load(List<Stored> part);

  /** Ends it; whoever waits for the queue, and every later call, is refused. */
  @Override
  void close();
}
