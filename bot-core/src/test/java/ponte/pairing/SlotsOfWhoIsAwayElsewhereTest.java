package ponte.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.Away;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;
import ponte.nudge.Countries;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.nudge.Gate;
import ponte.nudge.Holidays;
import ponte.nudge.QuietChannels;
import ponte.nudge.Ration;

/** Who is away in the days to come, as the mailbox of their account in Teams tells. */
class SlotsOfWhoIsAwayElsewhereTest {

  private final Workspace acme = new Workspace();

  @Test
  void areNotProposedForTheDaysOnWhichTheyAreAway() {
    acme.clock.set(Instant.parse("2026-03-24T10:00:00Z"));
    var slack = person(Chat.person("ada"), "ada@acme.org", null);
    person(
        new PersonId(new WorkspaceId("tenant"), "ada"),
        "ada@acme.org",
        new Away(Instant.parse("2026-03-25T00:00:00Z"), Instant.parse("2026-03-28T00:00:00Z")));
    var bob = person(Chat.person("bob"), "bob@acme.org", null);
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

    var slots = new Slots(acme.preferences, gate).of(List.of(slack, bob), acme.clock.instant());

    assertThat(slots).allMatch(slot -> !slot.isBefore(Instant.parse("2026-03-28T00:00:00Z")));
  }

  private Person person(PersonId id, String email, @Nullable Away away) {
    var person =
        new Person(
            id,
            id.value(),
            id.value(),
            "",
            email,
            ZoneOffset.UTC,
            null,
            Person.Standing.ACTIVE,
            away);
    acme.directory.apply(
        List.of(new Roster.PersonChanged(new EventId("person " + id), person, Chat.START)));
    return person;
  }
}
