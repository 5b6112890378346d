package ponte.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.app.Demo;
import ponte.app.storage.Presence;
import ponte.app.storage.ReplicaName;
import ponte.redis.RedisServer;
import ponte.redis.RedisState;

/** The commands where the settings name Redis. */
class CommandLineOnRedisTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void importsAsksAndSaysThatRedisIsAway(@TempDir Path data) {
    try (var redis = RedisServer.start()) {
      var shell = on(redis.node());
      assertThat(ran(shell, data, "ask", "who knows about kafka?"))
          .satisfies(
              nothing -> {
                assertThat(nothing.exitCode()).isEqualTo(PonteCommand.NO_DATA);
                assertThat(nothing.err()).contains("There is nothing in");
              });
      var none = data.resolve("none");
      assertThat(shell.ran("dead-letters", "--data", none.toString()).exitCode()).isZero();
      assertThat(none).as("nothing of Redis lies there").doesNotExist();

      assertThat(ran(shell, data, "import", Demo.folder().toString(), "-q").exitCode()).isZero();
      var asked = ran(shell, data, "ask", "who knows about kafka?");
      assertThat(asked.exitCode()).isZero();
      assertThat(asked.out()).contains("Dario", "Answered 6 questions about it");

      var doctor = ran(shell, data, "doctor", "--json");
      assertThat(doctor.out()).contains("The store is there {", "persistence=APPEND_ONLY");

      redis.kill();
      assertThat(ran(shell, data, "doctor", "--json").out()).contains("The store is away: ");
      var away = ran(shell, data, "ask", "who knows about kafka?");
      assertThat(away.exitCode()).isEqualTo(PonteCommand.NO_DATA);
      assertThat(away.err()).contains(redis.node().toString()).doesNotContain("\tat ");
    }
  }

  @Test
  void movesNoStateAwayFromAReplicaAtWork(@TempDir Path data) {
    try (var redis = RedisServer.start()) {
      var shell = on(redis.node());
      var file = data.resolve("state.gz");
      try (var state = RedisState.open(redis.settings(), Clock.systemUTC())) {
        var replica =
            new Presence(
                state.records(), new ReplicaName("other"), Clock.systemUTC(), others -> {});
        replica.start();
        await().atMost(PATIENCE).until(() -> Presence.count(state.records()) == 1);

        var refused = ran(shell, data, "export-state", file.toString(), "-q");
        assertThat(refused.exitCode()).isEqualTo(PonteCommand.NO_DATA);
        assertThat(refused.err()).contains("Replicas still at work on this store: 1.");

        replica.stop();
        assertThat(ran(shell, data, "export-state", file.toString(), "-q").exitCode()).isZero();
      }
    }
  }

  @Test
  void saysWhichSettingIsWrong(@TempDir Path data) {
    var refused = ran(on("nonsense"), data, "ask", "who knows about kafka?");

    assertThat(refused.exitCode()).isEqualTo(PonteCommand.BAD_CALL);
    assertThat(refused.err()).contains("ponte.redis.nodes has \"nonsense\"");
  }

  private static Shell on(Object nodes) {
    return Shell.ENGLISH.with("ponte.store", "redis").with("ponte.redis.nodes", nodes);
  }

  private static Ran ran(Shell shell, Path data, String... words) {
    var command = new String[words.length + 2];
    System.arraycopy(words, 0, command, 0, words.length);
    command[words.length] = "--data";
    command[words.length + 1] = data.resolve("data").toString();
    return shell.ran(command);
  }
}
