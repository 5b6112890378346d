package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.consent.Preference.Choice;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;

/** What somebody chose with two accounts before anybody knew that both are theirs. */
class JoinedAccountsTest {

  private final Workspace acme = new Workspace();
  private final Preferences preferences = acme.preferences;
  private final PersonId slack = Chat.person("ada");
  private final PersonId teams = new PersonId(new WorkspaceId("tenant"), "ada");

  @BeforeEach
  void choseDifferentThingsWithEachAccount() {
    person(slack, "here@acme.org", 1);
    person(teams, "there@acme.org", 1);
    preferences.change(slack, old -> old.choosing(Offer.INVITATIONS, Choice.NONE).hiding("Kafka"));
    preferences.change(
        teams,
        old ->
            old.choosing(Offer.HELP, Choice.NONE)
                .choosing(Offer.INVITATIONS, Choice.WELCOME)
                .knowing("kafka")
                .hiding("Payroll")
                .pausing(LocalDate.of(2026, 5, 4)));
    assertThat(preferences.of(slack).takes(Offer.HELP)).isTrue();
    person(teams, "here@acme.org", 2);
  }

  private void person(PersonId id, String email, int change) {
    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId(id + " " + change),
                new Person(
                    id, "Ada", "ada", "", email, ZoneOffset.UTC, null, Person.Standing.ACTIVE),
                Chat.START.plusMillis(change))));
  }

  @Test
  void areRefusedWithBothWhateverTheyRefusedWithOne() {
    for (var account : List.of(slack, teams)) {
      var preference = preferences.of(account);
      assertThat(preference.takes(Offer.INVITATIONS)).isFalse();
      assertThat(preference.takes(Offer.HELP)).isFalse();
      assertThat(preference.hidden()).containsExactlyInAnyOrder("Kafka", "Payroll");
      assertThat(preference.known()).isEmpty();
      assertThat(preference.pausedUntil()).isEqualTo(LocalDate.of(2026, 5, 4));
    }
  }

  @Test
  void areAllowedAgainWithBothWhereTheyAreAllowedWithOne() {
    preferences.change(
        slack,
        old ->
            old.choosing(Offer.HELP, Choice.WELCOME)
                .choosing(Offer.INVITATIONS, Choice.WELCOME)
                .unhiding("Payroll")
                .resuming());

    for (var account : List.of(slack, teams)) {
      var preference = preferences.of(account);
      assertThat(preference.takes(Offer.INVITATIONS)).isTrue();
      assertThat(preference.takes(Offer.HELP)).isTrue();
      assertThat(preference.hidden()).containsExactly("Kafka");
      assertThat(preference.pausedUntil()).isNull();
    }
  }

  @Test
  void holdWithTheAccountThatIsLeftWhatTheyRefusedWithAnother() {
    preferences.settle(teams);
    person(slack, "elsewhere@acme.org", 3);

    var left = preferences.of(teams);
    assertThat(left.takes(Offer.INVITATIONS)).isFalse();
    assertThat(left.takes(Offer.HELP)).isFalse();
    assertThat(left.hidden()).containsExactlyInAnyOrder("Kafka", "Payroll");
    assertThat(left.known()).isEmpty();
    assertThat(preferences.known(teams.workspace())).isEmpty();
  }
}
