package ponte.store;

/** Records and a queue that lie in one place. */
public interface State extends AutoCloseable {

  Records records();

  Queue queue();

  /** Ends it; whoever waits for the queue, and every later call, is refused. */
  @Override
  void close();
}
