package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ponte.command.Command;

/** A colleague whom the asker chose while an answer stood that was taken back then. */
class InvitedAfterAllTest {

  private final Unanswered ops = new Unanswered();
  private final Team team = ops.team;

  @Test
  void isAskedOnceTheAnswerIsGone() {
    var question = ops.asks();
    team.acme.clock.advance(Duration.ofMinutes(1));
    var answer = team.replies("kim", question, "use the shell");
    var invite = new Command.Invite(question, Team.person("bob"));
    assertThat(Team.words(team.presses("ada", invite))).contains("has answered meanwhile");
    team.takesBack(answer);

    assertThat(Team.words(team.presses("ada", invite))).contains("I ask bob privately");
    team.theOnly("bob");
  }

  @Test
  void isNotAskedWhileItIsMarkedAsDoneAndIsOnceItIsNot() {
    var question = ops.asks();
    team.reacts("kim", question, "white_check_mark");
    var invite = new Command.Invite(question, Team.person("bob"));
    assertThat(Team.words(team.presses("ada", invite))).contains("is marked as done");
    assertThat(Team.words(team.presses("kim", invite))).contains("is marked as done");
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.unreacts("kim", question, "white_check_mark");

    assertThat(Team.words(team.presses("ada", invite))).contains("I ask bob privately");
    team.theOnly("bob");
  }

  @Test
  void isNotAskedOnceItsAskerSaysThatItIsSolved() {
    var question = ops.asks();
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.replies("ada", question, "solved, it was the shell");

    var invite = new Command.Invite(question, Team.person("bob"));

    assertThat(Team.words(team.presses("ada", invite))).contains("is marked as done");
    assertThat(team.written("bob")).isEmpty();
  }
}
