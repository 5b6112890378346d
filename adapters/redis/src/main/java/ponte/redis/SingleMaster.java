package ponte.redis;

import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.HostAndPort;

/** One server. */
final class SingleMaster implements Masters {

  private final HostAndPort node;
  private final ConnectionPool pool;

  SingleMaster(HostAndPort node, Connecting connecting) {
    this.node = node;
    pool = connecting.pool(node);
  }

  @Override
  public Connection of(int slot) {
    return pool.getResource();
  }

  @Override
  public Connection at(HostAndPort other) {
    return pool.getResource();
  }

  @Override
  public HostAndPort where(int slot) {
    return node;
  }

  @Override
  public boolean areFound() {
    return true;
  }

  @Override
  public void forgetIdle() {
    pool.clear();
  }

  @Override
  public void lookAgain() {}

  @Override
  public void close() {
    pool.close();
  }
}
