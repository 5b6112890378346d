package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.consent.Offer;
import ponte.consent.Preference.Choice;
import ponte.consent.Preference.Standing;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;
import ponte.store.StoreUnavailableException;

/** An account comes and another one ends, told at once. */
class JoiningTest {

  private final Workspace acme = new Workspace();
  private final PersonId slack = Chat.person("ada");
  private final PersonId teams = new PersonId(new WorkspaceId("tenant"), "ada");
  private final Joining joining = joining(acme.preferences::settle);

  private Joining joining(Consumer<PersonId> settle) {
    return new Joining(acme.directory, new Unsettled(acme.records), settle);
  }

  private static Roster is(PersonId id, String email, Person.Standing standing, int change) {
    return new Roster.PersonChanged(
        new EventId(id + " " + change),
        new Person(id, "Ada", "ada", "", email, ZoneOffset.UTC, null, standing),
        Chat.START.plusMillis(change));
  }

  @Test
  void whatWasChosenStaysWhereOneComesAndTheOtherEndsAtOnce() {
    joining.takeIn(List.of(is(slack, "ada@acme.org", Person.Standing.ACTIVE, 1)));
    acme.preferences.change(
        slack, old -> old.with(Standing.OPTED_IN).choosing(Offer.INTRODUCTIONS, Choice.WELCOME));

    joining.takeIn(
        List.of(
            is(teams, "Ada@acme.org", Person.Standing.ACTIVE, 2),
            is(slack, "ada@acme.org", Person.Standing.LEFT, 3)));

    assertThat(acme.preferences.of(teams).standing()).isEqualTo(Standing.OPTED_IN);
    assertThat(acme.preferences.of(teams).takes(Offer.INTRODUCTIONS)).isTrue();
  }

  @Test
  void whatWasRefusedHoldsWhereOneEndsAndTheOtherComesAtOnce() {
    joining.takeIn(List.of(is(slack, "ada@acme.org", Person.Standing.ACTIVE, 1)));
    acme.preferences.change(slack, old -> old.with(Standing.OUT));

    joining.takeIn(
        List.of(
            is(slack, "ada@acme.org", Person.Standing.LEFT, 2),
            is(teams, "ada@acme.org", Person.Standing.ACTIVE, 3)));

    assertThat(acme.preferences.isOut(teams)).isTrue();
  }

  @Test
  void whatWasRefusedHoldsThoughTheStoreIsAwayBeforeItIsSettled() {
    joining.takeIn(List.of(is(slack, "ada@acme.org", Person.Standing.ACTIVE, 1)));
    acme.preferences.change(slack, old -> old.with(Standing.OUT));
    joining.takeIn(List.of(is(slack, "ada@acme.org", Person.Standing.LEFT, 2)));
    var comes = List.of(is(teams, "ada@acme.org", Person.Standing.ACTIVE, 3));
    dies(comes);
    assertThat(acme.preferences.isOut(teams)).isFalse();

    joining.takeIn(comes);

    assertThat(acme.preferences.isOut(teams)).isTrue();
  }

  @Test
  void whatWasRefusedHoldsForWhoeverAsksAfterTheStoreWasAway() {
    joining.takeIn(List.of(is(slack, "ada@acme.org", Person.Standing.ACTIVE, 1)));
    acme.preferences.change(slack, old -> old.with(Standing.OUT));
    joining.takeIn(List.of(is(slack, "ada@acme.org", Person.Standing.LEFT, 2)));
    dies(List.of(is(teams, "ada@acme.org", Person.Standing.ACTIVE, 3)));

    new Newcomers(joining, acme.directory, acme.preferences, List.of(), acme.clock).meet(teams);

    assertThat(acme.preferences.isOut(teams)).isTrue();
  }

  @Test
  void isSettledOnce() {
    var settled = new ArrayList<PersonId>();
    var once = joining(settled::add);
    var comes = List.of(is(slack, "ada@acme.org", Person.Standing.ACTIVE, 1));
    once.takeIn(comes);
    settled.clear();

    once.takeIn(comes);

    assertThat(settled).isEmpty();
  }

  /** The store is away once somebody is taken in. */
  private void dies(List<Roster> changes) {
    var dying =
        joining(
            person -> {
              if (acme.directory.person(person).isPresent()) {
                throw new StoreUnavailableException("away", new IllegalStateException());
              }
            });
    assertThatThrownBy(() -> dying.takeIn(changes)).isInstanceOf(StoreUnavailableException.class);
  }
}
