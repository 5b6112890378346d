package ponte.mvstore;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import ponte.store.State;
import ponte.store.StateContract;

class MvStoreStateContractTest extends StateContract {

  private final Path folder;
  private final List<State> states = new ArrayList<>();

  MvStoreStateContractTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Override
  protected State emptyState(Clock clock) {
    var state = MvStoreState.open(folder.resolve(states.size() + ".mv"), clock);
    states.add(state);
    return state;
  }

  @AfterEach
  void close() {
    states.forEach(State::close);
  }
}
