package ponte.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.redis.RedisHealth.Persistence;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Looks how each master does, by a change such as all are and by what it tells of itself. */
final class Checkup {

  private final Masters masters;
  private final List<Bucket> buckets;
  private final int replicas;
  private final long replicaMillis;

  Checkup(Masters masters, String prefix, int replicas, long replicaMillis) {
    this.masters = masters;
    this.buckets = Bucket.all(prefix).toList();
    this.replicas = replicas;
    this.replicaMillis = replicaMillis;
  }

  /** Every master takes a change and enough replicas acknowledge it. */
  boolean isWell() {
    return look(false).writable();
  }

  /** Looks at everything. */
  RedisHealth health() {
    return look(true);
  }

  private RedisHealth look(boolean closely) {
    Map<HostAndPort, Bucket> found;
    try {
      found = onePerMaster();
    } catch (JedisException e) {
      return away(0, e);
    }
    var worst = new RedisHealth(true, true, Persistence.APPEND_ONLY, false, found.size(), 9, null);
    for (var master : found.entrySet()) {
      worst = worse(worst, look(master.getKey(), master.getValue(), found.size(), closely));
    }
    return worst;
  }

  private Map<HostAndPort, Bucket> onePerMaster() {
    var found = new LinkedHashMap<HostAndPort, Bucket>();
    for (var bucket : buckets) {
      found.putIfAbsent(masters.where(bucket.slot()), bucket);
    }
    return found;
  }

  private RedisHealth look(HostAndPort master, Bucket bucket, int count, boolean closely) {
    try (var connection = masters.of(bucket.slot())) {
      var trouble = new ArrayList<String>();
      var information = closely ? information(connection) : Map.<String, String>of();
      var slaves = Integer.parseInt(information.getOrDefault("connected_slaves", "0"));
      var acknowledged = acknowledged(connection, bucket, Math.max(replicas, slaves), trouble);
      var writable = trouble.isEmpty() && acknowledged >= replicas;
      if (trouble.isEmpty() && !writable) {
        trouble.add(acknowledged + " of " + replicas + " replicas acknowledge changes");
      }
      var evicting =
          closely
              && !information.getOrDefault("maxmemory_policy", "noeviction").equals("noeviction");
      if (evicting) {
        trouble.add("it may evict keys, maxmemory-policy must be noeviction");
      }
      var persistence = closely ? persistence(connection, information) : Persistence.UNKNOWN;
      if (persistence == Persistence.NONE) {
        trouble.add("it keeps nothing over a restart");
      }
      return new RedisHealth(
          true,
          writable,
          persistence,
          evicting,
          count,
          acknowledged,
          trouble.isEmpty() ? null : master + ": " + String.join("; ", trouble));
    } catch (JedisException e) {
      return away(count, e);
    }
  }

  private int acknowledged(Connection connection, Bucket bucket, int most, List<String> trouble) {
    connection.sendCommand(Command.SET, bucket.beat(), new byte[] {'1'});
    connection.sendCommand(new CommandArguments(Command.WAIT).add(most).add(replicaMillis));
    var answers = connection.getMany(2);
    for (var answer : answers) {
      if (answer instanceof JedisException refusal) {
        trouble.add(String.valueOf(refusal.getMessage()));
        return 0;
      }
    }
    return Reply.number(answers.getLast());
  }

  private static Map<String, String> information(Connection connection) {
    connection.sendCommand(Command.INFO);
    return new String(connection.getBinaryBulkReply(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.indexOf(':') > 0)
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.indexOf(':')),
                line -> line.substring(line.indexOf(':') + 1),
                (one, _) -> one));
  }

  /** Services that run Redis for others mostly refuse CONFIG. */
  private static Persistence persistence(Connection connection, Map<String, String> information) {
    if (information.getOrDefault("aof_enabled", "").equals("1")) {
      return Persistence.APPEND_ONLY;
    }
    try {
      connection.sendCommand(Command.CONFIG, "GET", "save");
      var setting = connection.getMultiBulkReply();
      return setting.size() < 2
          ? Persistence.UNKNOWN
          : setting.getLast().isBlank() ? Persistence.NONE : Persistence.SNAPSHOTS;
    } catch (JedisDataException e) {
      return Persistence.UNKNOWN;
    }
  }

  private static RedisHealth away(int masters, JedisException cause) {
    return new RedisHealth(
        false, false, Persistence.UNKNOWN, false, masters, 0, String.valueOf(cause.getMessage()));
  }

  private static RedisHealth worse(RedisHealth one, RedisHealth other) {
    return new RedisHealth(
        one.reachable() && other.reachable(),
        one.writable() && other.writable(),
        one.persistence().compareTo(other.persistence()) < 0
            ? one.persistence()
            : other.persistence(),
        one.evicting() || other.evicting(),
        other.masters(),
        Math.min(one.replicas(), other.replicas()),
        both(one.trouble(), other.trouble()));
  }

  private static @Nullable String both(@Nullable String one, @Nullable String other) {
    return one == null ? other : other == null ? one : one + "; " + other;
  }
}
