package ponte.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.store.Partition;

class ClusterFailoverTest {

  private static final Duration A_WHILE = Duration.ofSeconds(2);

  @Test
  void losesNothingItAcknowledgedWhenAMasterIsKilledAndComesBack() {
    try (var cluster = RedisCluster.start(3, 1);
        var state =
            RedisState.open(
                cluster.settings().withTimes(A_WHILE, A_WHILE).withSynchronousReplicas(1),
                TestClock.at("2026-03-02T09:00:00Z"))) {
      var failover = new Failover(state.records(), 30);
      assertThat(failover.write(300)).isZero();
      assertThat(state.health().masters()).isEqualTo(3);

      var killed = cluster.masters().getFirst();
      var heir = cluster.replicas().getFirst();
      killed.kill();
      assertThat(failover.write(30)).isPositive();
      Eventually.until(
          "a replica has become master",
          () -> heir.ask("INFO", "replication").contains("role:master"));
      killed.restart();
      failover.writeUntilWell();

      failover.assertNothingLost();
      assertThat(killed.ask("INFO", "replication")).contains("role:slave");
      Eventually.until("all is well", () -> state.health().writable());
    }
  }

  @Test
  void losesNothingItAcknowledgedWhenTheNetworkToAMasterIsCut() {
    try (var cluster = RedisCluster.startBehindCables(3, 0);
        var state =
            RedisState.open(
                cluster.settings().withTimes(A_WHILE, A_WHILE),
                TestClock.at("2026-03-02T09:00:00Z"))) {
      var failover = new Failover(state.records(), 12);
      failover.writeUntilWell();
      assertThat(failover.write(120)).isZero();
      var cable = cluster.cable(cluster.masters().getLast());

      cable.cut();
      assertThat(failover.write(12)).isBetween(1, 11);
      assertThat(state.health().reachable()).isFalse();
      cable.mend();
      failover.writeUntilWell();

      failover.assertNothingLost();
    }
  }

  @Test
  void followsASlotToAnotherMaster() {
    try (var cluster = RedisCluster.start(3, 0);
        var state = RedisState.open(cluster.settings(), TestClock.at("2026-03-02T09:00:00Z"))) {
      var failover = new Failover(state.records(), 1);
      failover.write(20);
      var slot = Bucket.of("ponte", new Partition("kind", "owner 0")).slot();
      var from = cluster.holder(slot);
      var into =
          cluster.masters().stream().filter(server -> server != from).findFirst().orElseThrow();

      cluster.beginToMove(slot, from, into);
      failover.write(20);
      cluster.endMove(slot, from, into);
      failover.writeUntilWell();

      failover.assertNothingLost();
      assertThat(into.call("CLUSTER", "COUNTKEYSINSLOT", "" + slot)).isNotEqualTo(0L);
    }
  }
}
