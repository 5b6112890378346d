package ponte.app.alike;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ponte.command.Command;

/**
 * A colleague whom somebody else than its asker wants invited to a question, on the payloads of
 * both platforms: a digest has the button, and whoever reads it may press it.
 */
class SuggestedPathsTest extends OnBothPlatforms {

  private static final String NEXT_DAY = "2026-03-24T08:30:00Z";
  private static final String FRIDAY = "2026-03-27T09:00:00Z";

  @ParameterizedTest
  @EnumSource(On.class)
  void asksTheAskerFirstAndInvitesOnTheirYes(On platform) throws Exception {
    try (var stage = suggested(platform)) {
      var asked = stage.theOnly("ada", "suggests inviting");
      assertThat(asked.shown().words()).contains("Livia Serra", Stage.ABOUT);
      assertThat(stage.asked()).isEmpty();

      var told = stage.presses("ada", asked, Command.Invite.class::isInstance);
      stage.at(NEXT_DAY);

      assertThat(told.words()).contains("privately");
      assertThat(stage.asked()).hasSize(1);
      assertThat(stage.theOnly(stage.asked().getFirst()).shown().words())
          .contains("Ada Vance", Stage.ABOUT);
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void invitesNobodyWhereTheAskerSaysNo(On platform) throws Exception {
    try (var stage = suggested(platform)) {
      var asked = stage.theOnly("ada", "suggests inviting");

      var told = stage.presses("ada", asked, Command.InviteNobody.class::isInstance);
      stage.at(NEXT_DAY);
      stage.at(FRIDAY);

      assertThat(told.words()).contains("I invite nobody");
      assertThat(stage.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void invitesNobodyWhereTheAskerSaysNothing(On platform) throws Exception {
    try (var stage = suggested(platform)) {
      stage.at(NEXT_DAY);
      stage.at(FRIDAY);

      assertThat(stage.asked()).isEmpty();
    }
  }

  /** The community manager presses what a digest proposes. */
  private static Stage suggested(On platform) throws Exception {
    var stage = stage(platform);
    var question = stage.asks("ada");
    stage.says("livia", "domande aperte");
    var invite = new Command.Invite(question, stage.town().office().person("bruno"));

    var told = stage.presses("livia", invite);

    assertThat(told.words()).contains("Senza il suo sì non chiedo a nessuno");
    assertThat(stage.presses("livia", invite).words()).contains("è già stato proposto");
    return stage;
  }
}
