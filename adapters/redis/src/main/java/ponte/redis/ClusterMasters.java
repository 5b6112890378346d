package ponte.redis;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.util.Pool;

/** The masters of a Redis Cluster, found by Jedis when one of its nodes first answers. */
final class ClusterMasters implements Masters {

  private final Set<HostAndPort> nodes;
  private final Connecting connecting;

  private @Nullable ClusterConnectionProvider provider;
  private boolean closed;

  ClusterMasters(Set<HostAndPort> nodes, Connecting connecting) {
    this.nodes = nodes;
    this.connecting = connecting;
  }

  @Override
  public Connection of(int slot) {
    return found().getConnectionFromSlot(slot);
  }

  @Override
  public Connection at(HostAndPort node) {
    return found().getConnection(node);
  }

  @Override
  public HostAndPort where(int slot) {
    var node = found().getNode(slot);
    if (node == null) {
      throw new JedisConnectionException("no master of the cluster has slot " + slot);
    }
    return node;
  }

  @Override
  public boolean areFound() {
    return provider() != null;
  }

  @Override
  public void forgetIdle() {
    var found = provider();
    if (found != null) {
      found.getNodes().values().forEach(Pool::clear);
    }
  }

  @Override
  public void lookAgain() {
    var found = provider();
    if (found == null) {
      use(new ClusterConnectionProvider(nodes, connecting.config(), connecting.pools()));
    } else {
      found.renewSlotCache();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (provider != null) {
      provider.close();
    }
  }

  private synchronized @Nullable ClusterConnectionProvider provider() {
    return provider;
  }

  private ClusterConnectionProvider found() {
    var found = provider();
    if (found == null) {
      throw new JedisConnectionException("no node of the cluster has answered");
    }
    return found;
  }

  private synchronized void use(ClusterConnectionProvider other) {
    if (closed || provider != null) {
      other.close();
    } else {
      provider = other;
    }
  }
}
