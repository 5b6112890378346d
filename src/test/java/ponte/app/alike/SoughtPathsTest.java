package ponte.app.alike;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ponte.command.Command;

/**
 * Being introduced to whoever asked for it, on the payloads of both platforms: in Slack and in
 * Teams one conversation of the two, at a time that suits the one who did not ask.
 */
class SoughtPathsTest extends OnBothPlatforms {

  private static final String SEEKS = "introduce me to Bruno about kafka offsets";
  private static final String EVENING = "2026-03-23T19:00:00Z";
  private static final String BEFORE_NINE = "2026-03-24T07:59:00Z";
  private static final String NINE = "2026-03-24T08:00:00Z";
  private static final String NEXT_DAY = "2026-03-25T08:00:00Z";

  @ParameterizedTest
  @EnumSource(On.class)
  void writesInTheMorningToWhoIsSoughtInTheEvening(On platform) throws Exception {
    try (var stage = stage(platform)) {
      stage.at(EVENING);

      assertThat(stage.hears("ada", SEEKS).words()).contains("as soon as it suits Bruno");
      assertThat(stage.hears("ada", SEEKS).words()).contains("You have asked me that already");

      stage.at(BEFORE_NINE);
      assertThat(stage.read("bruno")).isEmpty();
      stage.at(NINE);
      stage.at(NEXT_DAY);
      assertThat(stage.theOnly("bruno").shown().words()).contains("kafka offsets", "Ada Vance");
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void writesNothingOnceTheAskerSaysThatItIsSolved(On platform) throws Exception {
    try (var stage = stage(platform)) {
      stage.at(EVENING);
      stage.says("ada", SEEKS);

      stage.presses("ada", stage.theOnly("ada"), Command.Solved.class::isInstance);

      stage.at(NINE);
      stage.at(NEXT_DAY);
      assertThat(stage.read("bruno")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(On.class)
  void writesNothingToWhoAsksToBeAskedNothingMeanwhile(On platform) throws Exception {
    try (var stage = stage(platform)) {
      stage.at(EVENING);
      stage.says("ada", SEEKS);
      stage.says("bruno", "stop asking me");
      var read = stage.read("bruno");

      stage.at(NINE);
      stage.at(NEXT_DAY);

      assertThat(stage.read("bruno")).isEqualTo(read);
    }
  }
}
