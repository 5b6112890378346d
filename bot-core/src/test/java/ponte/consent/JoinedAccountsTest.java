package ponte.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import ponte.store.Codec;
import ponte.store.Partition;
import ponte.store.Write;

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

  private void person(PersonId id, @Nullable String email, int change) {
    person(id, email, change, Person.Standing.ACTIVE);
  }

  private void person(PersonId id, @Nullable String email, int change, Person.Standing standing) {
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
    assertThat(preference.takes(Offer.HELP)).isFalse();
  }

  @Test
  void showNoneOfTheirWordsAndDaysToWhoeverComesAfterTheyEnded() {
    var preference = preferences.of(comesLater());

    assertThat(preference.hidden()).isEmpty();
    assertThat(preference.pausedUntil()).isNull();
  }

  @Test
  void holdAlsoWhereThePlatformToldSomethingOfItBeforeItsAddress() {
    preferences.change(slack, old -> old.with(Standing.OUT));
    preferences.tell(later, new DoNotDisturb(Chat.START, Chat.START, Chat.START));

    assertThat(preferences.of(comesLater()).takes(Offer.HELP)).isFalse();
    assertThat(preferences.isOut(later)).isTrue();
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

    preferences.change(
        later, old -> old.with(Standing.OPTED_IN).choosing(Offer.HELP, Choice.WELCOME));
    preferences.settle(later);

    assertThat(preferences.isOut(later)).isFalse();
    assertThat(preferences.of(later).takes(Offer.HELP)).isTrue();
    assertThat(preferences.of(later).takes(Offer.INVITATIONS)).isFalse();
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
  void keepNoWordWithThoseThatEndedOfWhatTheySayAfterwards() {
    comesLater();

    preferences.change(later, old -> old.hiding("Burnout").pausing(LocalDate.of(2026, 6, 1)));

    assertThat(preferences.of(slack).hidden()).doesNotContain("Burnout");
    assertThat(preferences.of(slack).pausedUntil()).isNotEqualTo(LocalDate.of(2026, 6, 1));
  }

  @Test
  void keepOfThoseThatEndedThatTheyAreOutAndNothingElseWhereTheyHaveThemselvesForgotten() {
    preferences.change(teams, old -> old.with(Standing.OUT));
    comesLater();

    preferences.change(later, _ -> Preference.DEFAULT.with(Standing.FORGOTTEN));

    assertThat(preferences.isForgotten(later)).isTrue();
    for (var ended : List.of(slack, teams)) {
      assertThat(preferences.of(ended)).isEqualTo(Preference.DEFAULT.with(Standing.OUT));
    }
  }

  @Test
  void keepWithNoneOfThoseThatEndedWhenSomebodyWasNotToBeDisturbedWhereTheyAreForgotten() {
    var time = new DoNotDisturb(Chat.START, Chat.START.plusSeconds(60), Chat.START);
    preferences.tell(slack, time);
    preferences.tell(teams, time);
    comesLater();
    preferences.tell(later, time);
    for (var account : List.of(slack, teams, later)) {
      assertThat(preferences.told(account)).contains(time);
    }

    preferences.change(later, _ -> Preference.DEFAULT.with(Standing.FORGOTTEN));

    for (var account : List.of(slack, teams, later)) {
      assertThat(preferences.told(account)).isEmpty();
    }
  }

  @Test
  void takeOverNothingOfWhatWasForgotten() {
    comesLater();
    preferences.change(later, old -> old.choosing(Offer.AFTERCARE, Choice.NONE));
    preferences.change(later, _ -> Preference.DEFAULT.with(Standing.FORGOTTEN));
    person(later, null, 5);
    var last = new PersonId(new WorkspaceId("last"), "ada");
    person(last, "here@acme.org", 6);

    preferences.settle(last);

    assertThat(preferences.of(last)).isEqualTo(Preference.DEFAULT);
  }

  @Test
  void saysOfAConversationWithEachAccountThatItShowsNothing() {
    var conversation = Chat.in("dev").id(1);
    preferences.strike(slack, conversation);

    preferences.settle(teams);
    person(slack, "elsewhere@acme.org", 3);

    assertThat(preferences.struck(teams)).containsExactly(conversation);
  }

  @Test
  void haveEachAccountsOwnTimeWithoutDisturbance() {
    var morning = dnd(1);
    var evening = dnd(10);
    preferences.tell(slack, morning);
    preferences.tell(teams, evening);
    preferences.settle(teams);

    assertThat(preferences.undisturbed(slack)).containsExactlyInAnyOrder(morning, evening);
    assertThat(preferences.told(slack)).contains(morning);
    assertThat(preferences.told(teams)).contains(evening);
  }

  @Test
  void haveTheTimeThatWasKeptAmongTheirWishesOnce() {
    var key = new Partition("preferences", later.workspace().value()).key("all " + later.value());
    var before = Codec.write(Preference.DEFAULT);
    var wishes = before.substring(0, before.length() - 1);
    acme.records.write(
        Write.create(key, wishes + ",\"doNotDisturb\":" + Codec.write(dnd(1)) + "}"));
    assertThat(preferences.undisturbed(later)).containsExactly(dnd(1));

    preferences.tell(later, dnd(2));

    assertThat(preferences.undisturbed(later)).containsExactly(dnd(2));
  }

  private static DoNotDisturb dnd(int hour) {
    var from = Chat.START.plus(Duration.ofHours(hour));
    return new DoNotDisturb(from, from.plus(Duration.ofHours(1)), Chat.START);
  }
}
