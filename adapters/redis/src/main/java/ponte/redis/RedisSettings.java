package ponte.redis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is, and what Ponte asks of it.
 *
 * @param topology one server, Sentinels or a cluster
 * @param login null: Redis asks for none
 * @param tls null: connections are not encrypted
 * @param prefix begins every key and channel, 1 to 64 letters, digits, dots, dashes and
 *     underscores; other things may lie in the same Redis under other prefixes
 * @param connecting longest time to wait for a connection, 10 milliseconds to 1 minute
 * @param answering longest time to wait for an answer, 10 milliseconds to 1 minute
 * @param synchronousReplicas how many replicas must have a change before it counts, 0 to 9; where
 *     fewer acknowledge it in time, the change is refused, although it may be kept
 */
public record RedisSettings(
    Topology topology,
    @Nullable Login login,
    @Nullable Tls tls,
    String prefix,
    Duration connecting,
    Duration answering,
    int synchronousReplicas) {

  public static final String DEFAULT_PREFIX = "ponte";
  public static final Duration DEFAULT_CONNECTING = Duration.ofSeconds(2);
  public static final Duration DEFAULT_ANSWERING = Duration.ofSeconds(3);

  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  public RedisSettings {
    if (!prefix.matches("[A-Za-z0-9._-]{1,64}")) {
      throw new IllegalArgumentException(
          "prefix is '%s', must be 1 to 64 letters, digits, dots, dashes and underscores"
              .formatted(prefix));
    }
    requireTime("time for connecting", connecting);
    requireTime("time for answering", answering);
    if (synchronousReplicas < 0 || synchronousReplicas > 9) {
      throw new IllegalArgumentException(
          "synchronous replicas are " + synchronousReplicas + ", must be 0 to 9");
    }
  }

  /** Redis of a topology without login and encryption, everything else at its default. */
  public static RedisSettings of(Topology topology) {
    return new RedisSettings(
        topology, null, null, DEFAULT_PREFIX, DEFAULT_CONNECTING, DEFAULT_ANSWERING, 0);
  }

  public RedisSettings withPrefix(String other) {
    return new RedisSettings(
        topology, login, tls, other, connecting, answering, synchronousReplicas);
  }

  public RedisSettings withTimes(Duration forConnecting, Duration forAnswering) {
    return new RedisSettings(
        topology, login, tls, prefix, forConnecting, forAnswering, synchronousReplicas);
  }

  public RedisSettings withSynchronousReplicas(int count) {
    return new RedisSettings(topology, login, tls, prefix, connecting, answering, count);
  }

  /** How the servers stand together. */
  public sealed interface Topology {

    /** One server. */
    record Single(Node node) implements Topology {}

    /**
     * A master that Sentinels watch.
     *
     * @param name of the master, as the Sentinels know it
     * @param sentinels some of them, at least one
     * @param login what the Sentinels ask for; null: nothing
     */
    record Sentinel(String name, Set<Node> sentinels, @Nullable Login login) implements Topology {

      public Sentinel {
        if (name.isBlank()) {
          throw new IllegalArgumentException("name of the master is blank");
        }
        sentinels = atLeastOne("sentinels", sentinels);
      }
    }

    /**
     * A Redis Cluster.
     *
     * @param nodes some of them, at least one; the others are found
     */
    record Cluster(Set<Node> nodes) implements Topology {

      public Cluster {
        nodes = atLeastOne("cluster nodes", nodes);
      }
    }

    private static Set<Node> atLeastOne(String what, Set<Node> nodes) {
      if (nodes.isEmpty()) {
        throw new IllegalArgumentException("there are no " + what);
      }
      return Set.copyOf(new LinkedHashSet<>(nodes));
    }
  }

  /** A server's host name or address, and its port. */
  public record Node(String host, int port) {

    public Node {
      if (host.isBlank() || port < 1 || port > 65_535) {
        throw new IllegalArgumentException(
            "node is '" + host + "' port " + port + ", must be a host and a port of 1 to 65535");
      }
    }

    /** Reads {@code host:port}; an IPv6 address may stand in brackets. */
    public static Node parse(String text) {
      var colon = text.lastIndexOf(':');
      if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
        throw new IllegalArgumentException("node is '" + text + "', must be host:port");
      }
      var host = text.substring(0, colon).trim().replaceAll("^\\[(.*)]$", "$1");
      return new Node(host, Integer.parseInt(text.substring(colon + 1)));
    }

    /** Reads several. */
    public static Set<Node> parse(List<String> texts) {
      var nodes = new LinkedHashSet<Node>();
      texts.forEach(text -> nodes.add(parse(text)));
      return nodes;
    }

    @Override
    public String toString() {
      return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
  }

  /**
   * Who Ponte is to Redis.
   *
   * @param user of Redis' access control list; null: the default user
   */
  public record Login(@Nullable String user, String password) {

    public Login {
      if (password.isEmpty()) {
        throw new IllegalArgumentException("password of Redis is empty");
      }
    }

    @Override
    public String toString() {
      return (user == null ? "default" : user) + " ***";
    }
  }

  /**
   * Encrypted connections; the certificate must be of the host that is called.
   *
   * @param authorities a file of certificates in PEM whose signature is trusted; null: those that
   *     Java trusts
   */
  public record Tls(@Nullable Path authorities) {}

  private static void requireTime(String what, Duration time) {
    if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          what + " is " + time + ", must be " + SHORTEST + " to " + LONGEST);
    }
  }
}
