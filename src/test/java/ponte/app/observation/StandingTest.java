package ponte.app.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import ponte.app.observation.Standing.Word;

class StandingTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final Deque<Runnable> beside = new ArrayDeque<>();
  private final AtomicReference<Map<String, Word>> words =
      new AtomicReference<>(Map.of("T1", new Word.Accepted()));
  private final Standing standing = new Standing("slack", words::get, beside::add, clock);
  private final StandingHealthIndicator health = new StandingHealthIndicator(standing);

  @Test
  void isNotKnownUntilThePlatformWasAskedBeside() {
    assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
    assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
    assertThat(beside).hasSize(1);

    beside.pop().run();

    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(health.health().getDetails()).containsEntry("T1", "accepted");
    assertThat(beside).as("a minute is not over").isEmpty();
  }

  @Test
  void isLimitedAndNotDownWhereATokenIsRefusedOrNobodyAnswers() {
    words.set(Map.of("T1", new Word.Accepted(), "T2", new Word.Refused("token_revoked")));
    health.health();
    beside.pop().run();
    assertThat(health.health().getStatus()).isEqualTo(StandingHealthIndicator.LIMITED);
    assertThat(health.health().getDetails()).containsEntry("T2", "refused: token_revoked");

    now.updateAndGet(before -> before.plus(Duration.ofMinutes(2)));
    words.set(Map.of("T1", new Word.Silent()));
    health.health();
    beside.pop().run();
    assertThat(health.health().getDetails()).containsEntry("T1", "no answer");
  }
}
