package ponte.mvstore;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import ponte.TestClock;
import ponte.store.Queue;
import ponte.store.QueueAgainstModel;

class MvStoreQueueModelTest extends QueueAgainstModel {

  private final Path file;
  private @Nullable MvStoreState state;
  private Clock clock = TestClock.at("1970-01-01T00:00:00Z");

  MvStoreQueueModelTest(@TempDir Path folder) {
    file = folder.resolve("state.db");
  }

  @Override
  protected Queue emptyQueue(Clock other) {
    clock = other;
    state = MvStoreState.open(file, clock);
    return state.queue();
  }

  @Override
  protected Queue afterRestart(Queue queue) {
    close();
    state = MvStoreState.open(file, clock);
    return state.queue();
  }

  @AfterEach
  void close() {
    if (state != null) {
      state.close();
    }
  }
}
