package ponte.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.archive.Chat;
import ponte.directory.Roles;
import ponte.expert.Workspace;
import ponte.nudge.Effects.Said;

class EffectRepliesTest {

  private final Workspace acme = new Workspace().people("ada", "bob");
  private final Effects effects = new Effects(acme.records, EffectRules.DEFAULT, acme.clock);
  private final EffectReplies replies =
      new EffectReplies(
          effects, acme.directory, new Roles(Set.of(Chat.person("ada").toString()), Set.of()));

  @BeforeEach
  void itIsAMonday() {
    acme.clock.set(Instant.parse("2026-03-02T09:00:00Z"));
  }

  private String shownTo(String name) {
    return replies.show(acme.asker(name)).toString();
  }

  private void shows(int times, Kind kind) {
    for (var time = 0; time < times; time++) {
      var key = kind + " " + time;
      effects.shown(new Nudge(Chat.person("bob"), key, kind, null, Instant.MAX));
    }
  }

  @Test
  void areForCommunityManagersAlone() {
    assertThat(shownTo("bob")).contains("Only community managers can see that");
    assertThat(shownTo("ada")).contains("nothing to count");
  }

  @Test
  void tellEachKindInNumbersAndNothingOfFew() {
    shows(6, Kind.INVITATION);
    shows(4, Kind.HELPED);
    effects.said(Chat.person("bob"), "INVITATION 0", Said.ACCEPTED);
    effects.said(Chat.person("bob"), "INVITATION 1", Said.PASSED);

    assertThat(shownTo("ada"))
        .contains("These four weeks: 6 shown, 1 accepted, 1 declined, 0 led to an answer.")
        .contains("fewer than 5: too few to tell")
        .doesNotContain("bob", "4 asked", "Half of the answers");
  }

  @Test
  void tellHowSoonAnswersCameAndNotHowSoonPeopleReacted() {
    shows(6, Kind.INVITATION);
    acme.clock.advance(Duration.ofMinutes(1));
    for (var each = 0; each < 6; each++) {
      effects.said(Chat.person("bob"), "INVITATION " + each, Said.ACCEPTED);
    }
    assertThat(shownTo("ada")).contains("6 accepted").doesNotContain("Half of the answers");

    acme.clock.advance(Duration.ofHours(3));
    for (var each = 0; each < 6; each++) {
      effects.answered(Chat.person("bob"), "INVITATION " + each, acme.clock.instant());
    }

    assertThat(shownTo("ada")).contains("6 led to an answer", "Half of the answers came within 4");
  }

  @ParameterizedTest
  @CsvSource({
    "HOSTING, '6 shown, 0 accepted, 0 declined.'",
    "HELPED, '6 asked, 0 said it helped, 0 said it did not.'",
    "SOUGHT, '6 shown, 0 said to have helped, 0 said not to have.'",
    "INTRODUCTION, '6 shown, 0 accepted, 0 declined, 0 said to have led to a meeting.'"
  })
  void tellOfAKindOnlyWhatIsCountedOfIt(Kind kind, String counts) {
    shows(6, kind);

    assertThat(shownTo("ada")).contains(counts).doesNotContain("answer");
  }
}
