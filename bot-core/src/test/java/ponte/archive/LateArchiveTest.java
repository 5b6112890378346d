package ponte.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;

class LateArchiveTest extends ArchiveContract {

  private static final Audience SOMEBODY = Audience.of(new ChannelId(new WorkspaceId("T1"), "C1"));

  private final AtomicBoolean away = new AtomicBoolean(true);
  private final AtomicInteger opened = new AtomicInteger();
  private final LateArchive late = new LateArchive(this::open);

  @Override
  protected Archive emptyArchive() {
    return new LateArchive(InMemoryArchive::new);
  }

  private Archive open() {
    if (away.get()) {
      throw new ArchiveUnavailableException("away", null);
    }
    opened.incrementAndGet();
    return new InMemoryArchive();
  }

  @Test
  void isOpenedOnceByWhoeverFirstNeedsItWhenItIsThere() {
    assertThatExceptionOfType(ArchiveUnavailableException.class)
        .isThrownBy(() -> late.extent(SOMEBODY))
        .withMessage("away");
    assertThatThrownBy(late::requireUsable).isInstanceOf(ArchiveUnavailableException.class);

    away.set(false);
    late.requireUsable();

    assertThat(late.extent(SOMEBODY).messages()).isZero();
    assertThat(opened).hasValue(1);
  }

  @Test
  void letsNobodyWaitWhileSomebodyTriesToOpenIt() {
    var within = new AtomicInteger();
    var archive = new LateArchive[1];
    archive[0] =
        new LateArchive(
            () -> {
              assertThatThrownBy(() -> archive[0].extent(SOMEBODY))
                  .isInstanceOf(ArchiveUnavailableException.class)
                  .hasMessageContaining("not open yet");
              within.incrementAndGet();
              return new InMemoryArchive();
            });

    assertThat(archive[0].extent(SOMEBODY).messages()).isZero();
    assertThat(within).hasValue(1);
  }

  @Test
  void isNotOpenedAnyMoreWhenItWasClosed() {
    away.set(false);
    late.close();

    assertThatThrownBy(() -> late.extent(SOMEBODY)).isInstanceOf(ArchiveUnavailableException.class);
  }
}
