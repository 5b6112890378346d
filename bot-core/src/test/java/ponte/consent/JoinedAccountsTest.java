package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.consent.Preference.Choice;
import ponte.consent.Preference.Standing;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;
import ponte.nlp.Language;

/** What somebody chose with two accounts before anybody knew that both are theirs. */
class JoinedAccountsTest {

  private final Workspace acme = new Workspace();
  private final Preferences preferences = acme.preferences;
  private final PersonId slack = Chat.person("ada");
  private final PersonId teams = new PersonId(new WorkspaceId("tenant"), "ada");
  private final PersonId later = new PersonId(new WorkspaceId("other"), "ada");

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
    person(id, email, change, Person.Standing.ACTIVE);
  }

  private void person(PersonId id, String email, int change, Person.Standing standing) {
    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId(id + " " + change),
                new Person(id, "Ada", "ada", "", email, ZoneOffset.UTC, null, standing),
                Chat.START.plusMillis(change))));
  }

  /** An account with their address that comes when none of them is left. */
  private PersonId comesLater() {
    person(slack, "here@acme.org", 3, Person.Standing.LEFT);
    person(teams, "here@acme.org", 3, Person.Standing.LEFT);
    person(later, "Here@acme.org ", 4);
    preferences.settle(later);
    return later;
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

  @Test
  void holdWithOneThatComesAfterTheyEndedWhatTheyRefused() {
    preferences.change(slack, old -> old.with(Standing.OUT));

    var preference = preferences.of(comesLater());

    assertThat(preferences.isOut(later)).isTrue();
    assertThat(preferences.out(later.workspace()).contains(later)).isTrue();
    assertThat(preference.takes(Offer.INVITATIONS)).isFalse();
    assertThat(preference.hidden()).containsExactlyInAnyOrder("Kafka", "Payroll");
    assertThat(preference.pausedUntil()).isEqualTo(LocalDate.of(2026, 5, 4));
  }

  @Test
  void allowNothingWithOneThatComesAfterTheyEnded() {
    preferences.change(
        slack,
        old ->
            old.with(Standing.OPTED_IN)
                .choosing(Offer.INTRODUCTIONS, Choice.WELCOME)
                .with(Language.ITALIAN)
                .knowing("Pulsar"));

    var preference = preferences.of(comesLater());

    assertThat(preference.standing()).isEqualTo(Standing.IN);
    assertThat(preference.takes(Offer.INTRODUCTIONS)).isFalse();
    assertThat(preference.language()).isNull();
    assertThat(preference.known()).isEmpty();
  }

  @Test
  void holdWhatTheySayWithOneThatComesAfterTheyEnded() {
    preferences.change(slack, old -> old.with(Standing.OUT));
    comesLater();

    preferences.change(later, old -> old.with(Standing.OPTED_IN).unhiding("Kafka"));
    preferences.settle(later);

    assertThat(preferences.isOut(later)).isFalse();
    assertThat(preferences.of(later).hidden()).containsExactly("Payroll");
  }

  @Test
  void refuseWithThoseThatEndedWhatTheyRefuseAndAllowNothing() {
    comesLater();

    preferences.change(later, old -> old.with(Standing.OUT).choosing(Offer.HELP, Choice.WELCOME));
    assertThat(preferences.isOut(slack)).isTrue();

    preferences.change(later, old -> old.with(Standing.OPTED_IN));
    assertThat(preferences.isOut(later)).isFalse();
    assertThat(preferences.isOut(slack)).isTrue();
    assertThat(preferences.of(teams).takes(Offer.HELP)).isFalse();
  }

  @Test
  void leaveToItselfWhoHasThemselvesForgottenWithOneThatComesAfterTheyEnded() {
    comesLater();

    preferences.change(later, _ -> Preference.DEFAULT.with(Standing.FORGOTTEN));

    assertThat(preferences.isForgotten(later)).isTrue();
    assertThat(preferences.isForgotten(slack)).isFalse();
    assertThat(preferences.of(slack).hidden()).contains("Kafka");
  }

  @Test
  void saysOfAConversationWithEachAccountThatItShowsNothing() {
    var conversation = Chat.in("dev").id(1);
    preferences.strike(slack, conversation);

    preferences.settle(teams);
    person(slack, "elsewhere@acme.org", 3);

    assertThat(preferences.struck(teams)).containsExactly(conversation);
  }
}
