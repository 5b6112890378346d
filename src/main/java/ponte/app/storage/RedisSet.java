package ponte.app.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.redis.RedisSettings;
import ponte.redis.RedisSettings.Login;
import ponte.redis.RedisSettings.Node;
import ponte.redis.RedisSettings.Tls;
import ponte.redis.RedisSettings.Topology;

/** What the properties mean to the adapter. */
final class RedisSet {

  private RedisSet() {}

  /**
   * @throws RedisNotSetException if one is missing, cannot be understood, or two are at odds
   */
  static RedisSettings of(RedisProperties set) {
    if (!set.prefix().matches("[A-Za-z0-9._-]{1,64}")) {
      throw new RedisNotSetException("bad-prefix", set.prefix());
    }
    return new RedisSettings(
        topology(set),
        login(set.user(), set.password(), "password"),
        tls(set),
        set.prefix(),
        set.connectTimeout(),
        set.timeout(),
        set.synchronousReplicas());
  }

  private static Topology topology(RedisProperties set) {
    var nodes = nodes(set);
    if (set.topology() != RedisProperties.Topology.SENTINEL
        && (set.master() != null || set.sentinelPassword() != null)) {
      throw new RedisNotSetException("no-sentinels", set.topology().name().toLowerCase());
    }
    return switch (set.topology()) {
      case SINGLE -> {
        if (nodes.size() > 1) {
          throw new RedisNotSetException("several-nodes", String.join(",", set.nodes()));
        }
        yield new Topology.Single(nodes.iterator().next());
      }
      case SENTINEL -> {
        var master = set.master();
        if (master == null || master.isBlank()) {
          throw new RedisNotSetException("no-master", "");
        }
        yield new Topology.Sentinel(
            master, nodes, login(set.sentinelUser(), set.sentinelPassword(), "sentinel-password"));
      }
      case CLUSTER -> new Topology.Cluster(nodes);
    };
  }

  private static Set<Node> nodes(RedisProperties set) {
    for (var node : set.nodes()) {
      try {
        Node.parse(node);
      } catch (IllegalArgumentException e) {
        throw new RedisNotSetException("bad-node", node);
      }
    }
    if (set.nodes().isEmpty()) {
      throw new RedisNotSetException("bad-node", "");
    }
    return Node.parse(set.nodes());
  }

  private static @Nullable Login login(
      @Nullable String user, @Nullable Secret password, String setting) {
    if (password == null && user != null) {
      throw new RedisNotSetException("no-password", setting);
    }
    return password == null ? null : new Login(user, password.value());
  }

  private static @Nullable Tls tls(RedisProperties set) {
    var authorities = set.caFile();
    if (authorities == null) {
      return set.tls() ? new Tls(null) : null;
    }
    if (!set.tls()) {
      throw new RedisNotSetException("no-tls", authorities.toString());
    }
    return new Tls(readable(authorities));
  }

  private static Path readable(Path authorities) {
    if (!Files.isReadable(authorities)) {
      throw new RedisNotSetException("no-ca-file", authorities.toString());
    }
    return authorities;
  }
}
