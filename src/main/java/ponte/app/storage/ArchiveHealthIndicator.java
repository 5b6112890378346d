package ponte.app.storage;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import ponte.app.storage.ArchiveWatch.Trouble;

/**
 * Whether the archive can be read and written. A replica without it is ready nonetheless: what
 * platforms send is taken in by the store, and waits there until the archive is back.
 */
public final class ArchiveHealthIndicator implements HealthIndicator {

  private final ArchiveWatch watch;

  public ArchiveHealthIndicator(ArchiveWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    var latest = watch.latest();
    if (latest.isEmpty()) {
      return Health.unknown().build();
    }
    return latest.get().trouble() instanceof Trouble(var since, var words)
        ? Health.outOfService().withDetail("trouble", words).withDetail("awaySince", since).build()
        : Health.up().build();
  }
}
