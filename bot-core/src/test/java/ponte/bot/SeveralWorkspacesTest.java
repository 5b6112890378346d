package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Unanswered.OPS;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Acquaintance;
import ponte.command.Command;
import ponte.consent.Offer;
import ponte.consent.Preference.Choice;
import ponte.consent.Preference.Standing;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.platform.Destination;
import ponte.platform.Outgoing;

/** Colleagues who share two workspaces are asked once about a question, and invited to it once. */
class SeveralWorkspacesTest {

  private static final PersonId HERE = Team.person("bob");
  private static final PersonId THERE = there("bob");

  private final Unanswered ops = new Unanswered();
  private final Team team = ops.team;

  private static PersonId there(String name) {
    return new PersonId(new WorkspaceId("T2"), name);
  }

  @BeforeEach
  void adaBobAndEveAreInBoth() {
    for (var name : List.of("ada", "bob", "eve")) {
      join(name);
    }
  }

  private void join(String name) {
    team.acme.clock.advance(Duration.ofSeconds(1));
    team.hasAnAddress(Team.person(name), null);
    team.hasAnAddress(there(name), null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the account ends", "its address changes", "its workspace is forgotten"})
  void keepWhatTheyChoseWithTheAccountThatIsLeft(String why) {
    var here = Team.person("max");
    var there = there("max");
    is(here, "max@acme.example", Person.Standing.ACTIVE);
    team.says("max", "stop asking me");
    team.says("max", "hide topic kafka");
    team.presses("max", new Command.OptOut());
    is(there, "max@acme.example", Person.Standing.ACTIVE);

    switch (why) {
      case "the account ends" -> is(here, "max@acme.example", Person.Standing.LEFT);
      case "its address changes" -> is(here, "maximilian@acme.example", Person.Standing.ACTIVE);
      default -> team.ponte.forget(here.workspace());
    }

    assertThat(team.acme.directory.accounts(there)).containsExactly(there);
    var preferences = team.ponte.preferences();
    assertThat(preferences.isOut(there)).isTrue();
    assertThat(preferences.out(there.workspace()).contains(there)).isTrue();
    assertThat(preferences.of(there).choices()).containsEntry(Offer.INVITATIONS, Choice.NONE);
    assertThat(preferences.of(there).hidden()).containsExactly("kafka");
  }

  @Test
  void takePartWithTheAccountThatIsLeftWhereTheySaidSo() {
    var here = Team.person("max");
    var there = there("max");
    is(here, "max@acme.example", Person.Standing.ACTIVE);
    team.presses("max", new Command.OptIn());
    is(there, "max@acme.example", Person.Standing.ACTIVE);
    is(here, "max@acme.example", Person.Standing.LEFT);

    assertThat(team.ponte.preferences().of(there).standing()).isEqualTo(Standing.OPTED_IN);
  }

  @Test
  void meetNobodyTheyDidNotWantToThoughTheWorkspaceIsForgottenWhereTheySaidSoOfThem() {
    var max = Team.person("max");
    var anna = new PersonId(new WorkspaceId("T3"), "anna");
    is(max, "max@acme.example", Person.Standing.ACTIVE);
    is(anna, "anna@acme.example", Person.Standing.ACTIVE);
    team.presses("max", new Command.Meet(new Acquaintance.NotWith(new Command.Whom.Known(anna))));
    var there = there("anna");
    is(there, "anna@acme.example", Person.Standing.ACTIVE);

    team.ponte.forget(anna.workspace());

    assertThat(team.ponte.pairing().of(max).wishes())
        .singleElement()
        .satisfies(wish -> assertThat(wish.notWith()).contains(there));
  }

  @Test
  void areForgottenWithWhomTheyDidNotWantToMeetByAnAccountThatEnded() {
    var here = Team.person("max");
    is(here, "max@acme.example", Person.Standing.ACTIVE);
    var there = there("max");
    is(there, "max@acme.example", Person.Standing.ACTIVE);
    team.presses("max", new Command.Meet(new Acquaintance.NotWith(new Command.Whom.Known(HERE))));
    is(there, "max@acme.example", Person.Standing.LEFT);
    assertThat(team.ponte.pairing().of(there).wishes()).isNotEmpty();

    team.presses("max", new Command.ConfirmForget());

    assertThat(team.ponte.pairing().of(there).wishes()).isEmpty();
  }

  /** The platform tells who somebody is. */
  private void is(PersonId account, String address, Person.Standing standing) {
    team.acme.clock.advance(Duration.ofMinutes(1));
    var now = team.acme.clock.instant();
    var id = new EventId(account + " is " + address + " " + now);
    var person =
        new Person(
            account, "Max", account.value(), "", address, ZoneId.of("Europe/Rome"), null, standing);
    team.inbox.hear("people", id.value(), List.of(new Event.Roster.PersonChanged(id, person, now)));
    team.work();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void areSuggestedOnce(boolean hereFirst) {
    var question = ops.asks();

    suggests("eve", question, hereFirst ? HERE : THERE);
    assertThat(suggests("eve", question, hereFirst ? THERE : HERE)).contains("already");
    assertThat(suggests("kim", question, hereFirst ? THERE : HERE)).contains("already");
    team.at("2026-03-24T08:00:00Z");
    team.at("2026-03-25T08:00:00Z");

    assertThat(suggestions()).hasSize(1);
  }

  @Test
  void areSuggestedOnceThoughTheirAccountsAreKnownForOnesOnlySince() {
    team.acme.people("zoe");
    team.hasAnAddress(there("zoe"), null);
    var question = ops.asks();
    suggests("eve", question, there("zoe"));

    join("zoe");

    assertThat(suggests("kim", question, Team.person("zoe"))).contains("already");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void areInvitedOnceWhereTheQuestionStands(boolean hereFirst) {
    var question = ops.asks();

    team.presses("ada", new Command.Invite(question, hereFirst ? HERE : THERE));
    var again = team.presses("ada", new Command.Invite(question, hereFirst ? THERE : HERE));

    assertThat(Team.words(again)).contains("already");
    team.at("2026-03-24T08:00:00Z");
    team.at("2026-03-25T08:00:00Z");
    assertThat(invitations())
        .singleElement()
        .satisfies(each -> assertThat(each.to()).isEqualTo(new Destination.Together(Set.of(HERE))));
  }

  @Test
  void areInvitedOnceThoughASuggestionNamesAnotherAccountOfTheirs() {
    var question = ops.asks();
    suggests("eve", question, THERE);
    var asked = suggestions().getFirst().reply();

    team.presses("ada", new Command.Invite(question, HERE));
    team.presses("ada", Team.button(asked, Command.Invite.class));
    team.at("2026-03-24T08:00:00Z");

    assertThat(invitations()).hasSize(1);
  }

  @Test
  void areInvitedOnceByTheLadderAndByWhoWishesItBeside() {
    var question = ops.asks();
    team.at("2026-03-23T13:01:00Z");
    ops.asksColleagues(question);
    assertThat(invitations()).hasSize(3);
    assertThat(ops.asked()).contains("bob");

    team.presses("kim", new Command.Invite(question, THERE));
    team.at("2026-03-24T08:00:00Z");

    assertThat(invitations()).hasSize(3);
  }

  @Test
  void areInvitedOnceToAQuestionThatPonteAsks() {
    team.presses("ada", new Command.Post(OPS, "reset the Kafka offsets", List.of(HERE, THERE)));

    team.at("2026-03-24T08:00:00Z");

    assertThat(invitations()).hasSize(1);
  }

  private String suggests(String by, MessageId question, PersonId colleague) {
    return Team.words(team.presses(by, new Command.Invite(question, colleague)));
  }

  private List<Outgoing> suggestions() {
    return team.shown.values().stream()
        .filter(each -> each.key().startsWith("suggested/"))
        .toList();
  }

  private List<Outgoing> invitations() {
    return team.shown.values().stream().filter(each -> each.key().contains("/invite/")).toList();
  }
}
