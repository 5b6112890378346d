package ponte.app.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.app.Demo;
import ponte.conversation.TimeSpan;
import ponte.redis.RedisCluster;
import ponte.redis.RedisSettings;
import ponte.redis.RedisSettings.Login;
import ponte.redis.RedisState;
import ponte.store.Entry;
import ponte.store.Partition;
import ponte.store.Write;

/** The user that the guide to Redis gives Ponte may do what Ponte does. */
class RedisRightsTest {

  private static final Partition THINGS = new Partition("thing", "all");

  @Test
  void areEnoughForRecordsQueueAndHealth() throws Exception {
    try (var cluster = RedisCluster.start(3, 0)) {
      var rights = rights();
      for (var server : cluster.servers()) {
        assertThat(server.ask("ACL", rights)).isEqualTo("OK");
      }
      try (var state = RedisState.openOnItsTime(asPonte(cluster), Clock.systemUTC())) {
        keepAndForget(state);
        workAndGiveUp(state);
        assertThat(state.health().reachable()).isTrue();
        assertThat(state.health().writable()).isTrue();
      }
    }
  }

  private static void keepAndForget(RedisState state) {
    var records = state.records();
    var now = state.clock().instant();
    assertThat(records.write(Write.create(THINGS.key("one"), "1").at(now))).isTrue();
    assertThat(
            records.writeAll(
                List.of(Write.create(THINGS.key("two"), "2").expiring(now.plusSeconds(600)))))
        .isTrue();
    assertThat(records.list(THINGS, "", 10)).hasSize(2);
    assertThat(records.between(THINGS, new TimeSpan(Instant.EPOCH, now.plusSeconds(1)), 10))
        .hasSize(1);
    assertThat(records.remove(THINGS.key("one"), 1)).isTrue();
    records.drop(THINGS);
    assertThat(records.find(THINGS.key("two"))).isEmpty();
    try (var everything = state.everything()) {
      assertThat(everything).isEmpty();
    }
  }

  private static void workAndGiveUp(RedisState state) throws InterruptedException {
    var queue = state.queue();
    var time = Duration.ofMinutes(1);
    var now = state.clock().instant();
    queue.add(List.of(new Entry("work", "lane", "a", "a", now)));
    queue.add(List.of(new Entry("work", "lane", "b", "b", now)));
    queue.await("work", time);
    var leases = queue.lease("work", 2, time);
    assertThat(leases).hasSize(2);
    assertThat(queue.extend(leases.getFirst(), time)).isTrue();
    assertThat(queue.bury(leases.getFirst(), "given up")).isTrue();
    assertThat(queue.retry(leases.getLast(), now, "again")).isTrue();
    queue.done(List.of(queue.lease("work", "b", time).orElseThrow()));
    assertThat(queue.buried("work", 10)).hasSize(1);
    assertThat(queue.replay("work", "a")).isTrue();
    assertThat(queue.depth("work").waiting()).isEqualTo(1);
  }

  private static RedisSettings asPonte(RedisCluster cluster) {
    var open = cluster.settings();
    return new RedisSettings(
        open.topology(),
        new Login("ponte", "PASSWORD"),
        null,
        open.prefix(),
        open.connecting(),
        open.answering(),
        0);
  }

  /** As they stand in the guide. */
  private static String[] rights() throws IOException {
    var guide = Demo.folder().resolve(Path.of("..", "..", "docs", "redis.md"));
    var line =
        Files.readAllLines(guide).stream()
            .filter(each -> each.startsWith("ACL SETUSER ponte on "))
            .findFirst()
            .orElseThrow();
    return line.substring("ACL ".length()).split(" ");
  }
}
