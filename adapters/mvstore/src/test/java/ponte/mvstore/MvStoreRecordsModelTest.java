package ponte.mvstore;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import ponte.TestClock;
import ponte.store.Records;
import ponte.store.RecordsAgainstModel;

class MvStoreRecordsModelTest extends RecordsAgainstModel {

  private final Path file;
  private @Nullable MvStoreState state;
  private Clock clock = TestClock.at("1970-01-01T00:00:00Z");

  MvStoreRecordsModelTest(@TempDir Path folder) {
    file = folder.resolve("state.db");
  }

  @Override
  protected Records emptyRecords(Clock other) {
    clock = other;
    state = MvStoreState.open(file, clock);
    return state.records();
  }

  @Override
  protected Records afterRestart(Records records) {
    close();
    state = MvStoreState.open(file, clock);
    return state.records();
  }

  @AfterEach
  void close() {
    if (state != null) {
      state.close();
    }
  }
}
