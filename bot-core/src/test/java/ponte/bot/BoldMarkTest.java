package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Unanswered.OPS;
import static ponte.bot.Unanswered.QUESTION;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;

/** A question that begins with its mark in bold, as both platforms tell it. */
class BoldMarkTest {

  private final Unanswered ops = new Unanswered();
  private final Team team = ops.team;

  @Test
  void isNotPassedOn() {
    var now = team.acme.clock.instant();
    var id = new MessageId(OPS, "bold");
    var text =
        new RichText(
            List.of(
                new Span.Styled(Style.BOLD, List.of(new Span.Plain("CONFIDENTIAL"))),
                new Span.Plain(" " + QUESTION)));
    var message =
        new Message(
            id, Team.person("ada"), Message.Kind.TALK, now, null, text, List.of(), List.of(), now);
    team.inbox.hear(
        OPS.toString(), "bold", List.of(new Event.Talk.Posted(new EventId("bold"), message)));
    team.work();
    team.at("2026-03-23T13:00:00Z");

    assertThat(team.written("ada")).isEmpty();
    ops.asksColleagues(id);
    assertThat(ops.asked()).isEmpty();
  }
}
