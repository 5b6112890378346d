package ponte.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The master that Sentinels name.
 *
 * <p>They are asked when the master fails or has become a replica, instead of listening to them all
 * the time as Jedis' own client does: that needs a thread and a connection for each, which log
 * whenever one is away.
 */
final class SentinelMaster implements Masters {

  private final String name;
  private final Set<HostAndPort> sentinels;
  private final JedisClientConfig toSentinels;
  private final Connecting connecting;

  private @Nullable HostAndPort node;
  private @Nullable ConnectionPool pool;
  private boolean closed;

  SentinelMaster(
      String name,
      Set<HostAndPort> sentinels,
      JedisClientConfig toSentinels,
      Connecting connecting) {
    this.name = name;
    this.sentinels = sentinels;
    this.toSentinels = toSentinels;
    this.connecting = connecting;
  }

  @Override
  public Connection of(int slot) {
    return known().getResource();
  }

  @Override
  public Connection at(HostAndPort other) {
    return of(0);
  }

  @Override
  public synchronized HostAndPort where(int slot) {
    if (node == null) {
      throw unknown();
    }
    return node;
  }

  @Override
  public synchronized boolean areFound() {
    return node != null;
  }

  @Override
  public synchronized void forgetIdle() {
    if (pool != null) {
      pool.clear();
    }
  }

  @Override
  public void lookAgain() {
    use(ask());
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (pool != null) {
      pool.close();
    }
  }

  private synchronized ConnectionPool known() {
    if (pool == null) {
      throw unknown();
    }
    return pool;
  }

  private JedisConnectionException unknown() {
    return new JedisConnectionException("no Sentinel has named the master " + name);
  }

  private synchronized void use(HostAndPort master) {
    if (closed || master.equals(node)) {
      return;
    }
    if (pool != null) {
      pool.close();
    }
    node = master;
    pool = connecting.pool(master);
  }

  private HostAndPort ask() {
    var trouble = new JedisConnectionException("no Sentinel names the master " + name);
    for (var sentinel : sentinels) {
      try (var connection = new Connection(sentinel, toSentinels)) {
        connection.sendCommand(
            new CommandArguments(Protocol.Command.SENTINEL)
                .add("GET-MASTER-ADDR-BY-NAME")
                .add(name));
        if (connection.getOne() instanceof List<?> answer
            && answer.getFirst() instanceof byte[] host
            && answer.getLast() instanceof byte[] port) {
          return new HostAndPort(text(host), Integer.parseInt(text(port)));
        }
      } catch (JedisException e) {
        trouble.addSuppressed(e);
      }
    }
    throw trouble;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
