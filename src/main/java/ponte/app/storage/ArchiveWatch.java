package ponte.app.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.archive.Archive;
import ponte.archive.ArchiveUnavailableException;

/**
 * How the archive does, wherever it lies. It is looked at every ten seconds at most, beside whoever
 * wants to know, who is told what was seen last: to find out that it is away may take long.
 */
public final class ArchiveWatch {

  private static final Logger log = LoggerFactory.getLogger(ArchiveWatch.class);

  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Archive archive;
  private final Executor beside;
  private final Clock clock;
  private final AtomicBoolean isLooking = new AtomicBoolean();
  private volatile @Nullable Seen seen;

  /**
   * What was seen last.
   *
   * @param trouble why it cannot be used, and since when; null: it can
   */
  public record Seen(Instant at, @Nullable Trouble trouble) {

    /** Since when it cannot be used; empty: it can. */
    public Optional<Instant> awaySince() {
      return Optional.ofNullable(trouble).map(Trouble::since);
    }
  }

  /** Why it cannot be used. */
  public record Trouble(Instant since, String words) {}

  public ArchiveWatch(Archive archive, Executor beside, Clock clock) {
    this.archive = archive;
    this.beside = beside;
    this.clock = clock;
  }

  /** What was seen last; empty: nobody has looked yet. */
  public Optional<Seen> latest() {
    var last = seen;
    if ((last == null || Duration.between(last.at(), clock.instant()).abs().compareTo(FRESH) > 0)
        && isLooking.compareAndSet(false, true)) {
      beside.execute(this::look);
    }
    return Optional.ofNullable(last);
  }

  private void look() {
    var before = Optional.ofNullable(seen).flatMap(Seen::awaySince);
    var begun = clock.instant();
    try {
      archive.requireUsable();
      seen = new Seen(clock.instant(), null);
      before.ifPresent(
          since -> log.atWarn().addKeyValue("awaySince", since).log("the archive is back"));
    } catch (RuntimeException e) {
      // Whatever it is: who cannot look must not go on telling that all is well.
      var words =
          e instanceof ArchiveUnavailableException
              ? String.valueOf(e.getMessage())
              : e.getClass().getName();
      seen = new Seen(clock.instant(), new Trouble(before.orElse(begun), words));
      if (before.isEmpty()) {
        log.atError().addKeyValue("trouble", words).log("the archive cannot be used");
      }
    } finally {
      isLooking.set(false);
    }
  }
}
