package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command.WhoKnows;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.reply.Block;
import ponte.reply.Block.PersonCard;
import ponte.reply.Button;
import ponte.reply.Reply;

/** Who of a team knows about something: whose profile names it. */
class OfATeamTest {

  private static final double DAY = 24 * 60;

  private final Workspace acme = new Workspace().open("dev").people("ada", "bob", "eve", "kim");
  private final ExpertAnswers answers =
      new ExpertAnswers(
          acme.experts,
          acme.opinions,
          acme.directory,
          acme.preferences,
          ExpertRules.DEFAULT,
          acme.clock);

  @BeforeEach
  void bobAndEveAnswerAda() {
    for (var day = 0; day < 2; day++) {
      acme.thread("dev", 1 + day * DAY, "ada: kafka?", "bob: kafka is fine", "eve: kafka it is");
    }
    acme.titled("bob", "Accountant");
    acme.titled("eve", "Lead, Data Platform");
  }

  @Test
  void areThoseWhoseTitleNamesIt() {
    var reply = ask("platform");

    assertThat(named(reply)).containsExactly("eve");
    assertThat(reply.toString()).contains("Only colleagues whose profile names “platform”.");
    assertThat(named(answers.whoKnows(new WhoKnows("kafka"), acme.asker("kim"))))
        .contains("bob", "eve");
  }

  @Test
  void areThoseWhoseDepartmentNamesItWhateverItsCaseAndAccents() {
    department("bob", "Qualità e Ambiente");

    assertThat(named(ask("qualita"))).containsExactly("bob");
    assertThat(named(ask("QUALITÀ E AMBIENTE"))).containsExactly("bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"account", "platform data", "legal"})
  void areOthersWhoAreSaidToBeSuchWhereNobodysProfileNamesIt(String team) {
    var reply = ask(team);

    assertThat(named(reply)).containsExactlyInAnyOrder("bob", "eve");
    assertThat(reply.toString())
        .contains("Of those whose profile names “" + team + "” I found nobody for this.");
  }

  @Test
  void areNobodyWhereNobodyKnows() {
    var reply = answers.whoKnows(new WhoKnows("terraform", false, "platform"), acme.asker("kim"));

    assertThat(named(reply)).isEmpty();
    assertThat(reply.toString()).contains("Nobody found").doesNotContain("profile");
  }

  @Test
  void areAskedForAgainWithTheOthers() {
    assertThat(commands(ask("platform"))).contains(new WhoKnows("kafka"));
    assertThat(commands(ask("legal"))).doesNotContain(new WhoKnows("kafka"));
  }

  @Test
  void stayOfItWhereMoreAreAskedFor() {
    var minute = 10;
    for (var name : List.of("fay", "gil", "hal")) {
      acme.people(name);
      for (var day = 0; day < 2; day++) {
        acme.thread("dev", minute + day * DAY, "ada: kafka?", name + ": kafka is what I run");
      }
      minute += 10;
      acme.titled(name, "Platform engineer");
    }

    var more = new WhoKnows("kafka", true, "platform");

    assertThat(commands(ask("platform"))).contains(more);
    assertThat(named(answers.whoKnows(more, acme.asker("kim"))))
        .containsExactlyInAnyOrder("eve", "fay", "gil", "hal");
  }

  @Test
  void areSoughtForEachOfSeveralTopics() {
    var reply =
        answers.whoKnows(new WhoKnows("terraform or kafka", false, "platform"), acme.asker("kim"));

    assertThat(named(reply)).containsExactly("eve");
  }

  private void department(String name, String department) {
    var person = acme.directory.person(Chat.person(name)).orElseThrow();
    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId(name + " in " + department),
                new Person(
                    person.id(),
                    name,
                    name,
                    "",
                    null,
                    person.zone(),
                    null,
                    person.standing(),
                    null,
                    department),
                acme.clock.instant())));
  }

  private Reply ask(String team) {
    return answers.whoKnows(new WhoKnows("kafka", false, team), acme.asker("kim"));
  }

  private static List<String> named(Reply reply) {
    return reply.blocks().stream()
        .filter(PersonCard.class::isInstance)
        .map(block -> ((PersonCard) block).person().name())
        .toList();
  }

  private static List<Object> commands(Reply reply) {
    return reply.blocks().stream()
        .filter(Block.Buttons.class::isInstance)
        .flatMap(block -> ((Block.Buttons) block).buttons().stream())
        .map(Button::command)
        .map(Object.class::cast)
        .toList();
  }
}
