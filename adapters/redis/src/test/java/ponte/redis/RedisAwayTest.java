package ponte.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ponte.Race;
import ponte.TestClock;
import ponte.redis.RedisSettings.Topology;
import ponte.store.Depth;
import ponte.store.Entry;
import ponte.store.Partition;
import ponte.store.StoreUnavailableException;
import ponte.store.Write;

class RedisAwayTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Partition PARTITION = new Partition("kind", "owner");

  private final TestClock clock = TestClock.at(NOW);
  private final RedisServer server = RedisServer.start();
  private final SharedRedis.States states = new SharedRedis.States();

  @AfterEach
  void end() {
    states.close();
    server.close();
  }

  @Test
  void beginsWhileRedisIsAwayAndWorksOnceItIsThere() {
    server.kill();
    var state = states.open(server.settings(), clock);

    assertThatThrownBy(() -> state.queue().add(List.of(entry("a"))))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageStartingWith("redis at " + server.node());
    assertThat(state.health().reachable()).isFalse();

    server.restart();
    assertThat(state.queue().add(List.of(entry("a")))).isEqualTo(1);
    assertThat(state.health().writable()).isTrue();
  }

  @Test
  void refusesWhatAServerWithoutTimeIsAskedAndRecovers() {
    var state = states.open(impatient(server.settings()), clock);
    state.records().write(Write.create(PARTITION.key("a"), "before"));

    server.pause();
    assertThatThrownBy(() -> state.records().find(PARTITION.key("a")))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> state.queue().lease("inbox", 1, MINUTE))
        .isInstanceOf(StoreUnavailableException.class);
    server.resume();

    Eventually.until("redis is back", () -> state.health().writable());
    assertThat(state.records().find(PARTITION.key("a"))).isPresent();
  }

  @Test
  void refusesWhatIsAskedOverACutCableAndRecovers() {
    try (var cable = Cable.to(server.port())) {
      var state = states.open(impatient(behind(cable)), clock);
      Eventually.until("a is in", () -> state.queue().add(List.of(entry("a"))) >= 0);

      cable.cut();
      assertThatThrownBy(() -> state.queue().add(List.of(entry("b"))))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(state.health().reachable()).isFalse();
      cable.mend();

      Eventually.until("redis is back", () -> state.health().writable());
      assertThat(state.queue().lease("inbox", 9, MINUTE)).isNotEmpty();
    }
  }

  @Test
  void losesNothingItAcknowledgedWhenRedisIsKilled() throws Exception {
    var state = states.open(impatient(server.settings()), clock);
    var queue = state.queue();
    var over = new AtomicBoolean();

    var results =
        Race.of(
            List.<Callable<List<String>>>of(
                () -> {
                  var acknowledged = new ArrayList<String>();
                  for (var i = 0; !over.get(); i++) {
                    var key = "key " + i;
                    if (succeeds(() -> queue.add(List.of(entry(key))) == 1)) {
                      acknowledged.add(key);
                    }
                  }
                  return acknowledged;
                },
                () -> {
                  for (var round = 0; round < 3; round++) {
                    var before = server.commandsServed();
                    Eventually.until(
                        "redis is busy", () -> server.commandsServed() > before + 3_000);
                    server.restart();
                  }
                  over.set(true);
                  return List.of();
                }));

    var acknowledged = results.getFirst();
    Eventually.until("redis is back", () -> state.health().writable());
    assertThat(acknowledged).hasSizeGreaterThan(50);
    assertThat(queue.lease("inbox", Integer.MAX_VALUE, MINUTE))
        .extracting(lease -> lease.entry().key())
        .doesNotHaveDuplicates()
        .containsAll(acknowledged);
  }

  @Test
  void goesOnWhenRedisComesBackEmpty() {
    var state = states.open(server.settings(), clock);
    var queue = state.queue();
    queue.add(List.of(entry("a"), entry("b")));
    var old = queue.lease("inbox", 1, MINUTE).getFirst();
    state.records().write(Write.create(PARTITION.key("a"), "before").at(NOW));

    server.restartEmpty();
    Eventually.until("redis is back", () -> queue.depth("inbox") != null);

    assertThat(queue.depth("inbox")).isEqualTo(new Depth(0, 0, 0, null, null));
    assertThat(queue.extend(old, MINUTE)).isFalse();
    assertThat(queue.add(List.of(entry("a")))).isEqualTo(1);
    var again = queue.lease("inbox", 9, MINUTE).getFirst();
    queue.done(List.of(old));
    assertThat(queue.extend(again, MINUTE)).isTrue();
    assertThat(state.records().list(PARTITION, "", 9)).isEmpty();
    assertThat(state.records().write(Write.create(PARTITION.key("a"), "after"))).isTrue();
  }

  @Test
  void tellsRedisAgainWhichScriptsItForgot() {
    var state = states.open(server.settings(), clock);
    state.queue().add(List.of(entry("a")));

    server.call("SCRIPT", "FLUSH");

    assertThat(state.queue().add(List.of(entry("b")))).isEqualTo(1);
    assertThat(state.queue().lease("inbox", 9, MINUTE)).hasSize(2);
  }

  @Test
  void refusesWhatTooFewReplicasAcknowledge() {
    var settings = impatient(server.settings()).withSynchronousReplicas(1);
    var state = states.open(settings, clock);

    assertThatThrownBy(() -> state.queue().add(List.of(entry("a"))))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("0 of 1 replicas");
    assertThat(state.health().writable()).isFalse();

    try (var replica = RedisServer.startReplica(server)) {
      assertThat(replica.isRunning()).isTrue();
      Eventually.until("redis is well", () -> state.health().writable());
      // It was kept the first time; being told so now takes the replica, too.
      assertThat(state.queue().add(List.of(entry("a")))).isZero();
      assertThat(state.health().replicas()).isEqualTo(1);

      replica.pause();
      assertThatThrownBy(() -> state.queue().add(List.of(entry("a"))))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(state.queue().depth("inbox").waiting()).isEqualTo(1);
    }
  }

  @Test
  void refusesWhatAFullRedisCannotTake() {
    var state = states.open(server.settings(), clock);
    server.call("CONFIG", "SET", "maxmemory", "1");

    assertThatThrownBy(() -> state.queue().add(List.of(entry("a"))))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("OOM");
    assertThat(state.health().reachable()).isTrue();
    assertThat(state.health().writable()).isFalse();

    server.call("CONFIG", "SET", "maxmemory", "0");
    assertThat(state.queue().add(List.of(entry("a")))).isEqualTo(1);
  }

  @Test
  void wakesThoseWhoWaitAfterItsConnectionsWereCut() throws Exception {
    var waiting = states.open(server.settings(), clock).queue();
    var working = states.open(server.settings(), clock).queue();

    var leased =
        Race.of(
            List.<Callable<Integer>>of(
                () -> {
                  var leases = 0;
                  while (leases < 3) {
                    if (succeeds(
                        () -> {
                          waiting.await("inbox", MINUTE);
                          return true;
                        })) {
                      leases += waiting.lease("inbox", 1, MINUTE).size();
                    }
                  }
                  return leases;
                },
                () -> {
                  for (var i : IntStream.range(0, 3).toArray()) {
                    server.call("CLIENT", "KILL", "TYPE", "pubsub");
                    while (!succeeds(() -> working.add(List.of(entry("key " + i))) == 1)) {
                      server.call("PING");
                    }
                  }
                  return 3;
                }));

    assertThat(leased).containsOnly(3);
  }

  private static boolean succeeds(Callable<Boolean> call) {
    try {
      return call.call();
    } catch (StoreUnavailableException e) {
      return false;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static RedisSettings impatient(RedisSettings settings) {
    return settings.withTimes(Duration.ofMillis(500), Duration.ofMillis(500));
  }

  private static RedisSettings behind(Cable cable) {
    return RedisSettings.of(new Topology.Single(new RedisSettings.Node("127.0.0.1", cable.port())));
  }

  private static Entry entry(String key) {
    return new Entry("inbox", "", key, "payload", NOW);
  }
}
