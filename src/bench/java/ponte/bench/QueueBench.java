package ponte.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.h2.mvstore.MVStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ponte.mvstore.MvStoreState;
import ponte.redis.RedisCluster;
import ponte.redis.RedisServer;
import ponte.redis.RedisState;
import ponte.store.Queue;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;

/** How much the queue does, beside what its engine does when it is asked directly. */
@Command(
    name = "queue",
    mixinStandardHelpOptions = true,
    description = {
      "Sends entries through the queue of each engine: added one by one, as events come in, then",
      "leased and finished in batches, as workers do. Does the same with the engine alone: with a",
      "Redis stream and its group of consumers, with a map of MVStore that is committed and synced",
      "after each step. Starts the servers of Redis itself, with an append-only file."
    })
final class QueueBench implements Callable<Integer> {

  @Option(
      names = "--entries",
      defaultValue = "20000",
      description = "How many entries (default: ${DEFAULT-VALUE}; a tenth for MVStore).")
  private int entries;

  @Option(
      names = "--threads",
      defaultValue = "8",
      description = "How many work at the same time (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--batch",
      defaultValue = "20",
      description = "How many entries are leased at once (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--topics",
      defaultValue = "4",
      description = "Over how many topics they are spread (default: ${DEFAULT-VALUE}).")
  private int topics;

  @Option(
      names = "--payload",
      defaultValue = "400",
      description = "Characters of a payload (default: ${DEFAULT-VALUE}).")
  private int payload;

  @Override
  public Integer call() throws Exception {
    System.out.println(Machine.line());
    System.out.printf(
        Locale.ROOT,
        "%d entries of %d characters, %d threads, batches of %d, %d topics%n",
        entries,
        payload,
        threads,
        batch,
        topics);
    System.out.println("entries a second:            added  handled     both");
    onMvStore();
    onOneRedis();
    onACluster();
    return 0;
  }

  private void onMvStore() throws Exception {
    var load = new QueueLoad(entries / 10, threads, batch, topics, payload);
    try (var work = WorkDirectory.create("ponte-queue")) {
      var raw = work.path().resolve("raw.db");
      QueueLoad.Rates alone;
      try (var store = MVStore.open(raw.toString())) {
        store.setAutoCommitDelay(0);
        alone = load.through(new MapAlone(store));
      }
      print("MVStore alone", alone);
      try (var state = MvStoreState.open(work.path().resolve("state.db"), Clock.systemUTC())) {
        compare("queue on MVStore", load.through(new QueueItself(state.queue())), alone);
      }
    }
  }

  private void onOneRedis() throws Exception {
    var load = new QueueLoad(entries, threads, batch, topics, payload);
    try (var server = RedisServer.start()) {
      QueueLoad.Rates alone;
      try (var client = RedisClient.create("127.0.0.1", server.port())) {
        load.each(i -> client.set("value " + i, load.text()));
        System.out.printf(
            Locale.ROOT,
            "%-25s %8.0f%n",
            "SET on Redis",
            load.each(i -> client.set("value " + i, load.text())));
        alone = load.through(new StreamAlone(client));
      }
      print("streams of Redis", alone);
      try (var state = RedisState.open(server.settings(), Clock.systemUTC())) {
        compare("queue on Redis", load.through(new QueueItself(state.queue())), alone);
        idle(server, state.queue());
      }
      try (var replica = RedisServer.startReplica(server);
          var state =
              RedisState.open(
                  server.settings().withPrefix("copied").withSynchronousReplicas(1),
                  Clock.systemUTC())) {
        compare(
            "the same, with a replica at " + replica.port(),
            load.through(new QueueItself(state.queue())),
            alone);
      }
    }
  }

  private void onACluster() throws Exception {
    var load = new QueueLoad(entries, threads, batch, topics, payload);
    try (var cluster = RedisCluster.start(3, 0)) {
      QueueLoad.Rates alone;
      var first = cluster.masters().getFirst();
      try (var client = RedisClusterClient.create(new HostAndPort("127.0.0.1", first.port()))) {
        alone = load.through(new StreamAlone(client));
      }
      print("streams of a cluster", alone);
      try (var state = RedisState.open(cluster.settings(), Clock.systemUTC())) {
        compare("queue on a cluster", load.through(new QueueItself(state.queue())), alone);
      }
    }
  }

  /** What workers cost who have nothing to do. */
  private void idle(RedisServer server, Queue queue) throws Exception {
    var seconds = 10;
    var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    var before = scripts(server);
    QueueLoad.inThreads(
        threads,
        thread -> {
          while (System.nanoTime() < end) {
            queue.lease("topic " + thread % topics, batch, Duration.ofMinutes(1));
            queue.await("topic " + thread % topics, Duration.ofSeconds(1));
          }
        });
    System.out.printf(
        Locale.ROOT,
        "%d idle workers ask Redis %.1f times a second%n",
        threads,
        (double) (scripts(server) - before) / seconds);
  }

  private static long scripts(RedisServer server) {
    return server
        .ask("INFO", "commandstats")
        .lines()
        .filter(line -> line.startsWith("cmdstat_evalsha:calls="))
        .mapToLong(line -> Long.parseLong(line.replaceAll("^[^=]*=(\\d+).*$", "$1")))
        .sum();
  }

  private static void compare(String what, QueueLoad.Rates rates, QueueLoad.Rates alone) {
    print(what, rates);
    System.out.printf(
        Locale.ROOT,
        "%-28s %5.2f    %5.2f    %5.2f%n",
        "  of the engine alone",
        rates.added() / alone.added(),
        rates.handled() / alone.handled(),
        rates.both() / alone.both());
  }

  private static void print(String what, QueueLoad.Rates rates) {
    System.out.printf(
        Locale.ROOT,
        "%-25s %8.0f %8.0f %8.0f%n",
        what,
        rates.added(),
        rates.handled(),
        rates.both());
  }
}
