package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Unanswered.OPS;
import static ponte.bot.Unanswered.QUESTION;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import ponte.command.Command.Rsvp;

/** A question whose answer is taken back. */
class ReopenedTest {

  private final Unanswered ops = new Unanswered();
  private final Team team = ops.team;

  @Test
  void isOfferedHelpWhereNobodyLookedInBetween() {
    var question = ops.asks();
    var answer = team.replies("kim", question, "use the shell");
    team.at("2026-03-23T12:00:00Z");
    team.takesBack(answer);

    team.at("2026-03-23T13:00:00Z");

    assertThat(Team.words(team.theOnly("ada").reply())).contains(QUESTION);
  }

  @Test
  void hasColleaguesAskedWhoWaitForTheirMorning() {
    team.acme.clock.set(Instant.parse("2026-03-23T13:00:00Z"));
    var question = ops.asks();
    team.at("2026-03-24T08:00:00Z");
    team.acme.clock.set(Instant.parse("2026-03-24T17:30:00Z"));
    ops.asksColleagues(question);
    var answer = team.replies("kim", question, "use the shell");
    assertThat(ops.asked()).isEmpty();
    team.takesBack(answer);

    team.at("2026-03-25T08:00:00Z");

    assertThat(ops.asked()).hasSize(3);
  }

  @Test
  void letsNobodyPostponeWhatIsAnsweredAsLongAsItIs() {
    var question = ops.offered();
    ops.asksColleagues(question);
    var asked = ops.asked();
    var answer = team.replies(asked.get(0), question, "use the shell");

    assertThat(Team.words(team.presses(asked.get(1), team.rsvp(asked.get(1), Rsvp.LATER))))
        .contains("leave it at that");
    team.takesBack(answer);
    assertThat(Team.words(team.presses(asked.get(2), team.rsvp(asked.get(2), Rsvp.LATER))))
        .contains("ask again tomorrow");
  }

  @Test
  void comesBackToTheList() {
    ops.offered();
    team.at("2026-03-26T13:00:00Z");
    var answer = team.posts("kim", OPS, "you can reset the offsets in the shell");
    assertThat(ops.list()).contains("no question that nobody answered");

    team.takesBack(answer);

    assertThat(ops.list()).contains(QUESTION);
  }
}
