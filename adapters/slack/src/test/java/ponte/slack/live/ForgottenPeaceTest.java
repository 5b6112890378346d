package ponte.slack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.slack.live.Stand.ADA;

import org.junit.jupiter.api.Test;
import ponte.consent.Preference.Standing;

/** When somebody is not to be disturbed who had themselves forgotten. */
class ForgottenPeaceTest {

  private final Stand slack = new Stand();

  @Test
  void isNotKept() {
    slack.preferences.change(ADA, old -> old.with(Standing.FORGOTTEN));

    slack.send("dnd_updated_user");

    assertThat(slack.preferences.of(ADA).doNotDisturb()).isNull();
  }
}
