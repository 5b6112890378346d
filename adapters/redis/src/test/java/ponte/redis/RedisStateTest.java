package ponte.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ponte.Race;
import ponte.TestClock;
import ponte.redis.RedisHealth.Persistence;
import ponte.store.Entry;
import ponte.store.Lease;
import ponte.store.Partition;
import ponte.store.Queue;
import ponte.store.StoreUnavailableException;
import ponte.store.Write;

class RedisStateTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Partition PARTITION = new Partition("kind", "owner");

  private final TestClock clock = TestClock.at(NOW);
  private final SharedRedis.States states = new SharedRedis.States();

  @AfterEach
  void close() {
    states.close();
  }

  @Test
  void isOneStateForAllWhoOpenIt() {
    var settings = SharedRedis.cluster();
    var one = states.open(settings, clock);
    var other = states.open(settings, clock);

    one.records().write(Write.create(PARTITION.key("a"), "mine"));
    one.queue().add(List.of(entry("a", "lane"), entry("b", "lane")));
    var lease = one.queue().lease("inbox", 1, MINUTE).getFirst();

    assertThat(other.records().write(Write.create(PARTITION.key("a"), "theirs"))).isFalse();
    assertThat(other.queue().add(List.of(entry("a", "")))).isZero();
    assertThat(other.queue().lease("inbox", 9, MINUTE)).isEmpty();
    clock.advance(MINUTE);
    assertThat(other.queue().lease("inbox", 9, MINUTE)).hasSize(2);
    assertThat(one.queue().extend(lease, MINUTE)).isFalse();
  }

  @Test
  void isAnotherStateUnderAnotherPrefix() {
    var settings = SharedRedis.one();
    var one = states.open(settings, clock);
    var other = states.open(settings.withPrefix(settings.prefix() + "1"), clock);
    one.queue().add(List.of(entry("a", "")));
    one.records().write(Write.create(PARTITION.key("a"), "mine"));

    assertThat(other.everything()).isEmpty();
  }

  @Test
  void wakesWhoeverWaitsInAnotherProcess() throws Exception {
    for (var settings : List.of(SharedRedis.one(), SharedRedis.cluster())) {
      var here = states.open(settings, clock).queue();
      var there = states.open(settings, clock).queue();

      var leased =
          Race.of(
              List.<Callable<Integer>>of(
                  () -> {
                    for (var i = 0; i < 20; i++) {
                      here.add(List.of(entry("key " + i, "lane")));
                    }
                    return 20;
                  },
                  () -> {
                    var count = 0;
                    while (count < 20) {
                      there.await("inbox", LONG);
                      var leases = there.lease("inbox", 3, MINUTE);
                      there.done(leases);
                      count += leases.size();
                    }
                    return count;
                  }));

      assertThat(leased).containsOnly(20);
    }
  }

  @Test
  void refusesEverythingOnceItIsClosed() throws Exception {
    var state = states.open(SharedRedis.one(), clock);
    var queue = state.queue();

    var refused =
        Race.of(
            List.<Callable<String>>of(
                () -> {
                  try {
                    while (true) {
                      queue.await("inbox", LONG);
                    }
                  } catch (StoreUnavailableException e) {
                    return String.valueOf(e.getMessage());
                  }
                },
                () -> {
                  state.close();
                  return "is closed";
                }));

    assertThat(refused.getFirst()).endsWith(refused.getLast());
    assertThatThrownBy(() -> state.records().find(PARTITION.key("a")))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> queue.add(List.of(entry("a", ""))))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageEndingWith("is closed");
    state.close();
  }

  @Test
  void neverGivesTheTokenOfALeaseAgain() {
    var queue = states.open(SharedRedis.one(), clock).queue();
    var leases = new ArrayList<Lease>();
    for (var round = 0; round < 3; round++) {
      queue.add(List.of(entry("a", "")));
      leases.addAll(queue.lease("inbox", 1, MINUTE));
      queue.done(leases);
      clock.advance(Queue.MEMORY);
    }

    assertThat(leases).extracting(Lease::token).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void leavesNothingInRedisOfWhatIsOverEvenIfNobodyComesBack() {
    try (var server = RedisServer.startForgetful()) {
      var state = states.open(server.settings(), clock);
      for (var i = 0; i < 600; i++) {
        var partition = new Partition("kind", "owner " + i % 50);
        state
            .records()
            .write(
                Write.create(partition.key("" + i), "content")
                    .at(NOW)
                    .expiring(NOW.plusSeconds(100 + i)));
      }
      state.queue().add(IntStream.range(0, 600).mapToObj(i -> entry("" + i, "" + i % 9)).toList());
      state.queue().done(state.queue().lease("inbox", 600, MINUTE));
      assertThat(keysOf(server)).isGreaterThan(200);

      clock.advance(Queue.MEMORY);
      state.tidy();

      assertThat(keysOf(server)).isZero();
    }
  }

  @Test
  void keepsLittleOfWhatExpiresWhileItIsUsed() {
    try (var server = RedisServer.startForgetful()) {
      var state = states.open(server.settings(), clock);
      for (var minute = 0; minute < 300; minute++) {
        for (var i = 0; i < 5; i++) {
          state
              .records()
              .write(
                  Write.create(PARTITION.key(minute + "." + i), "content")
                      .expiring(clock.instant().plusSeconds(90)));
        }
        clock.advance(MINUTE);
      }

      var documents =
          new String(
              new Bucket("ponte", Bucket.of("ponte", PARTITION).number()).documents(PARTITION),
              StandardCharsets.UTF_8);
      assertThat((Long) server.call("HLEN", documents)).isLessThan(15);
    }
  }

  @Test
  void looksHowRedisDoes() {
    try (var server = RedisServer.startForgetful("--maxmemory-policy", "allkeys-lru")) {
      var state = states.open(server.settings(), clock);

      var health = state.health();

      assertThat(health.reachable() && health.writable()).isTrue();
      assertThat(health.persistence()).isEqualTo(Persistence.NONE);
      assertThat(health.evicting()).isTrue();
      assertThat(health.masters()).isEqualTo(1);
      assertThat(health.replicas()).isZero();
      assertThat(health.trouble())
          .isEqualTo(
              server.node()
                  + ": it may evict keys, maxmemory-policy must be noeviction; "
                  + "it keeps nothing over a restart");
      server.call("CONFIG", "SET", "save", "900 1");
      assertThat(state.health().persistence()).isEqualTo(Persistence.SNAPSHOTS);
    }
  }

  @Test
  void looksAtEveryMasterOfACluster() {
    var health = states.open(SharedRedis.cluster(), clock).health();

    assertThat(health)
        .isEqualTo(new RedisHealth(true, true, Persistence.APPEND_ONLY, false, 3, 0, null));
  }

  @Test
  void spreadsWhatItKeepsOverTheMasters() {
    var slots = Bucket.all("ponte").map(Bucket::slot).toList();

    assertThat(slots).doesNotHaveDuplicates();
    for (var third = 0; third < 3; third++) {
      var from = 16_384 * third / 3;
      assertThat(slots)
          .filteredOn(slot -> slot >= from && slot < from + 5_461)
          .hasSizeBetween(30, 56);
    }
  }

  @Test
  void leasesByTheTimeOfRedisHoweverWrongTheClocksOfReplicasAre() {
    var settings = SharedRedis.one();
    var far = TestClock.at("2100-01-01T00:00:00Z");
    var early = TestClock.at("1999-01-01T00:00:00Z");
    try (var one = RedisState.openOnItsTime(settings, far);
        var other = RedisState.openOnItsTime(settings, early)) {
      one.queue().add(List.of(new Entry("inbox", "", "a", "", one.clock().instant())));
      assertThat(one.queue().lease("inbox", 1, LONG)).hasSize(1);

      assertThat(other.queue().lease("inbox", 1, LONG)).isEmpty();
      assertThat(Duration.between(one.clock().instant(), other.clock().instant()).abs())
          .isLessThan(MINUTE);
      assertThat(one.clock().instant()).isBetween(early.instant(), far.instant());
    }
  }

  @Test
  void keepsAndLeasesNothingByAnotherClockUntilRedisHasToldItsTime() {
    try (var server = RedisServer.start()) {
      var wrong = TestClock.at("2100-01-01T00:00:00Z");
      Instant due;
      try (var before = RedisState.openOnItsTime(server.settings(), clock)) {
        due = before.clock().instant();
        before.queue().add(List.of(new Entry("inbox", "", "a", "", due.plus(LONG))));
      }
      server.kill();
      try (var state = RedisState.openOnItsTime(server.settings(), wrong)) {
        assertThat(state.clock().instant()).isEqualTo(wrong.instant());
        assertThat(state.clock().withZone(ZoneOffset.ofHours(1)))
            .extracting(Clock::instant)
            .isEqualTo(wrong.instant());
        assertThatThrownBy(() -> state.queue().lease("inbox", 1, MINUTE))
            .isInstanceOf(StoreUnavailableException.class);

        server.restart();
        var leased = new ArrayList<Lease>();
        Eventually.until(
            "redis is back",
            () -> {
              try {
                leased.addAll(state.queue().lease("inbox", 1, MINUTE));
                return true;
              } catch (StoreUnavailableException e) {
                return false;
              }
            });

        assertThat(leased).as("not due yet by the time of Redis").isEmpty();
        assertThat(state.clock().instant()).isBetween(due, due.plus(LONG));
      }
    }
  }

  private static long keysOf(RedisServer server) {
    return (Long) server.call("DBSIZE");
  }

  private static Entry entry(String key, String lane) {
    return new Entry("inbox", lane, key, "payload of " + key, NOW);
  }
}
