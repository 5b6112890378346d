package ponte.mvstore;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import ponte.store.Queue;
import ponte.store.QueueContract;

class MvStoreQueueTest extends QueueContract {

  private final Path folder;
  private @Nullable MvStoreState state;

  MvStoreQueueTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  protected Queue emptyQueue(Clock clock) {
    state = MvStoreState.open(folder.resolve("state.db"), clock);
    return state.queue();
  }

  @AfterEach
  void close() {
    if (state != null) {
      state.close();
    }
  }
}
