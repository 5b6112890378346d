package ponte.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.store.DeadLetter;
import ponte.store.Entry;
import ponte.store.Partition;
import ponte.store.Write;

/** What lies in Redis is backed up by Redis' own means, as the guide says. */
class BackupTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Partition PARTITION = new Partition("kind", "owner");

  private final TestClock clock = TestClock.at(NOW);

  @Test
  void isWholeInACopyOfASnapshot() {
    try (var server = RedisServer.start()) {
      fill(server);
      server.call("SAVE");
      change(server);

      try (var restored = RedisServer.startOnCopy(server, "dump", "--appendonly", "no")) {
        assertThat(entries(restored)).containsExactlyInAnyOrder("waits", "was in hand");
        assertThat(record(restored)).isEqualTo("as it was");
      }
    }
  }

  @Test
  void isWholeInACopyOfTheAppendOnlyFile() {
    try (var server = RedisServer.start()) {
      fill(server);

      try (var restored = RedisServer.startOnCopy(server, "appendonly")) {
        assertThat(entries(restored)).containsExactlyInAnyOrder("waits", "was in hand");
        assertThat(record(restored)).isEqualTo("as it was");
      }
    }
  }

  /** All that a state may have: something done, in hand, planned, waiting, given up. */
  private void fill(RedisServer server) {
    try (var state = RedisState.open(server.settings(), clock)) {
      state.records().write(Write.create(PARTITION.key("a"), "as it was"));
      var queue = state.queue();
      queue.add(List.of(entry("done"), entry("was in hand"), entry("given up")));
      var leases = queue.lease("inbox", 3, MINUTE);
      queue.done(leases.subList(0, 1));
      queue.bury(leases.get(2), "no such channel");
      queue.add(List.of(entry("waits")));
      queue.add(List.of(new Entry("inbox", "", "planned", "", NOW.plus(Duration.ofDays(9)))));
    }
  }

  private void change(RedisServer server) {
    try (var state = RedisState.open(server.settings(), clock)) {
      var key = PARTITION.key("a");
      state.records().write(Write.replace(state.records().find(key).orElseThrow(), "changed"));
    }
  }

  /** What is handed out there, once; all else is looked at, too. */
  private List<String> entries(RedisServer restored) {
    clock.advance(MINUTE);
    try (var state = RedisState.open(restored.settings(), clock)) {
      var queue = state.queue();
      assertThat(queue.add(List.of(entry("done")))).as("what is known stays known").isZero();
      assertThat(queue.depth("inbox").waiting()).isPositive();
      assertThat(queue.buried("inbox", 9))
          .extracting(DeadLetter::reason)
          .containsExactly("no such channel");
      var leases = queue.lease("inbox", 9, MINUTE);
      queue.done(leases);
      return leases.stream().map(lease -> lease.entry().key()).toList();
    }
  }

  private String record(RedisServer restored) {
    try (var state = RedisState.open(restored.settings(), clock)) {
      return state.records().find(PARTITION.key("a")).orElseThrow().content();
    }
  }

  private static Entry entry(String key) {
    return new Entry("inbox", "", key, "", NOW);
  }
}
