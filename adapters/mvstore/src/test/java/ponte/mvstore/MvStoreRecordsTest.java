package ponte.mvstore;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import ponte.store.Records;
import ponte.store.RecordsContract;

class MvStoreRecordsTest extends RecordsContract {

  private final Path folder;
  private @Nullable MvStoreState state;

  MvStoreRecordsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  protected Records emptyRecords(Clock clock) {
    state = MvStoreState.open(folder.resolve("state.db"), clock);
    return state.records();
  }

  @AfterEach
  void close() {
    if (state != null) {
      state.close();
    }
  }
}
