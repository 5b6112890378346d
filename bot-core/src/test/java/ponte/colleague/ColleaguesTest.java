package ponte.colleague;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.command.Command.Whom;
import ponte.consent.Preference;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;
import ponte.nlp.Language;

class ColleaguesTest {

  private static final WorkspaceId TENANT = new WorkspaceId("tenant");
  private static final PersonId KIM = Chat.person("kim");
  private static final PersonId ROSSI = Chat.person("U1");
  private static final PersonId BIANCHI = Chat.person("U2");
  private static final PersonId NICCOLO = Chat.person("U3");
  private static final PersonId UGO = Chat.person("U4");

  private final Workspace acme = new Workspace().open("dev");
  private final Colleagues toMeet = Colleagues.toMeet(acme.directory, acme.preferences);
  private final Colleagues toSpeakOf = Colleagues.toSpeakOf(acme.directory, acme.preferences);

  @BeforeEach
  void colleagues() {
    person(KIM, "Kim Park", Standing.ACTIVE);
    person(ROSSI, "Anna Rossi", Standing.ACTIVE);
    person(BIANCHI, "Anna Bianchi", Standing.ACTIVE);
    person(NICCOLO, "Niccolò D'Angelo", Standing.ACTIVE);
    person(UGO, "Ugo Left", Standing.LEFT);
    person(Chat.person("U5"), "Ponte Bot", Standing.BOT);
  }

  private void person(PersonId id, String name, Standing standing) {
    person(id, name, id.value() + "@" + id.workspace() + ".org", standing);
  }

  private void person(PersonId id, String name, String email, Standing standing) {
    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId(id + name + standing),
                new Person(
                    id, name, "handle-" + id.value(), "", email, ZoneOffset.UTC, null, standing),
                acme.clock.instant())));
  }

  private Meant met(String name) {
    return meant(toMeet, name, KIM);
  }

  private Meant spokenOf(String name) {
    return meant(toSpeakOf, name, KIM);
  }

  private Meant meant(Colleagues colleagues, String name, PersonId by) {
    return colleagues.meant(
        new Whom.Called(name),
        new Asker(by, acme.directory.audienceOf(by), Language.ENGLISH, ZoneOffset.UTC));
  }

  /** Those who may be meant; empty: nobody of this name. */
  private static List<PersonId> people(Meant meant) {
    return switch (meant) {
      case Meant.Self(var person) -> List.of(person);
      case Meant.One(var person) -> List.of(person.id());
      case Meant.Several(_, var people) -> people.stream().map(Person::id).toList();
      case Meant.Nobody _ -> List.of();
    };
  }

  private static List<PersonId> similar(Meant meant) {
    return meant instanceof Meant.Nobody(_, var similar)
        ? similar.stream().map(Person::id).toList()
        : List.of();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "niccolo",
        "Niccolò D'Angelo",
        "@Niccolò D'Angelo",
        "D’ANGELO",
        "D'Angelo, Niccolò",
        "@handle-U3"
      })
  void findsWhoIsCalledSoHoweverItIsTyped(String typed) {
    assertThat(people(met(typed))).containsExactly(NICCOLO);
    assertThat(people(spokenOf(typed))).containsExactly(NICCOLO);
  }

  @Test
  void findsWhoIsShownByAFirstNameByTheLastOneInTheirAddress() {
    var federica = Chat.person("U9");
    person(federica, "Federica", "federica.ruosi@acme.org", Standing.ACTIVE);

    assertThat(people(met("Federica Ruosi"))).containsExactly(federica);
    assertThat(people(spokenOf("federica ruosi"))).containsExactly(federica);
  }

  @Test
  void findsAllWhoHaveAPartOfTheirNameInCommonButOneByTheWholeName() {
    person(Chat.person("U6"), "Anna Maria Rossi", Standing.ACTIVE);

    assertThat(people(met("Anna"))).containsExactly(BIANCHI, Chat.person("U6"), ROSSI);
    assertThat(people(met("rossi anna"))).containsExactly(Chat.person("U6"), ROSSI);
    assertThat(people(met("anna rossi"))).containsExactly(ROSSI);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nicolo", "Nicolò Dangelo"})
  void tellsWhoseNameIsNear(String typed) {
    assertThat(similar(met(typed))).containsExactly(NICCOLO);
  }

  @Test
  void takesNoInitialForANearName() {
    person(Chat.person("U6"), "E. Xu", Standing.ACTIVE);

    assertThat(similar(met("fine"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zebedee", "Ponte Bot", "?", "@"})
  void findsNobodyWhereNobodyIsThere(String typed) {
    assertThat(met(typed)).isEqualTo(new Meant.Nobody(typed, List.of()));
    assertThat(spokenOf(typed)).isEqualTo(new Meant.Nobody(typed, List.of()));
  }

  @Test
  void findsWhoLeftOnlyToSpeakOfThem() {
    assertThat(people(spokenOf("ugo"))).containsExactly(UGO);
    assertThat(met("ugo")).isEqualTo(new Meant.Nobody("ugo", List.of()));
    assertThat(similar(spokenOf("uggo"))).containsExactly(UGO);
    assertThat(similar(met("uggo"))).isEmpty();
  }

  @Test
  void takesWhoIsHereForWhoLeftUnlessTheyAreCalledJustSo() {
    person(Chat.person("U6"), "Ugo Verdi", Standing.ACTIVE);
    assertThat(people(spokenOf("ugo"))).containsExactly(Chat.person("U6"));
    assertThat(people(spokenOf("ugo left"))).containsExactly(UGO);

    person(Chat.person("U7"), "Anna Rossi", "other@acme.org", Standing.LEFT);
    assertThat(people(spokenOf("Anna Rossi"))).containsExactly(ROSSI);
  }

  @Test
  void findsWhoOptedOutForNothingButByThemselves() {
    acme.preferences.change(ROSSI, each -> each.with(Preference.Standing.OUT));

    for (var colleagues : List.of(toMeet, toSpeakOf)) {
      assertThat(people(meant(colleagues, "Anna Rossi", KIM))).isEmpty();
      assertThat(similar(meant(colleagues, "Anna Rosi", KIM))).doesNotContain(ROSSI);
      assertThat(people(meant(colleagues, "Anna", KIM))).containsExactly(BIANCHI);
      assertThat(meant(colleagues, "Rossi", ROSSI)).isEqualTo(new Meant.Self(ROSSI));
    }
  }

  @Test
  void findsAColleagueOfTheSameWorkspaceBeforeOneElsewhere() {
    var far = new PersonId(TENANT, "anna");
    var zeno = new PersonId(TENANT, "zeno");
    person(far, "Anna Rossi", Standing.ACTIVE);
    person(zeno, "Zeno Gallo", Standing.ACTIVE);

    assertThat(people(met("Anna Rossi"))).containsExactly(ROSSI);
    assertThat(people(met("Rossi"))).containsExactly(ROSSI);
    assertThat(people(met("Zeno"))).containsExactly(zeno);
    assertThat(people(spokenOf("Zeno"))).containsExactly(zeno);
  }

  @Test
  void findsAColleagueOfSeveralAccountsOnceWhereTheyAreMet() {
    person(new PersonId(TENANT, "nic"), "Niccolò D'Angelo", "U3@T1.org", Standing.ACTIVE);

    assertThat(people(met("D'Angelo"))).containsExactly(NICCOLO);
    assertThat(people(spokenOf("handle-nic"))).containsExactly(NICCOLO);
  }

  @Test
  void showsAGuestOnlyThoseInChannelsWithThem() {
    var guest = Chat.person("guest");
    person(guest, "Gia Ospite", Standing.GUEST);
    var room = Chat.in("project").channel();
    acme.directory.apply(
        List.of(
            new Roster.ChannelChanged(
                new EventId("c"),
                new Channel(room, "project", Visibility.PRIVATE, "", "", false),
                acme.clock.instant()),
            new Roster.MembersListed(
                new EventId("m"), room, Set.of(guest, ROSSI), acme.clock.instant())));

    for (var colleagues : List.of(toMeet, toSpeakOf)) {
      assertThat(people(meant(colleagues, "Anna", guest))).containsExactly(ROSSI);
      assertThat(meant(colleagues, "Niccolò", guest))
          .isEqualTo(new Meant.Nobody("Niccolò", List.of()));
    }
  }

  @Test
  void takesTheAskerToBeMeantOnlyWhereNobodyElseIs() {
    assertThat(spokenOf("kim")).isEqualTo(new Meant.Self(KIM));

    person(Chat.person("U6"), "Kim Novak", Standing.ACTIVE);

    assertThat(people(spokenOf("kim"))).containsExactly(Chat.person("U6"));
    assertThat(spokenOf("Kim Park")).isEqualTo(new Meant.Self(KIM));
  }

  @Test
  void knowsWhoWasShownAndWhoSpeaksWithoutLookingForThem() {
    assertThat(people(toSpeakOf.meant(new Whom.Known(UGO), asker(KIM)))).containsExactly(UGO);
    assertThat(toSpeakOf.meant(new Whom.Known(KIM), asker(KIM))).isEqualTo(new Meant.Self(KIM));
    assertThat(toSpeakOf.meant(new Whom.Me(), asker(KIM))).isEqualTo(new Meant.Self(KIM));
    assertThat(toSpeakOf.meant(new Whom.Me(), asker(null)))
        .isEqualTo(new Meant.Nobody("", List.of()));
  }

  @Test
  void showsToNobodyInParticularThoseOfTheWorkspacesThatTheySee() {
    person(new PersonId(TENANT, "zeno"), "Zeno Gallo", Standing.ACTIVE);

    assertThat(people(toSpeakOf.meant(new Whom.Called("Rossi"), asker(null))))
        .containsExactly(ROSSI);
    assertThat(people(toSpeakOf.meant(new Whom.Called("Zeno"), asker(null)))).isEmpty();
  }

  private Asker asker(@Nullable PersonId person) {
    return new Asker(person, acme.directory.everybody(), Language.ENGLISH, ZoneOffset.UTC);
  }
}
