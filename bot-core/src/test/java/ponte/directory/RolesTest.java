package ponte.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.store.InMemoryRecords;

class RolesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final PersonId ADA = new PersonId(new WorkspaceId("T1"), "U1");
  private static final PersonId ADA_ELSEWHERE = new PersonId(new WorkspaceId("T2"), "U9");
  private static final PersonId BRUNO = new PersonId(new WorkspaceId("T1"), "U2");

  private final Directory directory = new Directory(new InMemoryRecords(TestClock.at(NOW)));

  @Test
  void areGivenByAddressUnderAllAccounts() {
    add(ADA, "Ada@example.org", Standing.ACTIVE);
    add(ADA_ELSEWHERE, "ada@example.org", Standing.ACTIVE);
    add(BRUNO, null, Standing.ACTIVE);
    var roles = new Roles(Set.of(" ADA@example.org "), Set.of());

    assertThat(roles.isManager(ADA, directory)).isTrue();
    assertThat(roles.isManager(ADA_ELSEWHERE, directory)).isTrue();
    assertThat(roles.isAdministrator(ADA, directory)).isFalse();
    assertThat(roles.isManager(BRUNO, directory)).isFalse();
    assertThat(roles.managers(directory)).containsExactly(ADA);
  }

  @Test
  void areGivenByAccountWithoutAnAddress() {
    add(BRUNO, null, Standing.ACTIVE);

    assertThat(new Roles(Set.of(), Set.of("t1/u2")).isAdministrator(BRUNO, directory)).isTrue();
    assertThat(new Roles(Set.of(), Set.of("t2/u2")).isAdministrator(BRUNO, directory)).isFalse();
  }

  @Test
  void giveEverybodyTheHighestOfTheirs() {
    add(ADA, "ada@example.org", Standing.ACTIVE);
    add(BRUNO, null, Standing.ACTIVE);
    var both = Set.of("ada@example.org");

    assertThat(new Roles(both, both, Set.of()).of(ADA, directory)).isEqualTo(Role.MANAGER);
    assertThat(new Roles(both, both, both).of(ADA, directory)).isEqualTo(Role.ADMINISTRATOR);
    assertThat(new Roles(both, Set.of(), Set.of()).of(ADA, directory)).isEqualTo(Role.LEAD);
    assertThat(new Roles(both, both, both).of(BRUNO, directory)).isEqualTo(Role.EMPLOYEE);
  }

  @Test
  void areNotOfGuestsNorOfThoseWhoLeft() {
    add(ADA, "ada@example.org", Standing.GUEST);
    add(BRUNO, "bruno@example.org", Standing.LEFT);
    var roles = new Roles(Set.of("ada@example.org", "bruno@example.org"), Set.of());

    assertThat(roles.isManager(ADA, directory)).isFalse();
    assertThat(roles.isManager(BRUNO, directory)).isFalse();
    assertThat(roles.managers(directory)).isEmpty();
  }

  private void add(PersonId id, @Nullable String email, Standing standing) {
    var person =
        new Person(id, "Name", "handle", "", email, ZoneOffset.UTC, Language.ENGLISH, standing);
    directory.apply(List.of(new Roster.PersonChanged(new EventId("person " + id), person, NOW)));
  }
}
