package ponte.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A state whose going and coming back is noticed: it is logged once that it cannot be had, and once
 * that it can again, however many ask for it meanwhile.
 *
 * <p>It counts as away from the first failure until something succeeds and nothing has failed for
 * {@link #CALM}: of a store in several parts, one may be there while another is not.
 */
public final class WatchedState implements State {

  /** So long nothing must have failed until it counts as back. */
  public static final Duration CALM = Duration.ofSeconds(3);

  private static final Logger log = LoggerFactory.getLogger(WatchedState.class);

  private final State state;
  private final Clock clock;
  private final Records records;
  private final Queue queue;
  private final Consumer<State> admission;
  private volatile @Nullable Absence absence;
  private volatile boolean admitted;
  private volatile boolean closed;

  /** An outage that lasts. */
  private record Absence(Instant since, Instant lastFailure) {}

  /**
   * @param admission refuses a state that nobody may work with yet, as if it were away; asked again
   *     and again until it does not, and never after
   */
  public WatchedState(State state, Clock clock, Consumer<State> admission) {
    this.state = state;
    this.clock = clock;
    this.admission = admission;
    this.records = new WatchedRecords(state.records(), this);
    this.queue = new WatchedQueue(state.queue(), this);
  }

  @Override
  public Records records() {
    return records;
  }

  @Override
  public Queue queue() {
    return queue;
  }

  /**
   * Since when the store has been away; empty: it is there, as far as anybody who asked it knows.
   */
  public Optional<Instant> awaySince() {
    return Optional.ofNullable(absence).map(Absence::since);
  }

  @Override
  public Stream<Stored> everything() {
    return watched(state::everything);
  }

  @Override
  public void load(List<Stored> part) {
    watched(
        () -> {
          state.load(part);
          return part;
        });
  }

  @Override
  public void close() {
    closed = true;
    state.close();
  }

  <T> T watched(Supplier<T> call) {
    try {
      admit();
      var result = call.get();
      succeeded();
      return result;
    } catch (StoreUnavailableException e) {
      failed(e);
      throw e;
    }
  }

  void admit() {
    if (!admitted) {
      admission.accept(state);
      admitted = true;
    }
  }

  void succeeded() {
    if (absence != null) {
      seeWhetherItIsBack();
    }
  }

  private synchronized void seeWhetherItIsBack() {
    var lasting = absence;
    var now = clock.instant();
    if (lasting != null && !now.isBefore(lasting.lastFailure().plus(CALM))) {
      absence = null;
      log.atInfo()
          .addKeyValue("seconds", Duration.between(lasting.since(), now).toSeconds())
          .log("the store is back");
    }
  }

  /** Whoever still asks when it was closed learns so; that is no absence to be told of. */
  synchronized void failed(StoreUnavailableException failure) {
    if (closed) {
      return;
    }
    var lasting = absence;
    var now = clock.instant();
    if (lasting == null) {
      log.atWarn()
          .addKeyValue("reason", failure.getMessage())
          .log("the store is away; ponte waits for it and takes nothing in meanwhile");
    }
    absence = new Absence(lasting == null ? now : lasting.since(), now);
  }
}
