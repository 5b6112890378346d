package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Unanswered.QUESTION;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.conversation.Event;
import ponte.conversation.EventId;

/** A question that somebody marked as done by mistake, and unmarked. */
class UncheckedTest {

  private final Unanswered ops = new Unanswered();
  private final Team team = ops.team;

  @Test
  void isOfferedHelpThoughItWasLookedAtWhileTheMarkStood() {
    var question = ops.asks();
    team.reacts("bob", question, "white_check_mark");
    team.at("2026-03-23T13:00:00Z");
    assertThat(team.written("ada")).isEmpty();

    var event =
        new Event.Talk.Unreacted(
            new EventId("unreacted"),
            question,
            Team.person("bob"),
            "white_check_mark",
            team.acme.clock.instant());
    team.inbox.hear(question.channel().toString(), "unreacted", List.of(event));
    team.work();
    team.at("2026-03-23T14:00:00Z");

    assertThat(team.written("ada")).isNotEmpty();
    assertThat(Team.words(team.theOnly("ada").reply())).contains(QUESTION);
  }
}
