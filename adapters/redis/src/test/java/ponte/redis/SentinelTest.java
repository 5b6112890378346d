package ponte.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.redis.RedisSettings.Node;
import ponte.redis.RedisSettings.Topology;
import ponte.store.Partition;
import ponte.store.StoreUnavailableException;

class SentinelTest {

  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");

  @Test
  void losesNothingItAcknowledgedWhenTheMasterIsKilled() {
    try (var master = RedisServer.start();
        var one = RedisServer.startReplica(master);
        var other = RedisServer.startReplica(master);
        var sentinel = RedisServer.startSentinel("ponte", master);
        var state = RedisState.open(settings("ponte", Set.of(sentinel.node())), clock)) {
      Eventually.until(
          "the sentinel knows both replicas",
          () -> sentinel.ask("INFO", "sentinel").contains("slaves=2"));
      var failover = new Failover(state.records(), 3);
      Eventually.until("the replicas follow in time", () -> failover.write(200) == 0);

      master.kill();
      assertThat(failover.write(20)).isPositive();
      failover.writeUntilWell();

      failover.assertNothingLost();
      assertThat(state.health().writable()).isTrue();
      assertThat(one.isRunning() && other.isRunning()).isTrue();
    }
  }

  @Test
  void findsTheMasterThroughTheSentinelsThatAnswer() {
    try (var master = RedisServer.start();
        var away = RedisServer.start();
        var sentinel = RedisServer.startSentinel("ponte", master)) {
      away.kill();
      var settings = settings("ponte", Set.of(away.node(), sentinel.node()));
      try (var state = RedisState.open(settings.withSynchronousReplicas(0), clock)) {
        assertThat(new Failover(state.records(), 1).write(5)).isZero();
      }
    }
  }

  @Test
  void refusesWhatASentinelDoesNotKnow() {
    try (var master = RedisServer.start();
        var sentinel = RedisServer.startSentinel("ponte", master);
        var state = RedisState.open(settings("other", Set.of(sentinel.node())), clock)) {
      assertThatThrownBy(() -> state.records().drop(new Partition("kind", "owner")))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageStartingWith("redis other of the sentinels at [" + sentinel.node() + "]");
      assertThat(state.health().reachable()).isFalse();
    }
  }

  private static RedisSettings settings(String name, Set<Node> sentinels) {
    return RedisSettings.of(new Topology.Sentinel(name, sentinels, null))
        .withTimes(HALF_A_SECOND, HALF_A_SECOND)
        .withSynchronousReplicas(1);
  }
}
