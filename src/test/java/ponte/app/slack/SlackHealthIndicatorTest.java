package ponte.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import ponte.app.observation.StandingHealthIndicator;
import ponte.slack.live.Connections;
import ponte.slack.live.Trouble;

class SlackHealthIndicatorTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Health ACCEPTED = Health.up().withDetail("T1", "accepted").build();

  private static Health health(
      Health tokens, int open, @Nullable Instant noneSince, @Nullable Trouble trouble) {
    var state = new Connections.State(2, open, noneSince, trouble);
    return new SlackHealthIndicator(() -> tokens, () -> state, Clock.fixed(NOW, ZoneOffset.UTC))
        .health();
  }

  @Test
  void isLimitedAtOnceWhereSlackRefusesTheAppsToken() {
    var health = health(ACCEPTED, 0, NOW, new Trouble.Refused("invalid_auth"));

    assertThat(health.getStatus()).isEqualTo(StandingHealthIndicator.LIMITED);
    assertThat(health.getDetails())
        .containsEntry("T1", "accepted")
        .containsEntry(
            "connections",
            "0 of 2, none since 2026-03-02T09:00:00Z, app token refused: invalid_auth");
  }

  @Test
  void isLimitedWhereNoConnectionIsOpenForAMinute() {
    var trouble = new Trouble.NoAnswer("status 500");

    assertThat(health(ACCEPTED, 0, NOW.minusSeconds(59), trouble).getStatus()).isEqualTo(Status.UP);
    assertThat(health(ACCEPTED, 0, NOW.minusSeconds(60), trouble).getStatus())
        .isEqualTo(StandingHealthIndicator.LIMITED);
    assertThat(health(ACCEPTED, 0, NOW.minusSeconds(60), null).getStatus())
        .isEqualTo(StandingHealthIndicator.LIMITED);
  }

  @Test
  void isWellWithOneConnectionThatSlackReachesItBy() {
    var health = health(ACCEPTED, 1, null, new Trouble.NoAnswer("too_many_websockets"));

    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(health.getDetails())
        .containsEntry("connections", "1 of 2, no answer: too_many_websockets");
  }

  @Test
  void saysWhatTheTokensAreWhereSlackComesToPonte() {
    var limited =
        Health.status(StandingHealthIndicator.LIMITED).withDetail("T1", "refused").build();
    var none = new SlackConnections(null);

    var health =
        new SlackHealthIndicator(() -> limited, none::state, Clock.fixed(NOW, ZoneOffset.UTC))
            .health();

    assertThat(health).isEqualTo(limited);
  }
}
