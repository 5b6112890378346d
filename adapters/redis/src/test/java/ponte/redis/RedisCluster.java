package ponte.redis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ponte.redis.RedisSettings.Node;
import ponte.redis.RedisSettings.Topology;

/** A Redis Cluster of a test's own. */
public final class RedisCluster implements AutoCloseable {

  private static final int SLOTS = 16_384;
  private static final int BUS = 10_000;

  private static final List<String> SETTINGS =
      List.of(
          "--cluster-enabled",
          "yes",
          "--cluster-config-file",
          "nodes.conf",
          "--cluster-node-timeout",
          "2000",
          "--cluster-replica-validity-factor",
          "0");

  private final List<RedisServer> masters;
  private final List<RedisServer> replicas;
  private final Map<RedisServer, Cable> cables;

  private RedisCluster(List<RedisServer> servers, int masters, Map<RedisServer, Cable> cables) {
    this.masters = servers.subList(0, masters);
    this.replicas = servers.subList(masters, servers.size());
    this.cables = cables;
  }

  /** Starts a cluster and returns once it is in order. */
  public static RedisCluster start(int masters, int replicasOfEach) {
    var servers =
        Stream.generate(() -> RedisServer.start(_ -> SETTINGS))
            .limit((long) masters * (1 + replicasOfEach))
            .toList();
    var cluster = new RedisCluster(servers, masters, Map.of());
    cluster.form();
    return cluster;
  }

  /**
   * Starts a cluster whose clients and replicas reach each node through a {@link Cable} of its own;
   * the nodes themselves see each other in another way.
   */
  public static RedisCluster startBehindCables(int masters, int replicasOfEach) {
    var cables = new LinkedHashMap<RedisServer, Cable>();
    for (var i = 0; i < masters * (1 + replicasOfEach); i++) {
      var cable = Cable.to(0);
      var server = RedisServer.start(port -> announcing(port, cable));
      cable.leadTo(server.port());
      cables.put(server, cable);
    }
    var cluster = new RedisCluster(List.copyOf(cables.keySet()), masters, cables);
    cluster.form();
    return cluster;
  }

  /** How clients reach a server of a cluster behind cables. */
  public Cable cable(RedisServer server) {
    return Objects.requireNonNull(cables.get(server), "no cable");
  }

  /** Those that began as masters. */
  public List<RedisServer> masters() {
    return masters;
  }

  /** Those that began as replicas: the first of each master, then the second of each. */
  public List<RedisServer> replicas() {
    return replicas;
  }

  public List<RedisServer> servers() {
    return Stream.concat(masters.stream(), replicas.stream()).toList();
  }

  /** How to reach it. */
  public RedisSettings settings() {
    return RedisSettings.of(
        new Topology.Cluster(
            servers().stream()
                .map(server -> new Node("127.0.0.1", clientPort(server)))
                .collect(Collectors.toSet())));
  }

  /** Returns once all that run agree that every slot has its master. */
  public void awaitOrder() {
    Eventually.until(
        "the cluster is in order",
        () ->
            servers().stream()
                .filter(RedisServer::isRunning)
                .allMatch(server -> server.ask("CLUSTER", "INFO").contains("cluster_state:ok")));
  }

  /** The master that has a slot. */
  public RedisServer holder(int slot) {
    return masters.get((slot * masters.size() + masters.size() - 1) / SLOTS);
  }

  /** Begins to move a slot, as a resharding does: half of its keys are at the other master. */
  public void beginToMove(int slot, RedisServer from, RedisServer into) {
    var number = Integer.toString(slot);
    into.call("CLUSTER", "SETSLOT", number, "IMPORTING", from.ask("CLUSTER", "MYID"));
    from.call("CLUSTER", "SETSLOT", number, "MIGRATING", into.ask("CLUSTER", "MYID"));
    var keys = keys(slot, from);
    keys.subList(0, keys.size() / 2).forEach(key -> migrate(key, from, into));
  }

  /** Moves the rest and tells all masters. */
  public void endMove(int slot, RedisServer from, RedisServer into) {
    keys(slot, from).forEach(key -> migrate(key, from, into));
    var id = into.ask("CLUSTER", "MYID");
    into.call("CLUSTER", "SETSLOT", Integer.toString(slot), "NODE", id);
    from.call("CLUSTER", "SETSLOT", Integer.toString(slot), "NODE", id);
  }

  private static List<String> keys(int slot, RedisServer server) {
    return Reply.list(server.call("CLUSTER", "GETKEYSINSLOT", Integer.toString(slot), "1000"))
        .stream()
        .map(Reply::text)
        .toList();
  }

  private static void migrate(String key, RedisServer from, RedisServer into) {
    from.call("MIGRATE", "127.0.0.1", Integer.toString(into.port()), key, "0", "5000");
  }

  @Override
  public void close() {
    servers().forEach(RedisServer::close);
    cables.values().forEach(Cable::close);
  }

  private int clientPort(RedisServer server) {
    var cable = cables.get(server);
    return cable == null ? server.port() : cable.port();
  }

  private static List<String> announcing(int port, Cable cable) {
    return Stream.concat(
            SETTINGS.stream(),
            Stream.of(
                "--cluster-announce-ip",
                "127.0.0.1",
                "--cluster-announce-port",
                Integer.toString(cable.port()),
                "--cluster-announce-bus-port",
                Integer.toString(port + BUS)))
        .toList();
  }

  private void form() {
    for (var i = 0; i < masters.size(); i++) {
      masters.get(i).call("CLUSTER", addSlots(i));
    }
    var epoch = 1;
    for (var server : servers()) {
      server.call("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(epoch++));
    }
    for (var server : servers()) {
      masters
          .getFirst()
          .call(
              "CLUSTER",
              "MEET",
              "127.0.0.1",
              Integer.toString(clientPort(server)),
              Integer.toString(server.port() + BUS));
    }
    Eventually.until(
        "all nodes know each other",
        () -> servers().stream().allMatch(server -> known(server) == servers().size()));
    for (var i = 0; i < replicas.size(); i++) {
      replicas
          .get(i)
          .call("CLUSTER", "REPLICATE", masters.get(i % masters.size()).ask("CLUSTER", "MYID"));
    }
    awaitOrder();
    replicas.forEach(RedisServer::awaitLink);
    Eventually.until(
        "all nodes know who is a replica",
        () ->
            servers().stream()
                .allMatch(
                    server ->
                        server
                                .ask("CLUSTER", "NODES")
                                .lines()
                                .filter(line -> line.contains("slave"))
                                .count()
                            == replicas.size()));
  }

  private String[] addSlots(int master) {
    var first = SLOTS * master / masters.size();
    var end = SLOTS * (master + 1) / masters.size();
    var arguments = new ArrayList<String>();
    arguments.add("ADDSLOTS");
    IntStream.range(first, end).forEach(slot -> arguments.add(Integer.toString(slot)));
    return arguments.toArray(String[]::new);
  }

  private static long known(RedisServer server) {
    var known = server.ask("CLUSTER", "NODES").lines().toList();
    return known.stream().anyMatch(line -> line.contains("handshake")) ? 0 : known.size();
  }
}
