package ponte.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.reply.Offered.commands;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Preference;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;
import ponte.nlp.Language;

/** To be brought together with somebody who is called by name. */
class IntroducedByNameTest {

  private static final WorkspaceId TENANT = new WorkspaceId("tenant");
  private static final String TOPIC = "kafka offsets";
  private static final PersonId KIM = Chat.person("kim");

  private final Workspace acme = new Workspace().open("dev").people("kim");
  private final Brought brought = new Brought(acme);
  private final Introductions introductions = brought.introductions();

  @BeforeEach
  void colleagues() {
    acme.clock.advance(Duration.ofHours(2));
    person(Chat.person("U1"), "Anna Rossi", "Engineer", Standing.ACTIVE);
    person(Chat.person("U2"), "Anna Bianchi", "", Standing.ACTIVE);
    person(Chat.person("U3"), "Niccolò D'Angelo", "", Standing.ACTIVE);
    person(Chat.person("U4"), "Ugo Left", "", Standing.LEFT);
    person(Chat.person("U5"), "Ponte Bot", "", Standing.BOT);
  }

  private void person(PersonId id, String name, String title, Standing standing) {
    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId(id + name + standing),
                new Person(
                    id,
                    name,
                    "handle-" + id.value(),
                    title,
                    id.value() + "@" + id.workspace() + ".org",
                    ZoneOffset.UTC,
                    null,
                    standing),
                acme.clock.instant())));
  }

  private Outcome asks(PersonId person, String name) {
    return introductions.introduce(
        new Command.IntroduceNamed(name, TOPIC),
        new Asker(person, acme.directory.audienceOf(person), Language.ENGLISH, ZoneOffset.UTC),
        person + name);
  }

  @Test
  void isAskedBackWhereSeveralAreCalledSo() {
    var outcome = asks(KIM, "Anna");

    assertThat(brought.written()).isEmpty();
    assertThat(commands(outcome.reply()))
        .containsExactly(
            new Command.IntroduceNamed("Anna", TOPIC, Chat.person("U2")),
            new Command.IntroduceNamed("Anna", TOPIC, Chat.person("U1")));
    assertThat(outcome.reply().toString())
        .contains("Anna Rossi, Engineer", "Anna Bianchi, @handle-U2");
  }

  @Test
  void isAskedBackWhereTheNameIsOnlyNear() {
    var outcome = asks(KIM, "Nicolo");

    assertThat(brought.written()).isEmpty();
    assertThat(commands(outcome.reply()))
        .containsExactly(new Command.IntroduceNamed("Nicolo", TOPIC, Chat.person("U3")));
    assertThat(outcome.reply().toString())
        .contains("no colleague who is called “Nicolo”", "Do you mean");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zebedee", "Ugo Left", "Ponte Bot"})
  void isNobodyWhereNobodyIsThere(String typed) {
    var outcome = asks(KIM, typed);

    assertThat(brought.written()).isEmpty();
    assertThat(outcome.reply().toString())
        .contains("no colleague who is called “" + typed, "“" + typed + " " + TOPIC + "”");
  }

  @Test
  void isNobodyWhoOptedOut() {
    acme.preferences.change(Chat.person("U1"), each -> each.with(Preference.Standing.OUT));

    assertThat(asks(KIM, "Anna Rossi").reply().toString())
        .contains("I find no colleague who is called");
    asks(KIM, "Anna");
    assertThat(brought.written())
        .singleElement()
        .satisfies(each -> assertThat(each.to().toString()).contains("T1/U2"));
  }

  @Test
  void isBroughtTogetherAlsoForATopicThatTheyHide() {
    acme.preferences.change(Chat.person("U1"), each -> each.hiding(TOPIC));
    var kim = new Asker(KIM, acme.directory.audienceOf(KIM), Language.ENGLISH, ZoneOffset.UTC);

    asks(KIM, "Anna Rossi");
    assertThat(brought.written()).hasSize(1);

    acme.preferences.change(Chat.person("U2"), each -> each.hiding(TOPIC));
    var chosen = commands(asks(KIM, "Anna").reply()).getFirst();
    assertThat(chosen)
        .isInstanceOfSatisfying(
            Command.IntroduceNamed.class, named -> introductions.introduce(named, kim, "e2"));
    assertThat(brought.written()).hasSize(1);

    acme.preferences.change(Chat.person("U3"), each -> each.hiding(TOPIC));
    var shown = new Command.Introduce(Chat.person("U3"), TOPIC);
    assertThat(introductions.introduce(shown, kim, "e3").reply().toString())
        .contains("I cannot bring you together");
  }

  @Test
  void isNobodyWhoOptedOutAfterTheyWereProposed() {
    acme.preferences.change(Chat.person("U1"), each -> each.with(Preference.Standing.OUT));
    var kim = new Asker(KIM, acme.directory.audienceOf(KIM), Language.ENGLISH, ZoneOffset.UTC);
    var chosen = new Command.IntroduceNamed("Anna", TOPIC, Chat.person("U1"));

    introductions.introduce(chosen, kim, "e1");

    assertThat(brought.written()).isEmpty();
  }

  @Test
  void isAColleagueOfOnesOwnWorkspaceBeforeOneElsewhere() {
    person(new PersonId(TENANT, "anna"), "Anna Rossi", "", Standing.ACTIVE);
    person(new PersonId(TENANT, "zeno"), "Zeno Gallo", "", Standing.ACTIVE);

    asks(KIM, "Anna Rossi");
    assertThat(brought.written())
        .singleElement()
        .satisfies(each -> assertThat(each.to().toString()).contains("T1/U1"));
    asks(KIM, "Zeno");
    assertThat(brought.written())
        .extracting(each -> each.to().toString())
        .anyMatch(to -> to.contains("tenant/zeno"))
        .anyMatch(to -> to.contains("T1/kim"));
  }

  @Test
  void isOneselfWhereNobodyElseIsCalledSo() {
    assertThat(asks(KIM, "kim").reply().toString()).contains("That is you");
  }

  @Test
  void isToBeAskedSomething() {
    var asker = new Asker(KIM, acme.directory.audienceOf(KIM), Language.ITALIAN, ZoneOffset.UTC);

    var outcome = introductions.introduce(new Command.IntroduceNamed("Anna", null), asker, "e1");

    assertThat(brought.written()).isEmpty();
    assertThat(outcome.reply().toString()).contains("presentami Anna per le fatture");
  }
}
