package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.archive.Chat;
import ponte.opensearch.OpenSearchUnavailableException.Reason;

class RefusalsTest {

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final Refusals refusals = new Refusals(clock);

  /** Another replica may have changed the channel since. */
  @Test
  void areForgottenWhereNobodyTriesAgainForTwoMinutes() {
    refusals.refused(
        Chat.in("dev").channel(),
        new OpenSearchUnavailableException(Reason.REFUSED, "too many shards", null));
    clock.advance(Duration.ofMinutes(2));
    assertThatExceptionOfType(OpenSearchUnavailableException.class)
        .isThrownBy(refusals::requireNone)
        .withMessageContaining("too many shards");

    clock.advance(Duration.ofSeconds(1));

    assertThatCode(refusals::requireNone).doesNotThrowAnyException();
  }
}
