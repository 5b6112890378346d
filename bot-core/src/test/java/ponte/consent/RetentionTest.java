package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;

class RetentionTest {

  private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

  private final ChannelId dev = new ChannelId(new WorkspaceId("T1"), "C1");

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  @Test
  void keepsEverythingForEverWhereNothingIsSet() {
    assertThat(Retention.FOREVER.since(dev, "dev", NOW)).isEmpty();
    assertThat(Retention.FOREVER.isLimited()).isFalse();
  }

  @Test
  void aChannelHoldsBeforeItsWorkspaceAndThatBeforeWhatIsUsual() {
    var rules =
        new Retention(days(300), Map.of("t1", days(90)), Map.of("dev", days(700), "d*", days(500)));

    assertThat(rules.since(dev, "dev", NOW)).contains(NOW.minus(days(500)));
    assertThat(rules.since(dev, "random", NOW)).contains(NOW.minus(days(90)));
    assertThat(rules.since(new ChannelId(new WorkspaceId("T2"), "C9"), "random", NOW))
        .contains(NOW.minus(days(300)));
  }

  @Test
  void refusesToKeepNothingAtAll() {
    assertThatThrownBy(() -> new Retention(Duration.ZERO, Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
