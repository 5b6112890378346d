package ponte.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.consent.DoNotDisturb;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;

/** Who snoozed in one workspace, while another tells of a schedule of its own. */
class DisturbedByAnotherAccountTest {

  private final Workspace acme = new Workspace();
  private final PersonId here = Chat.person("ada");
  private final PersonId there = new PersonId(new WorkspaceId("other"), "ada");

  @Test
  void isNotWrittenToWhileTheySnoozeThoughAnotherWorkspaceTellsOfNoSuchTime() {
    for (var id : List.of(here, there)) {
      acme.directory.apply(
          List.of(
              new Roster.PersonChanged(
                  new EventId("person " + id),
                  new Person(
                      id,
                      "Ada",
                      "ada",
                      "",
                      "ada@acme.org",
                      ZoneOffset.UTC,
                      null,
                      Person.Standing.ACTIVE),
                  Chat.START)));
    }
    var gate =
        new Gate(
            acme.directory,
            acme.preferences,
            new Ration(acme.records, 1, 3, acme.clock),
            new Effects(acme.records, EffectRules.DEFAULT, acme.clock),
            Countries.BY_ZONE,
            Holidays.NONE,
            QuietChannels.NONE,
            acme.clock);
    // On a Wednesday she snoozes here from ten to three ...
    acme.preferences.tell(here, dnd("2026-03-25T10:00:00Z", "2026-03-25T15:00:00Z", "10:00"));
    // ... and there Slack tells of tonight's, as it does when that one changes.
    acme.preferences.tell(there, dnd("2026-03-25T22:00:00Z", "2026-03-26T07:00:00Z", "11:00"));
    acme.clock.set(Instant.parse("2026-03-25T12:00:00Z"));

    var answer = gate.ask(new Nudge(here, "one", Kind.INVITATION, null, Instant.MAX));

    assertThat(answer)
        .isEqualTo(
            new Gate.Answer.Wait(Instant.parse("2026-03-25T15:00:00Z"), Reason.DO_NOT_DISTURB));
  }

  private static DoNotDisturb dnd(String from, String until, String told) {
    return new DoNotDisturb(
        Instant.parse(from), Instant.parse(until), Instant.parse("2026-03-25T" + told + ":00Z"));
  }
}
