package ponte.app.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import ponte.archive.ArchiveUnavailableException;
import ponte.archive.InMemoryArchive;
import ponte.archive.LateArchive;

class ArchiveWatchTest {

  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final Deque<Runnable> beside = new ArrayDeque<>();
  private final AtomicBoolean away = new AtomicBoolean();
  private final AtomicBoolean broken = new AtomicBoolean();
  private final ArchiveWatch watch =
      new ArchiveWatch(
          new LateArchive(
              () -> {
                if (broken.get()) {
                  throw new IllegalStateException("nobody thought of it");
                }
                if (away.get()) {
                  throw new ArchiveUnavailableException("no node answers", null);
                }
                return new InMemoryArchive();
              }),
          beside::add,
          clock);
  private final ArchiveHealthIndicator health = new ArchiveHealthIndicator(watch);

  private void look() {
    now.updateAndGet(before -> before.plus(Duration.ofSeconds(11)));
    health.health();
    beside.pop().run();
  }

  @Test
  void letsNobodyWaitAndLooksNotTooOften() {
    assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
    assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
    assertThat(beside).hasSize(1);

    beside.pop().run();

    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(beside).isEmpty();
  }

  @Test
  void doesNotGoOnTellingThatAllIsWellWhereItCannotLook() {
    broken.set(true);
    look();

    assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(health.health().getDetails())
        .containsEntry("trouble", "java.lang.IllegalStateException");
  }

  @Test
  void tellsSinceWhenItIsAwayUntilItIsBack() {
    away.set(true);
    look();
    look();

    assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(health.health().getDetails())
        .containsEntry("trouble", "no node answers")
        .containsEntry("awaySince", START.plusSeconds(11));

    away.set(false);
    look();

    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(watch.latest()).hasValueSatisfying(seen -> assertThat(seen.awaySince()).isEmpty());
  }
}
