package ponte.app.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.TestClock;
import ponte.redis.RedisServer;
import ponte.store.Partition;
import ponte.store.StoreUnavailableException;
import ponte.store.WatchedState;

class StorageTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final TestClock ahead = TestClock.at("2100-01-01T00:00:00Z");

  @Test
  void isBackHoweverFarAheadTheClockOfTheMachineIs(@TempDir Path data) {
    try (var redis = RedisServer.start()) {
      redis.kill();
      try (var storage = new Storage.OnRedis(redis.settings()).open(data, ahead, _ -> {})) {
        assertThatThrownBy(() -> look(storage)).isInstanceOf(StoreUnavailableException.class);
        assertThat(storage.state().awaySince()).contains(ahead.instant());

        redis.restart();
        await()
            .atMost(PATIENCE)
            .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
            .until(
                () -> {
                  look(storage);
                  ahead.advance(WatchedState.CALM);
                  look(storage);
                  return true;
                });

        assertThat(storage.state().awaySince()).isEmpty();
        assertThat(storage.clock().instant()).isBefore(ahead.instant());
      }
    }
  }

  private static void look(OpenStorage storage) {
    storage.state().records().list(new Partition("kind", "all"), "", 1);
  }
}
