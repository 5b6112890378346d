package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Team.words;

import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.conversation.ChannelId;

/** Discussions of a channel that rest for a while, and go on. */
class PausedSeedsTest {

  private static final ChannelId OPS = Chat.in("ops").channel();

  private final Team team = new Team("2026-03-23T09:00:00Z", SeedingTest.managedBy("T1/ada"));

  private Sowing.Of planned(int weeks) {
    return SeedSeriesTest.planned(team, weeks);
  }

  @Test
  void holdsASeriesBackUntilADayAndGoesOnWithItsNextTurn() {
    planned(1);

    assertThat(words(team.says("ada", "pause discussions of #ops until 2026-03-30")))
        .contains("until Monday 30 March", "resume discussions of #ops");
    team.at("2026-03-30T20:00:00Z");
    assertThat(team.posted(OPS)).isEmpty();

    team.at("2026-04-01T08:00:00Z");
    assertThat(team.posted(OPS)).hasSize(1);
    team.at("2026-04-08T08:00:00Z");
    assertThat(team.posted(OPS)).hasSize(2);
    assertThat(team.written("ada").stream().map(each -> words(each.reply())))
        .noneMatch(each -> each.contains("was not posted"));
  }

  @Test
  void holdsASeriesBackUntilItIsToldToGoOn() {
    planned(1);
    team.says("ada", "sospendi le discussioni di #ops");
    team.at("2026-04-10T08:00:00Z");
    assertThat(team.posted(OPS)).isEmpty();

    team.says("ada", "riprendi le discussioni di #ops");
    team.at("2026-04-13T20:00:00Z");
    assertThat(team.posted(OPS)).isEmpty();

    team.at("2026-04-15T08:00:00Z");
    assertThat(team.posted(OPS)).hasSize(1);
  }

  @Test
  void postsWhatWasPlannedOnceAtAGoodMomentAfterwards() {
    planned(0);
    team.says("ada", "pause discussions of #ops");
    team.at("2026-03-28T08:00:00Z");
    assertThat(team.posted(OPS)).isEmpty();

    team.says("ada", "resume discussions of #ops");
    team.at("2026-03-29T20:00:00Z");
    assertThat(team.posted(OPS)).isEmpty();
    team.at("2026-03-31T20:00:00Z");

    assertThat(team.posted(OPS)).hasSize(1);
    assertThat(team.posted(OPS).getFirst().key()).isNotEmpty();
  }

  @Test
  void movesWhatWaitsWhenThePauseGetsAnEnd() {
    planned(0);
    team.says("ada", "pause discussions of #ops");
    team.at("2026-03-26T08:00:00Z");
    team.says("ada", "pause discussions of #ops until 2026-03-30");

    team.at("2026-03-29T20:00:00Z");
    assertThat(team.posted(OPS)).isEmpty();
    team.at("2026-03-31T20:00:00Z");
    assertThat(team.posted(OPS)).hasSize(1);
  }

  @Test
  void showsWhatRestsWithAButtonThatLetsItGoOn() {
    planned(1);
    var before = team.says("ada", "seeds");
    team.presses("ada", Team.button(before, Command.PauseSchedule.class));

    var paused = team.says("ada", "seeds");
    assertThat(words(paused)).contains("Discussions in #ops are paused");
    team.presses("ada", Team.button(paused, Command.ResumeSchedule.class));

    assertThat(words(team.says("ada", "seeds"))).doesNotContain("paused");
    team.at("2026-03-25T08:00:00Z");
    assertThat(team.posted(OPS)).hasSize(1);
  }

  @Test
  void plansNothingForAChannelThatRests() {
    team.acme.open("ops");
    team.says("ada", "pause discussions of #ops until 2026-12-31");
    var seed = SeedingTest.seedOf(team.says("ada", "discussion #ops: what went well?"));

    assertThat(words(team.presses("ada", new Command.Seed(new Sowing.Post(seed, true)))))
        .contains("are paused until Thursday 31 December");
    team.at("2026-03-25T08:00:00Z");
    assertThat(team.posted(OPS)).isEmpty();
  }

  @Test
  void letsACallForHelpThrough() {
    team.acme.open("ops", "bob");
    team.says("ada", "pause discussions of #ops");
    var seed = SeedingTest.seedOf(team.says("bob", "rally #ops: the printer burns"));

    team.presses("bob", new Command.Seed(new Sowing.Post(seed, true)));
    team.at("2026-03-23T09:05:00Z");

    assertThat(team.posted(OPS)).hasSize(1);
  }

  @Test
  void isForCommunityManagersInChannelsThatTheyMayOpen() {
    planned(1);

    assertThat(words(team.says("bob", "pause discussions of #ops"))).contains("take care of");
    assertThat(words(team.says("ada", "pause discussions of #nowhere"))).contains("no channel");

    team.at("2026-03-25T08:00:00Z");
    assertThat(team.posted(OPS)).hasSize(1);
  }
}
