package ponte.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ponte.TestClock;

class WatchedStateTest {

  private static final Key KEY = new Partition("thing", "all").key("one");

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final InMemoryQueue queue = new InMemoryQueue(clock);
  private boolean away;
  private boolean halfLoaded;
  private final WatchedState state = new WatchedState(new Flaky(), clock, _ -> admit());

  /** Answers unless it is away. */
  private final class Flaky implements State {

    @Override
    public Records records() {
      return flaky(Records.class, records);
    }

    @Override
    public Queue queue() {
      return flaky(Queue.class, queue);
    }

    private <T> T flaky(Class<T> port, T real) {
      InvocationHandler handler =
          (_, method, arguments) -> {
            if (away) {
              throw new StoreUnavailableException("nobody answers", null);
            }
            try {
              return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          };
      return port.cast(
          Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    @Override
    public Stream<Stored> everything() {
      return Stream.empty();
    }

    @Override
    public void load(List<Stored> part) {}

    @Override
    public void close() {}
  }

  private void admit() {
    if (halfLoaded) {
      throw new StoreUnavailableException("not all of it is there yet", null);
    }
  }

  @Test
  void isNotAwayWhenItWasClosed() {
    state.close();
    away = true;

    assertThatThrownBy(() -> state.records().find(KEY))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(state.awaySince()).isEmpty();
  }

  @Test
  void isAwayForEverybodyUntilItMayBeWorkedWith() {
    halfLoaded = true;
    assertThatThrownBy(() -> state.records().write(Write.create(KEY, "early")))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(state.awaySince()).isPresent();

    halfLoaded = false;

    assertThat(state.records().find(KEY)).isEmpty();
  }

  @Test
  void isThereUntilSomethingFails() {
    state.records().find(KEY);
    state.queue().depth("inbox");

    assertThat(state.awaySince()).isEmpty();
  }

  @Test
  void isAwaySinceTheFirstFailure() {
    var since = clock.instant();
    away = true;

    assertThatThrownBy(() -> state.records().find(KEY))
        .isInstanceOf(StoreUnavailableException.class);
    clock.advance(Duration.ofMinutes(1));
    assertThatThrownBy(() -> state.queue().await("inbox", Duration.ofSeconds(1)))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(state.awaySince()).contains(since);
  }

  @Test
  void isBackOnceSomethingSucceedsAndNothingHasFailedForAWhile() {
    away = true;
    assertThatThrownBy(() -> state.queue().depth("inbox"))
        .isInstanceOf(StoreUnavailableException.class);
    away = false;

    state.records().find(KEY);
    assertThat(state.awaySince()).as("another part of it may still be away").isPresent();
    clock.advance(WatchedState.CALM);
    assertThat(state.awaySince()).as("nobody has asked it").isPresent();
    state.records().find(KEY);

    assertThat(state.awaySince()).isEmpty();
  }
}
