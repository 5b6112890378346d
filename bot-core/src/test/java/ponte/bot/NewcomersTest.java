package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.consent.HouseRules;
import ponte.consent.Participation;
import ponte.consent.RequestLimits;
import ponte.consent.Retention;
import ponte.conversation.Event;
import ponte.conversation.Event.Place;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.ChannelRules;
import ponte.expert.Workspace;
import ponte.nlp.Language;
import ponte.store.Codec;

/**
 * Somebody whom an administrator never names, by their address, and who had themselves forgotten.
 */
class NewcomersTest {

  private static final PersonId BOB = Chat.person("bob");

  private final Workspace acme = new Workspace().people("ada").open("random");
  private final List<PersonId> asked = new ArrayList<>();
  private final House house =
      new House(
          acme,
          ChannelRules.ALL,
          new HouseRules(
              new Participation(false, Set.of("bob@acme.org")),
              Retention.FOREVER,
              Duration.ofDays(365),
              RequestLimits.DEFAULT));
  private final Worker answering =
      new Worker(
          Inbox.ASKED,
          new Answering(
              new Newcomers(
                  house.ponte.joining(),
                  house.directory,
                  house.ponte.preferences(),
                  List.of(this::whoIs),
                  acme.clock),
              house.ponte.bot(),
              new Outbox(house.queue, acme.clock)),
          Workplaces.at(house.queue, acme.clock));
  private int request;

  private Optional<Person> whoIs(PersonId person) {
    asked.add(person);
    return Optional.of(
        new Person(
            person,
            "Bob",
            "bob",
            "Engineer",
            person.value() + "@acme.org",
            ZoneOffset.UTC,
            Language.ENGLISH,
            Person.Standing.ACTIVE));
  }

  @BeforeEach
  void bobHadHimselfForgotten() {
    presses(new Command.MyData());
    presses(new Command.ConfirmForget());
    asked.clear();
  }

  private void presses(Command command) {
    acme.clock.advance(Duration.ofMinutes(1));
    house.inbox.ask(
        new Event.Request.Pressed(
            new EventId("r" + request++),
            BOB,
            Place.DIRECT,
            Codec.write(command),
            acme.clock.instant()));
    while (answering.workOnce()) {}
  }

  @Test
  void isNotAskedForAsLongAsTheyStayForgotten() {
    presses(new Command.MyData());

    assertThat(asked).isEmpty();
    assertThat(house.directory.person(BOB).orElseThrow().email()).isNull();
  }

  @Test
  void isNotNamedFromTheMomentOnAtWhichTheyAreBack() {
    presses(new Command.OptIn());

    assertThat(asked).containsExactly(BOB);
    assertThat(house.ponte.preferences().isNeverNamed(BOB)).isTrue();
    assertThat(house.ponte.preferences().isOut(BOB)).isTrue();

    presses(new Command.MyData());
    assertThat(asked).hasSize(1);
  }
}
