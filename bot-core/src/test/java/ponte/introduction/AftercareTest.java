package ponte.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.conversation.Away;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.expert.Expert;
import ponte.expert.Workspace;
import ponte.platform.Postings;
import ponte.prompt.Prompt;
import ponte.prompt.Prompt.Occasion;
import ponte.prompt.Prompted;
import ponte.reply.Block;
import ponte.reply.Reply;

class AftercareTest {

  private static final String TOPIC = "kafka offsets";
  private static final PersonId ADA = Chat.person("ada");

  private final Workspace acme =
      new Workspace().open("dev").people("ada", "bob", "eve", "kim", "lou");
  private final Brought brought = new Brought(acme);

  @BeforeEach
  void fourAnswerAda() {
    var minute = 1;
    for (var name : List.of("bob", "bob", "bob", "eve", "eve", "eve", "kim", "kim", "lou", "lou")) {
      acme.thread(
          "dev", minute, "ada: are kafka offsets lost?", name + ": kafka offsets are never lost");
      minute += 1000;
    }
  }

  @Test
  void goesOnWithWhoComesAfterThoseWhoAreUsuallyShown() {
    var shown = shown();
    shown.forEach(
        person ->
            brought.matters.begin(matter(person.name(), new Matter.With.Colleague(person.id()))));

    var next =
        brought.aftercare.notYet(new Command.NotYet(shown.getLast().name()), acme.asker("ada"));

    assertThat(people(next)).containsExactly(fourth(shown));
  }

  @Test
  void goesOnWithNobodyWhomTheAskerMetWithAnotherAccount() {
    var there = new PersonId(new WorkspaceId("T2"), "ada");
    Stream.of(ADA, there).forEach(this::isAda);
    var shown = shown();
    shown.stream()
        .skip(1)
        .forEach(
            person ->
                brought.matters.begin(
                    matter(there, person.name(), new Matter.With.Colleague(person.id()))));
    var last = shown.getFirst();
    brought.matters.begin(matter(last.name(), new Matter.With.Colleague(last.id())));

    var next = brought.aftercare.notYet(new Command.NotYet(last.name()), acme.asker("ada"));

    assertThat(people(next)).containsExactly(fourth(shown));
  }

  private void isAda(PersonId account) {
    acme.directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("is ada " + account),
                new Person(
                    account,
                    "ada",
                    "ada",
                    "",
                    "ada@acme.example",
                    ZoneOffset.UTC,
                    null,
                    Person.Standing.ACTIVE),
                acme.clock.instant())));
  }

  @Test
  void asksNobodyAboutAQuestionThatCouldNotBePosted() {
    var dev = Chat.in("dev").channel();
    brought.matters.begin(matter("e1", new Matter.With.Room(dev, "e1/question")));
    var until = acme.clock.instant().plus(Duration.ofDays(7));

    var asked =
        brought.aftercare.ask(
            new Prompt.Helped(ADA, "e1", Occasion.LATER, until),
            acme.asker("ada"),
            Postings.of(List.of()));

    assertThat(asked).isInstanceOf(Prompted.Drop.class);
  }

  @Test
  void invitesWhoWillAnswerThoughOthersAreShownFirst() {
    var room = acme.directory.channel(Chat.in("dev").channel()).orElseThrow();
    var route = acme.experts.routing(TOPIC, acme.asker("ada"));
    assertThat(route).hasSizeGreaterThanOrEqualTo(4);

    var candidates = brought.inviting.candidates(TOPIC, room, acme.asker("ada"));

    assertThat(candidates)
        .extracting(Person::id)
        .containsExactlyElementsOf(
            route.stream()
                .map(each -> each.person())
                .limit(IntroductionRules.DEFAULT.invited())
                .toList());
    assertThat(candidates).extracting(Person::id).contains(fourth(shown()));
  }

  @Test
  void invitesNobodyWhoIsAway() {
    var room = acme.directory.channel(Chat.in("dev").channel()).orElseThrow();
    acme.away("bob", Away.until(null));

    assertThat(brought.inviting.candidates(TOPIC, room, acme.asker("ada")))
        .extracting(Person::name)
        .isNotEmpty()
        .doesNotContain("bob");
  }

  private List<Person> shown() {
    var shown =
        acme.experts.on(TOPIC, acme.asker("ada")).experts().stream().map(Expert::person).toList();
    assertThat(shown).hasSize(3);
    return shown;
  }

  private static PersonId fourth(List<Person> shown) {
    var left = new ArrayList<>(List.of("bob", "eve", "kim", "lou"));
    shown.forEach(person -> left.remove(person.name()));
    return Chat.person(left.getFirst());
  }

  private static List<PersonId> people(Reply reply) {
    return reply.blocks().stream()
        .filter(Block.PersonCard.class::isInstance)
        .map(Block.PersonCard.class::cast)
        .map(card -> card.person().id())
        .toList();
  }

  private Matter matter(String id, Matter.With with) {
    return matter(ADA, id, with);
  }

  private Matter matter(PersonId asker, String id, Matter.With with) {
    return Matter.begun(id, asker, TOPIC, with, acme.clock.instant());
  }
}
