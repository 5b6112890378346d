package ponte.app.console;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import ponte.conversation.PersonId;

/**
 * Looks at what may take long to be read. Who would wait too long is told so, may come back, and is
 * shown what there is then: nothing that was found before is kept, only what was read for it.
 */
final class LongLooks {

  /** Who never comes back is one of so many at most. */
  private static final int MOST = 500;

  private final Turns turns;
  private final Duration patience;
  private final Map<Wanted, CompletableFuture<Object>> going = new ConcurrentHashMap<>();
  private final Set<Wanted> sentAway = ConcurrentHashMap.newKeySet();

  private record Wanted(PersonId person, Object what) {}

  /**
   * @param patience how long anybody waits before they are told that it takes longer
   */
  LongLooks(Turns turns, Duration patience) {
    this.turns = turns;
    this.patience = patience;
  }

  /**
   * Takes a look; empty: it takes longer, and is gone on with.
   *
   * @param what is the same when they come back for it
   * @throws BusyException as {@link Turns#take}, but for one who is waiting for another look
   */
  <T> Optional<T> take(PersonId person, Object what, Class<T> type, Supplier<T> look) {
    var wanted = new Wanted(person, what);
    try {
      if (!going.containsKey(wanted) && sentAway.remove(wanted)) {
        return Optional.of(turns.take(person, look));
      }
      var found = going.computeIfAbsent(wanted, _ -> begin(wanted, look));
      var shown = type.cast(found.get(patience.toMillis(), TimeUnit.MILLISECONDS));
      sentAway.remove(wanted);
      return Optional.of(shown);
    } catch (TimeoutException e) {
      if (sentAway.size() < MOST) {
        sentAway.add(wanted);
      }
      return Optional.empty();
    } catch (ExecutionException e) {
      return waiting(e.getCause());
    } catch (BusyException e) {
      return waiting(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException(HttpStatus.SERVICE_UNAVAILABLE);
    }
  }

  private static <T> Optional<T> waiting(@Nullable Throwable failure) {
    return switch (failure) {
      case BusyException busy when busy.status() == HttpStatus.TOO_MANY_REQUESTS ->
          Optional.empty();
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw new IllegalStateException(failure);
    };
  }

  private CompletableFuture<Object> begin(Wanted wanted, Supplier<?> look) {
    var found = new CompletableFuture<Object>();
    Thread.ofPlatform()
        .daemon()
        .name("long-look")
        .start(
            () -> {
              try {
                Object shown = turns.take(wanted.person(), look);
                going.remove(wanted, found);
                found.complete(shown);
              } catch (Throwable e) {
                going.remove(wanted, found);
                found.completeExceptionally(e);
              }
            });
    return found;
  }
}
