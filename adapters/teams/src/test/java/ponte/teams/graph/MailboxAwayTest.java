package ponte.teams.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ponte.conversation.Away;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailboxAwayTest {

  private static final Map<String, String> END =
      Map.of("dateTime", "2026-11-30T08:00:00.0000000", "timeZone", "Pacific Standard Time");

  @Test
  void isAwayWithoutAnEndWhereMailIsAlwaysAnswered() {
    assertThat(MailboxAway.read(mailbox(Map.of("status", "alwaysEnabled"))))
        .contains(Away.until(null));
  }

  @Test
  void isAwayUntilTheScheduledEndInItsZone() {
    assertThat(
            MailboxAway.read(mailbox(Map.of("status", "scheduled", "scheduledEndDateTime", END))))
        .contains(Away.until(Instant.parse("2026-11-30T16:00:00Z")));
  }

  @Test
  void isThereWhereNothingIsAnsweredOrTold() {
    assertThat(MailboxAway.read(mailbox(Map.of("status", "disabled", "scheduledEndDateTime", END))))
        .isEmpty();
    assertThat(MailboxAway.read(mailbox(Map.of("status", "scheduled")))).isEmpty();
    assertThat(MailboxAway.read(new JsonMapper().createObjectNode())).isEmpty();
  }

  private static JsonNode mailbox(Map<String, Object> replies) {
    return new JsonMapper().valueToTree(Map.of("automaticRepliesSetting", replies));
  }
}
