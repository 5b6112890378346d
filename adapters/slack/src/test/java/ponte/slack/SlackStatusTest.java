package ponte.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.conversation.Away;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SlackStatusTest {

  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource({
    "Vacationing, :palm_tree:",
    "'', :palm_tree:",
    "Out sick, :face_with_thermometer:",
    "On vacation until Monday, ''",
    "ooo - back on the 4th, :calendar:",
    "Out of   office, ''",
    "On parental leave &amp; offline, :baby:",
    "In ferie dal 3, :sunny:",
    "fuori ufficio, ''",
    "MATERNITÀ, ''",
    "In malattia, :pill:"
  })
  void isAway(String text, String emoji) {
    assertThat(SlackStatus.away(profile(text, emoji, 0))).isEqualTo(Away.until(null));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "In a meeting, :calendar:",
    "Commuting, :bus:",
    "Working remotely, :house_with_garden:",
    "Leave me alone, :headphones:",
    "Focus: ferienwohnung, ''",
    "Back from vacation, :palm_tree:",
    "Happy holidays!, :christmas_tree:",
    "Rientrato dalle ferie, ''",
    "Buone vacanze, ''"
  })
  void isThere(String text, String emoji) {
    assertThat(SlackStatus.away(profile(text, emoji, 0))).isNull();
  }

  @Test
  void isAwayUntilTheStatusExpires() {
    assertThat(SlackStatus.away(profile("", ":palm_tree:", 1_796_000_400)))
        .isEqualTo(Away.until(Instant.ofEpochSecond(1_796_000_400)));
  }

  @Test
  void isNothingThatAnExportWouldStillTell() {
    var user = JSON.createObjectNode().put("name", "ada");
    user.set("profile", profile("Vacationing", ":palm_tree:", 0));
    var ada = new PersonId(new WorkspaceId("T1"), "U1");
    var read = SlackPerson.read("U1", user);

    assertThat(read.in(ada).away()).isEqualTo(Away.until(null));
    assertThat(read.asOfOld().in(ada).away()).isNull();
  }

  private static ObjectNode profile(String text, String emoji, long expiration) {
    return JSON.valueToTree(
        Map.of("status_text", text, "status_emoji", emoji, "status_expiration", expiration));
  }
}
