package ponte.app.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.archive.Conversations;
import ponte.bench.load.RememberingSlack;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.lucene.LuceneArchive;
import ponte.nlp.Nlp;
import ponte.redis.RedisCluster;
import ponte.redis.RedisServer;
import ponte.redis.RedisState;
import ponte.store.State;
import ponte.store.StoreUnavailableException;

/**
 * Three real servers on a real Redis Cluster under signed events, while replicas and masters are
 * killed, stand still and are cut off: whatever was acknowledged has its effect, nothing is said
 * twice, and each timer fires once. It comes last, when nothing heavy is left to run beside it.
 */
@Order(Integer.MAX_VALUE)
class ReplicasCrashTest {

  private static final int FAULTS = Integer.getInteger("ponte.crashes", 5);
  private static final long SEED = Long.getLong("ponte.seed", 7);
  private static final int REPLICAS = 3;
  private static final int PEOPLE = 24;
  private static final int TALKED_IN = 4;
  private static final int TIMERS_A_FAULT = 2;
  private static final int EVENTS_A_FAULT = 25;
  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final Duration PAST_THE_LEASE = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final WorkspaceId TEAM = new WorkspaceId("T1");

  private final Random random = new Random(SEED);

  /** What is done to them. */
  private enum Fault {
    REPLICA_KILLED,
    REPLICA_STANDS_STILL,
    REPLICA_CUT_OFF,
    MASTER_KILLED,
    REDIS_STANDS_STILL
  }

  private final Map<Fault, Integer> done = new TreeMap<>();

  @Test
  void loseNothingAndSayNothingTwiceWhateverFails(@TempDir Path data) throws Exception {
    var begun = System.nanoTime();
    var channels = Math.max(TALKED_IN, (FAULTS + 1) * TIMERS_A_FAULT);
    try (var redis = RedisCluster.start(3, 1);
        var slack = new RememberingSlack(PEOPLE, channels);
        var state = RedisState.openOnItsTime(redis.settings(), Clock.systemUTC());
        var fleet = new Fleet(REPLICAS, data, settings(redis, slack));
        var load = new Load(fleet, PEOPLE, TALKED_IN, beginning())) {
      fleet.startAll();
      awaitThatAllAreKnown(state, channels);
      var timers = new Timers(state, state.clock(), PEOPLE);
      timers.ownerIsToBeToldAtAnyHour();
      load.start();
      for (var fault : faults()) {
        plan(timers);
        happens(fault, redis, fleet, load);
      }
      plan(timers);
      load.end();

      var questions = load.acknowledged().stream().filter(Told::isQuestion).toList();
      await().atMost(PATIENCE).until(() -> unanswered(slack, questions).isEmpty());
      await().atMost(PATIENCE).until(() -> slack.deliveries().containsAll(timers.keys()));
      await()
          .atMost(PATIENCE)
          .ignoreException(StoreUnavailableException.class)
          .until(() -> isAllDone(state));
      fleet.stopAll();

      var kept = kept(fleet);
      var messages = load.acknowledged().stream().filter(told -> !told.isQuestion()).toList();
      var lost = messages.stream().filter(told -> !kept.contains(told.ts())).toList();
      var duplicates = duplicates(slack, questions, timers);
      tell(load, timers, slack, lost.size(), duplicates.size(), begun);
      assertThat(lost).isEmpty();
      assertThat(duplicates).isEmpty();
      assertThat(slack.deliveries()).containsAll(timers.keys());
    }
  }

  private static List<String> settings(RedisCluster redis, RememberingSlack slack) {
    var nodes =
        redis.servers().stream()
            .map(server -> server.node().toString())
            .collect(Collectors.joining(","));
    return List.of(
        "--ponte.store=redis",
        "--ponte.redis.topology=cluster",
        "--ponte.redis.nodes=" + nodes,
        "--ponte.redis.synchronous-replicas=1",
        "--ponte.redis.connect-timeout=500ms",
        "--ponte.redis.timeout=1s",
        "--ponte.lease=" + LEASE.toMillis() + "ms",
        "--ponte.slack.address=" + slack.address());
  }

  /** What is said is not older than what a daily digest looks back over. */
  private static long beginning() {
    return Clock.systemUTC().instant().minus(Duration.ofHours(12)).getEpochSecond();
  }

  private static void awaitThatAllAreKnown(State state, int channels) {
    var directory = new Directory(state.records());
    await()
        .atMost(PATIENCE)
        .ignoreException(StoreUnavailableException.class)
        .until(
            () ->
                directory.people().size() == PEOPLE
                    && directory.channels(directory.everybody()).size() == channels);
  }

  /** Each kind in turn, in an order that chance decides. */
  private List<Fault> faults() {
    var all = new ArrayList<Fault>();
    while (all.size() < FAULTS) {
      var round = new ArrayList<>(List.of(Fault.values()));
      java.util.Collections.shuffle(round, random);
      all.addAll(round);
    }
    return all.subList(0, FAULTS);
  }

  private static void plan(Timers timers) {
    for (var timer = 0; timer < TIMERS_A_FAULT; timer++) {
      timers.plan(Duration.ofSeconds(1));
    }
  }

  private void happens(Fault fault, RedisCluster redis, Fleet fleet, Load load)
      throws IOException, InterruptedException {
    done.merge(fault, 1, Integer::sum);
    var replica = random.nextInt(REPLICAS);
    switch (fault) {
      case REPLICA_KILLED -> {
        var started = fleet.killAndStart(replica);
        awaitEvents(load);
        started.join();
      }
      case REPLICA_STANDS_STILL -> {
        fleet.replica(replica).pause();
        awaitTime(PAST_THE_LEASE);
        fleet.replica(replica).resume();
      }
      case REPLICA_CUT_OFF -> {
        fleet.cableOf(replica).cut();
        awaitTime(PAST_THE_LEASE);
        fleet.cableOf(replica).mend();
      }
      case MASTER_KILLED -> killMaster(redis);
      case REDIS_STANDS_STILL -> {
        redis.servers().forEach(RedisServer::pause);
        awaitTime(PAST_THE_LEASE);
        redis.servers().forEach(RedisServer::resume);
      }
    }
    awaitEvents(load);
  }

  /** At times its replica takes its place before it is back, at times it is back before that. */
  private void killMaster(RedisCluster redis) {
    var masters = redis.servers().stream().filter(ReplicasCrashTest::isMaster).toList();
    var master = masters.get(random.nextInt(masters.size()));
    master.kill();
    if (random.nextBoolean()) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  redis.servers().stream()
                          .filter(RedisServer::isRunning)
                          .filter(ReplicasCrashTest::isMaster)
                          .count()
                      == masters.size());
    }
    master.restart();
    await()
        .atMost(PATIENCE)
        .until(() -> redis.servers().stream().allMatch(ReplicasCrashTest::isInOrder));
  }

  private static boolean isMaster(RedisServer server) {
    return server.ask("INFO", "replication").contains("role:master");
  }

  /** A master with its replica in step, or a replica in step. */
  private static boolean isInOrder(RedisServer server) {
    var told = server.ask("INFO", "replication");
    return server.ask("CLUSTER", "INFO").contains("cluster_state:ok")
        && (told.contains("role:master")
            ? told.contains("state=online")
            : told.contains("master_link_status:up"));
  }

  private static void awaitEvents(Load load) {
    var enough = load.acknowledged().size() + EVENTS_A_FAULT;
    await().atMost(PATIENCE).until(() -> load.acknowledged().size() >= enough);
  }

  private static void awaitTime(Duration time) {
    var end = System.nanoTime() + time.toNanos();
    await().atMost(PATIENCE).until(() -> System.nanoTime() > end);
  }

  private static Set<String> unanswered(RememberingSlack slack, List<Told> questions) {
    var words = String.join("\n", slack.words());
    return questions.stream()
        .map(Told::topic)
        .filter(topic -> !words.contains(topic))
        .collect(Collectors.toSet());
  }

  /** Nothing is in anybody's hands, waits or was given up, but for tomorrow's digests. */
  private static boolean isAllDone(State state) {
    return List.of("inbox", "requests", "outbox", "unasked").stream()
        .map(state.queue()::depth)
        .allMatch(depth -> depth.waiting() + depth.leased() + depth.buried() == 0);
  }

  /** What the archives hold together. */
  private static Set<String> kept(Fleet fleet) {
    var kept = new HashSet<String>();
    var nlp = Nlp.shared();
    for (var replica = 0; replica < fleet.size(); replica++) {
      var archive =
          LuceneArchive.open(
              fleet.dataOf(replica).resolve("archive"), nlp, Conversations.Rules.DEFAULT);
      try (archive) {
        for (var number = 1; number <= TALKED_IN; number++) {
          var channel = new ChannelId(TEAM, "C" + number);
          var all = new TimeSpan(Instant.EPOCH, Clock.systemUTC().instant());
          archive
              .read(channel, all, Integer.MAX_VALUE, Audience.of(channel))
              .forEach(filed -> kept.add(filed.message().id().value()));
        }
      }
    }
    return kept;
  }

  private static List<String> duplicates(
      RememberingSlack slack, List<Told> questions, Timers timers) {
    var duplicates = new ArrayList<String>();
    slack.deliveries().stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .forEach(
            (key, count) -> {
              if (count > 1) {
                duplicates.add(key);
              }
            });
    var words = slack.words();
    for (var question : questions) {
      if (words.stream().filter(each -> each.contains(question.topic())).count() > 1) {
        duplicates.add(question.topic());
      }
    }
    return duplicates;
  }

  private void tell(
      Load load, Timers timers, RememberingSlack slack, int lost, int duplicates, long begun) {
    System.out.printf(
        "faults: %d %s; events acknowledged: %d, told %d times; timers: %d; "
            + "taken back: %d; words of patience left: %d; losses: %d; duplicates: %d; %d s%n",
        FAULTS,
        done,
        load.acknowledged().size(),
        load.tries(),
        timers.keys().size(),
        slack.takenBack(),
        slack.words().stream().filter(word -> word.equals("Looking…")).count(),
        lost,
        duplicates,
        Duration.ofNanos(System.nanoTime() - begun).toSeconds());
  }
}
