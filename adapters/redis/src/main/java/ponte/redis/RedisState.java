package ponte.redis;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.redis.RedisSettings.Node;
import ponte.redis.RedisSettings.Topology;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.State;
import ponte.store.StoreUnavailableException;
import ponte.store.Stored;
import redis.clients.jedis.HostAndPort;

/**
 * Records and queue on Redis, for any number of processes at a time.
 *
 * <p>What a call changes is changed at once and as a whole, on one master. How durable it is then
 * is what Redis is set to, with as many replicas as the settings ask for. While Redis is away every
 * call is refused after a few seconds at most.
 */
public final class RedisState implements State {

  private static final Logger log = LoggerFactory.getLogger(RedisState.class);

  private static final Duration BETWEEN_VISITS = Duration.ofSeconds(2);

  private final Masters masters;
  private final ScheduledExecutorService background;
  private final Recovery recovery;
  private final Checkup checkup;
  private final Calls calls;
  private final Clock clock;
  private final RedisRecords records;
  private final RedisQueue queue;
  private final RedisClock itsTime;
  private final Upkeep upkeep;
  private final Move move;

  private RedisState(RedisSettings settings, Clock local, boolean onItsTime) {
    var connecting = new Connecting(settings);
    masters = masters(settings.topology(), connecting);
    background = background();
    var prefix = settings.prefix();
    var replicas = settings.synchronousReplicas();
    var replicaMillis = settings.answering().toMillis() * 2 / 3;
    checkup = new Checkup(masters, prefix, replicas, replicaMillis);
    recovery =
        new Recovery(
            name(settings.topology()),
            masters,
            this::isWell,
            background,
            settings.connecting().plus(settings.answering()));
    var redis = new Redis(masters, recovery, replicas, replicaMillis);
    itsTime = new RedisClock(() -> redis.time(new Bucket(prefix, 0)), local, System::nanoTime);
    clock = onItsTime ? itsTime : local;
    var told = onItsTime ? itsTime.told() : local;
    calls = new Calls(masters, connecting, prefix);
    records = new RedisRecords(redis, prefix, told);
    queue = new RedisQueue(redis, calls, prefix, told);
    move = new Move(redis, records, queue, prefix, told);
    upkeep = new Upkeep(redis, prefix, told);
  }

  /**
   * Opens the state, with all times taken from a clock; Redis may be away.
   *
   * @throws StoreUnavailableException if the settings are impossible, such as a file of
   *     certificates that cannot be read
   */
  public static RedisState open(RedisSettings settings, Clock clock) {
    var state = new RedisState(settings, clock, false);
    state.every(BETWEEN_VISITS, state.upkeep::step);
    return state;
  }

  /**
   * Opens the state on the time of Redis, so that replicas whose clocks differ lease by the same
   * one. Until Redis has told it nothing is kept or leased.
   *
   * @param local the time until Redis has told its own
   * @throws StoreUnavailableException as {@link #open}
   */
  public static RedisState openOnItsTime(RedisSettings settings, Clock local) {
    var state = new RedisState(settings, local, true);
    state.every(BETWEEN_VISITS, state.upkeep::step);
    state.every(BETWEEN_VISITS, state.itsTime::refresh);
    try {
      state.itsTime.read();
    } catch (StoreUnavailableException e) {
      log.atDebug().setCause(e).log("redis has not told its time yet");
    }
    return state;
  }

  /** The clock by which documents expire and entries are due. */
  public Clock clock() {
    return clock;
  }

  @Override
  public Records records() {
    return records;
  }

  @Override
  public Queue queue() {
    return queue;
  }

  @Override
  public Stream<Stored> everything() {
    return move.everything();
  }

  @Override
  public void load(List<Stored> part) {
    move.load(part);
  }

  /** Looks at every master; of those that are away each takes the longest time for connecting. */
  public RedisHealth health() {
    recovery.findSoon();
    return checkup.health();
  }

  /**
   * Deletes at once what has expired, and forgets the keys of entries that need not be remembered
   * any more; otherwise that is done little by little, within a few minutes.
   *
   * @throws StoreUnavailableException if Redis is away
   */
  public void tidy() {
    upkeep.round();
  }

  @Override
  public void close() {
    recovery.close();
    background.shutdownNow();
    calls.close();
    masters.close();
  }

  private void every(Duration pause, Runnable task) {
    background.scheduleWithFixedDelay(
        () -> unlessAway(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Redis is back for those who work on its time once it has told it. */
  private boolean isWell() {
    return checkup.isWell() && (clock != itsTime || itsTime.isTold());
  }

  /** What is done in the background is done next time where it fails. */
  private void unlessAway(Runnable task) {
    if (recovery.isAway()) {
      return;
    }
    try {
      task.run();
    } catch (StoreUnavailableException e) {
      log.atDebug().setCause(e).log("upkeep of redis failed");
    }
  }

  private static Masters masters(Topology topology, Connecting connecting) {
    return switch (topology) {
      case Topology.Single(var node) -> new SingleMaster(address(node), connecting);
      case Topology.Sentinel(var name, var sentinels, var login) ->
          new SentinelMaster(name, addresses(sentinels), connecting.config(login), connecting);
      case Topology.Cluster(var nodes) -> new ClusterMasters(addresses(nodes), connecting);
    };
  }

  private static String name(Topology topology) {
    return switch (topology) {
      case Topology.Single(var node) -> "redis at " + node;
      case Topology.Sentinel(var name, var sentinels, _) ->
          "redis " + name + " of the sentinels at " + sentinels;
      case Topology.Cluster(var nodes) -> "redis cluster at " + nodes;
    };
  }

  private static Set<HostAndPort> addresses(Set<Node> nodes) {
    return nodes.stream().map(RedisState::address).collect(Collectors.toSet());
  }

  private static HostAndPort address(Node node) {
    return new HostAndPort(node.host(), node.port());
  }

  private static ScheduledExecutorService background() {
    var background =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("ponte-redis").factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    background.setRemoveOnCancelPolicy(true);
    return background;
  }
}
