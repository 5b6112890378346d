package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Unanswered.OPS;
import static ponte.bot.Unanswered.QUESTION;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import ponte.command.Command;
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

  @Test
  void isOfferedHelpThoughItWasLookedAtWhileTheAnswerStood() {
    var question = ops.asks();
    var answer = team.replies("kim", question, "use the shell");
    team.at("2026-03-23T13:00:00Z");
    assertThat(team.written("ada")).isEmpty();

    team.takesBack(answer);

    assertThat(Team.words(team.theOnly("ada").reply())).contains(QUESTION);
    ops.asksColleagues(question);
    assertThat(ops.asked()).hasSize(3);
  }

  @Test
  void isFollowedAgainEachTimeItsAnswerIsTakenBackAndOfferedHelpOnce() {
    var question = ops.asks();
    var first = team.replies("kim", question, "use the shell");
    team.at("2026-03-23T13:00:00Z");
    team.at("2026-03-23T20:00:00Z");
    team.takesBack(first);
    var second = team.replies("kim", question, "use the console");
    team.at("2026-03-24T08:00:00Z");
    team.at("2026-03-24T20:00:00Z");
    team.takesBack(second);
    assertThat(team.written("ada")).isEmpty();

    team.at("2026-03-25T08:00:00Z");
    team.theOnly("ada");
    var third = team.replies("kim", question, "use the shell after all");
    team.at("2026-03-30T08:00:00Z");
    team.takesBack(third);

    team.theOnly("ada");
    assertThat(ops.list()).contains(QUESTION);
  }

  @Test
  void isOfferedHelpOnceWhereAReplicaDiesWithTheNews() {
    var question = ops.asks();
    var answer = team.replies("kim", question, "use the shell");
    team.at("2026-03-23T13:00:00Z");
    team.hearsItTakenBack(answer);
    team.attending().handle(team.queue.lease(Lately.TOPIC, 1, Duration.ofMinutes(2)));

    team.passes(Duration.ofMinutes(30));

    team.theOnly("ada");
    assertThat(team.delivered).filteredOn(key -> key.startsWith("help/")).hasSize(1);
  }

  @Test
  void goesOnWithOtherColleaguesThoughItWasAnsweredWhenItWasTimeForThem() {
    var question = ops.offered();
    ops.asksColleagues(question);
    var answer = team.replies("kim", question, "use the shell");
    team.at("2026-03-24T13:00:00Z");
    assertThat(ops.asked()).hasSize(3);

    team.at("2026-03-24T14:00:00Z");
    team.takesBack(answer);

    assertThat(ops.asked()).hasSize(5);
    assertThat(team.written("ada")).hasSize(1);
    team.at("2026-03-26T13:00:00Z");
    assertThat(ops.list()).contains(QUESTION);
  }

  @Test
  void staysAnsweredWhereAnotherAnswerStands() {
    var question = ops.asks();
    var answer = team.replies("kim", question, "use the shell");
    team.replies("bob", question, "or the console");
    team.at("2026-03-23T13:00:00Z");

    team.takesBack(answer);
    team.at("2026-03-26T13:00:00Z");

    assertThat(team.written("ada")).isEmpty();
    assertThat(ops.list()).contains("no question that nobody answered");
  }

  @Test
  void isLeftAloneWhereItIsTooOld() {
    var question = ops.asks();
    var answer = team.replies("kim", question, "use the shell");
    team.at("2026-03-23T13:00:00Z");
    team.at("2026-03-30T09:01:00Z");

    team.takesBack(answer);

    assertThat(team.written("ada")).isEmpty();
    assertThat(ops.list()).contains("no question that nobody answered");
  }

  @Test
  void isFollowedNoMoreOnceItsAskerIsForgotten() {
    var question = ops.asks();
    team.replies("kim", question, "use the shell");
    team.at("2026-03-23T13:00:00Z");
    assertThat(team.acme.records.everything("questions-answered")).isNotEmpty();

    team.presses("ada", new Command.ConfirmForget());

    assertThat(team.acme.records.everything("questions-answered")).isEmpty();
  }

  @Test
  void isOfferedHelpThoughItWasLookedAtWhileItWasMarkedAsDone() {
    var question = ops.asks();
    team.reacts("bob", question, "white_check_mark");
    team.at("2026-03-23T13:00:00Z");
    assertThat(team.written("ada")).isEmpty();

    team.unreacts("bob", question, "white_check_mark");
    team.at("2026-03-23T14:00:00Z");

    assertThat(Team.words(team.theOnly("ada").reply())).contains(QUESTION);
  }

  @Test
  void isFollowedAgainEachTimeItsMarkIsTakenAway() {
    var question = ops.asks();
    team.reacts("bob", question, "white_check_mark");
    team.at("2026-03-23T13:00:00Z");
    team.at("2026-03-23T20:00:00Z");
    team.unreacts("bob", question, "white_check_mark");
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.reacts("bob", question, "white_check_mark");
    team.at("2026-03-24T08:00:00Z");
    team.at("2026-03-24T20:00:00Z");
    team.unreacts("bob", question, "white_check_mark");
    assertThat(team.written("ada")).isEmpty();

    team.at("2026-03-25T08:00:00Z");

    team.theOnly("ada");
  }
}
