package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Unanswered.EXPERTS;
import static ponte.bot.Unanswered.OPS;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.command.Command.Rsvp;
import ponte.conversation.MessageId;
import ponte.nudge.FollowedQuestions;
import ponte.nudge.Kind;
import ponte.nudge.Unwelcome;

/** Where so few people want invitations that an eighth of them is sent. */
class SlowedDownTest {

  private static final String QUESTION =
      "How do we reset the Kafka offsets of the billing consumers after an outage?";

  private final Unanswered ops = new Unanswered();
  private final Team team = ops.team;

  @BeforeEach
  void hardlyAnybodyWantsInvitations() {
    Unwelcome.weeks(9, Kind.INVITATION, Team.person("zoe"), team.acme.records, team.acme.clock);
  }

  @Test
  void whoeverIsChosenByNameIsAskedAndAgainOnTheDayTheyWantItsAnswered() {
    for (var name : EXPERTS) {
      var question = team.posts("ada", OPS, QUESTION + " And " + name + "?");
      team.presses("ada", new Command.Invite(question, Team.person(name)));
      team.acme.clock.advance(Duration.ofMinutes(1));
    }
    assertThat(ops.asked()).isEqualTo(EXPERTS);

    for (var name : EXPERTS) {
      team.presses(name, team.rsvp(name, Rsvp.LATER));
    }
    team.passes(Duration.ofDays(1).plusHours(1));

    assertThat(EXPERTS).allSatisfy(name -> assertThat(team.written(name)).hasSize(2));
  }

  @Test
  void theNextColleaguesComeADayLaterWhereNobodyOfTheFirstOnesIsTold() {
    var question = asksWhatNobodyIsToldAtFirst();
    assertThat(ops.asked()).isEmpty();
    assertThat(groups(question)).isEqualTo(1);

    team.at("2026-03-24T12:59:00Z");
    assertThat(groups(question)).isEqualTo(1);
    team.at("2026-03-24T14:30:00Z");

    assertThat(groups(question)).isEqualTo(2);
  }

  /** Most questions are such. */
  private MessageId asksWhatNobodyIsToldAtFirst() {
    var question = ops.asks();
    team.at("2026-03-23T13:00:00Z");
    team.presses("ada", new Command.OnMyQuestion(question, Deed.ASK_COLLEAGUES));
    return question;
  }

  private int groups(MessageId question) {
    return new FollowedQuestions(team.acme.records, team.acme.clock)
        .find(Team.person("ada"), question)
        .orElseThrow()
        .groups();
  }
}
