package ponte.slack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.slack.live.Stand.ADA;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import ponte.consent.DoNotDisturb;
import ponte.consent.Preference.Standing;

/** When somebody is not to be disturbed, as Slack tells it. */
class PeaceTest {

  private final Stand slack = new Stand();

  @Test
  void isKeptForTheNextTime() {
    slack.send("dnd_updated_user");

    assertThat(slack.preferences.undisturbed(ADA))
        .containsExactly(
            new DoNotDisturb(
                Instant.ofEpochSecond(1_772_445_600),
                Instant.ofEpochSecond(1_772_452_800),
                Instant.parse("2026-03-02T09:05:00.000100Z")));
  }

  @Test
  void isNotKeptOfWhoeverIsForgotten() {
    slack.preferences.change(ADA, old -> old.with(Standing.FORGOTTEN));

    slack.send("dnd_updated_user");

    assertThat(slack.preferences.undisturbed(ADA)).isEmpty();
  }
}
