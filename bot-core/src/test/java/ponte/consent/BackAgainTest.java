package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.consent.Preference.Standing;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;

/** Whoever opted out with an account that ended, and opted in with the next one. */
class BackAgainTest {

  private final Workspace acme = new Workspace();
  private final Preferences preferences = acme.preferences;
  private final PersonId old = Chat.person("ada");
  private final PersonId now = new PersonId(new WorkspaceId("tenant"), "ada");

  private void person(PersonId id, int change, Person.Standing standing) {
    person(id, "ada@acme.org", change, standing);
  }

  private void person(PersonId id, String email, int change, Person.Standing standing) {
    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId(id + " " + change),
                new Person(id, "Ada", "ada", "", email, ZoneOffset.UTC, null, standing),
                Chat.START.plusMillis(change))));
    preferences.settle(id);
  }

  @Test
  void staysInWhereTheOldAccountIsInUseAgain() {
    person(old, 1, Person.Standing.ACTIVE);
    preferences.change(old, said -> said.with(Standing.OUT));
    person(old, 2, Person.Standing.LEFT);
    person(now, 3, Person.Standing.ACTIVE);
    assertThat(preferences.isOut(now)).isTrue();
    preferences.change(now, said -> said.with(Standing.OPTED_IN));
    assertThat(preferences.isOut(now)).isFalse();

    person(old, 4, Person.Standing.ACTIVE);

    assertThat(preferences.isOut(now)).isFalse();
  }

  @Test
  void isOutWhereTheyOptedOutOnceMore() {
    person(old, 1, Person.Standing.ACTIVE);
    preferences.change(old, said -> said.with(Standing.OUT));
    person(old, 2, Person.Standing.LEFT);
    person(now, 3, Person.Standing.ACTIVE);
    preferences.change(now, said -> said.with(Standing.OPTED_IN));
    preferences.change(now, said -> said.with(Standing.OUT));

    person(old, 4, Person.Standing.ACTIVE);

    assertThat(preferences.isOut(now)).isTrue();
    assertThat(preferences.isOut(old)).isTrue();
  }

  @Test
  void isOutWithTheOldAccountWhereThatIsSomebodyElsesNow() {
    person(old, 1, Person.Standing.ACTIVE);
    preferences.change(old, said -> said.with(Standing.OUT));
    person(old, 2, Person.Standing.LEFT);
    person(now, 3, Person.Standing.ACTIVE);
    preferences.change(now, said -> said.with(Standing.OPTED_IN));

    person(old, "other@acme.org", 4, Person.Standing.ACTIVE);

    assertThat(preferences.isOut(now)).isFalse();
    assertThat(preferences.isOut(old)).isTrue();
  }
}
