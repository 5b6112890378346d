package ponte.redis;

import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;

/**
 * The masters, wherever they are now. Connections are given back by closing them; every method
 * throws Jedis' exceptions.
 */
interface Masters extends AutoCloseable {

  /** A connection to the master that has a slot, as far as is known. */
  Connection of(int slot);

  /** A connection to a server that another one has named. */
  Connection at(HostAndPort node);

  /** Where the master is that has a slot, as far as is known. */
  HostAndPort where(int slot);

  /** The servers have been found once; {@link #lookAgain} finds them. */
  boolean areFound();

  /** Forgets connections that nobody uses, since one of them was found broken. */
  void forgetIdle();

  /** Asks the servers anew who is master; may take the time of several connections. */
  void lookAgain();

  @Override
  void close();
}
