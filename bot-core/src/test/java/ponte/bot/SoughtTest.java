package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command;
import ponte.command.Command.Whom;
import ponte.conversation.Away;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.prompt.Prompts;
import ponte.reply.Reply;
import ponte.store.Codec;
import ponte.store.StoreUnavailableException;

/** A colleague whom somebody wants to be introduced to did not ask for it. */
class SoughtTest {

  private static final String TOPIC = "kafka offsets";
  private static final Command.Introduce TO_BOB = new Command.Introduce(Team.person("bob"), TOPIC);

  /** A Monday, at ten where they live. */
  private static final String MONDAY = "2026-03-23T09:00:00Z";

  private static final String EVENING = "2026-03-23T19:00:00Z";
  private static final String MORNING = "2026-03-24T08:00:00Z";

  private final Team team = new Team(MONDAY);

  @BeforeEach
  void bobAnswersAboutKafka() {
    knows(team);
  }

  private static void knows(Team team) {
    team.acme.thread("dev", 1, "ada: reset kafka offsets?", "bob: kafka offsets are in the shell");
    team.acme.thread("dev", 900, "ada: lost kafka offsets?", "bob: kafka offsets come back");
  }

  @Test
  void isWrittenToAtOnceWhereTheyMayBeDisturbed() {
    assertThat(words(team.presses("ada", TO_BOB))).contains("writing to bob and you together");

    assertThat(introduced("ada")).hasSize(1);
  }

  @Test
  void isWrittenToInTheMorningWhereItIsTheirEvening() {
    team.acme.clock.set(Instant.parse(EVENING));

    assertThat(words(team.presses("ada", TO_BOB))).contains("as soon as it suits bob");

    assertThat(team.queue.depth(Outbox.TOPIC).waiting()).isZero();
    team.at("2026-03-24T07:59:00Z");
    assertThat(introduced("ada")).isEmpty();
    team.at(MORNING);
    assertThat(introduced("ada")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "opted out before", "opted out since", "forgotten since"})
  void givesTheirAddressToWhoStillWantsIt(String asker) {
    var tom = new PersonId(new WorkspaceId("T2"), "tom");
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.hasAnAddress(Team.person("ada"), null);
    team.hasAnAddress(tom, null);
    if (asker.equals("opted out before")) {
      team.presses("ada", new Command.OptOut());
      team.acme.clock.advance(Duration.ofMinutes(1));
    }
    team.presses("ada", new Command.Introduce(tom, TOPIC));
    assertThat(team.written("ada")).hasSize(1);
    team.acme.clock.advance(Duration.ofMinutes(1));
    switch (asker) {
      case "opted out since" -> team.presses("ada", new Command.OptOut());
      case "forgotten since" -> team.presses("ada", new Command.ConfirmForget());
      default -> {}
    }

    team.inbox.ask(
        new Event.Request.Pressed(
            new EventId("tom gives"),
            tom,
            Event.Place.DIRECT,
            Codec.write(new Command.GiveAddress(Team.person("ada"), TOPIC)),
            team.acme.clock.instant()));
    team.work();

    var read = team.written("ada").stream().map(each -> words(each.reply())).toList();
    if (asker.endsWith("since")) {
      assertThat(read).hasSize(1);
    } else {
      assertThat(read).hasSize(2).last().asString().contains("is willing", "tom@acme.example");
    }
  }

  @Test
  void isBroughtTogetherWithOneADay() {
    for (var name : List.of("ada", "kim", "eve")) {
      team.presses(name, TO_BOB);
    }
    assertThat(allIntroduced()).hasSize(1);

    team.at(MORNING);
    assertThat(allIntroduced()).hasSize(2);
    team.at("2026-03-25T08:00:00Z");
    assertThat(allIntroduced()).hasSize(3);
  }

  @Test
  void isNotWrittenToWhoSaidMeanwhileThatTheyWantToBeAskedNothing() {
    team.acme.clock.set(Instant.parse(EVENING));
    team.presses("ada", TO_BOB);
    team.says("bob", "stop asking me");

    team.at(MORNING);
    team.at("2026-03-26T08:00:00Z");

    assertThat(introduced("ada")).isEmpty();
    assertThat(team.written("ada")).isEmpty();
  }

  @Test
  void isNotSeenToWantToBeAskedNothing() {
    team.says("bob", "stop asking me");
    var refused = words(team.presses("ada", TO_BOB));
    team.says("bob", "invite me again");
    team.says("bob", "hide topic kafka");
    var hidden = words(team.presses("ada", TO_BOB));
    team.says("bob", "show topic kafka again");
    team.acme.away("bob", Away.until(Instant.parse("2026-05-01T09:00:00Z")));
    var away = words(team.presses("ada", TO_BOB));

    team.says("bob", "stop asking me");
    var refusedAway = words(team.presses("ada", TO_BOB));

    assertThat(refused).contains("I cannot bring you together with bob").isEqualTo(hidden);
    assertThat(away).isEqualTo(refusedAway);
    assertThat(introduced("ada")).isEmpty();
  }

  @Test
  void isSaidToBeAwayForLongAsTheirCardSays() {
    team.acme.away("bob", Away.until(Instant.parse("2026-05-01T09:00:00Z")));

    assertThat(words(team.says("ada", "who knows about " + TOPIC + "?")))
        .contains("Away until Friday 1 May");
    assertThat(words(team.presses("ada", TO_BOB)))
        .contains("I cannot write to bob for now. Away until Friday 1 May")
        .doesNotContain("bring you together");
    team.says("bob", "hide topic kafka");
    assertThat(words(team.presses("ada", TO_BOB))).doesNotContain("Away");
  }

  @Test
  void isSaidToPauseForLongAsTheirCardSays() {
    team.says("bob", "pause until 1 May");

    assertThat(words(team.presses("ada", TO_BOB))).contains("Not to be disturbed until");
  }

  @Test
  void isWrittenToAtASecondWishWhereTheFirstCameToNothing() {
    team.says("bob", "stop asking me");
    team.presses("ada", TO_BOB);
    team.says("bob", "invite me again");

    team.presses("ada", TO_BOB);

    assertThat(introduced("ada")).hasSize(1);
  }

  @Test
  void isNotWrittenToOnceItIsSolved() {
    team.acme.clock.set(Instant.parse(EVENING));
    var planned = team.presses("ada", TO_BOB);
    team.presses("ada", Team.button(planned, Command.Solved.class));

    team.at(MORNING);
    assertThat(introduced("ada")).isEmpty();

    assertThat(words(team.presses("ada", TO_BOB))).contains("right now");
    assertThat(introduced("ada")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "bob"})
  void isNotWrittenToOnceEitherIsForgotten(String name) {
    team.acme.clock.set(Instant.parse(EVENING));
    team.presses("ada", TO_BOB);

    team.presses(name, new Command.ConfirmForget());

    assertThat(team.queue.depth(Prompts.TOPIC).waiting()).isZero();
    team.at(MORNING);
    assertThat(introduced("ada")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "bob"})
  void isNotWrittenToOnceEitherOptedOut(String name) {
    team.acme.clock.set(Instant.parse(EVENING));
    team.presses("ada", TO_BOB);

    team.presses(name, new Command.OptOut());

    team.at(MORNING);
    assertThat(introduced("ada")).isEmpty();
  }

  @Test
  void isWrittenToAtTheWishOfWhoIsOut() {
    team.acme.clock.set(Instant.parse(EVENING));
    team.presses("ada", new Command.OptOut());
    team.presses("ada", TO_BOB);

    team.at(MORNING);

    assertThat(introduced("ada")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {MONDAY, EVENING})
  void isBroughtTogetherOnceWithOneWhoSharesTwoWorkspacesWithThem(String when) {
    var there = new WorkspaceId("T2");
    for (var name : List.of("ada", "bob")) {
      team.acme.clock.advance(Duration.ofSeconds(1));
      team.hasAnAddress(Team.person(name), null);
      team.hasAnAddress(new PersonId(there, name), null);
    }
    team.acme.clock.set(Instant.parse(when).plusSeconds(60));
    team.presses("ada", TO_BOB);

    var toBobThere = new Command.Introduce(new PersonId(there, "bob"), TOPIC);
    var again =
        team.answer(
            new Event.Request.Pressed(
                new EventId("pressed there"),
                new PersonId(there, "ada"),
                Event.Place.DIRECT,
                Codec.write(toBobThere),
                team.acme.clock.instant()));

    assertThat(words(again)).contains("already");
    team.at(MORNING);
    team.at("2026-03-25T08:00:00Z");
    assertThat(allIntroduced()).hasSize(1);
  }

  @Test
  void isNotWrittenToInTheEveningWhereThePlatformWasAwayAllDay() {
    team.platformGoes();
    team.inbox.ask(pressed());
    team.work();
    team.at("2026-03-23T16:55:00Z");

    team.platformComes();
    team.at(EVENING);
    assertThat(introduced("ada")).isEmpty();
    team.at(MORNING);
    assertThat(introduced("ada")).hasSize(1);
  }

  @Test
  void isLetBeWhereItDoesNotSuitThemForAWeek() {
    team.acme.clock.set(Instant.parse(EVENING));
    team.presses("ada", TO_BOB);
    team.acme.away("bob", Away.until(Instant.parse("2026-03-31T09:00:00Z")));

    team.at(MORNING);
    team.at("2026-03-31T09:00:00Z");
    team.at("2026-04-03T09:00:00Z");

    assertThat(introduced("ada")).isEmpty();
    assertThat(team.written("ada")).isEmpty();
    team.presses("ada", TO_BOB);
    assertThat(introduced("ada")).hasSize(1);
  }

  @Test
  void isAskedAboutTwoWorkingDaysAfterTheyWereWrittenTo() {
    team.acme.clock.set(Instant.parse(EVENING));
    team.presses("ada", TO_BOB);
    team.at(MORNING);

    team.at("2026-03-26T07:59:00Z");
    assertThat(team.written("ada")).isEmpty();
    team.at("2026-03-26T08:00:00Z");

    assertThat(Team.commands(team.theOnly("ada").reply()))
        .contains(new Command.Solved(new Whom.Known(Team.person("bob")), TOPIC));
  }

  @Test
  void isWrittenToOnceWhereverAReplicaDies() {
    for (var steps = 0; steps < 20; steps++) {
      var other = new Team(MONDAY);
      knows(other);
      other.inbox.ask(pressed());
      dies(other, steps);

      other.acme.clock.advance(Duration.ofMinutes(3));
      other.work();
      assertThat(other.together("ada", "bob")).as("after " + steps).hasSize(1);
      other.at("2026-03-26T09:00:00Z");
      assertThat(Team.words(other.theOnly("ada").reply())).contains("Did it help?");
    }
  }

  /** Handles what was pressed, and dies after so many writes. */
  private static void dies(Team team, int steps) {
    var mortal = Mortal.ponte(team, steps);
    try {
      team.worker(Inbox.ASKED, team.answering(mortal)).workOnce();
      while (team.worker(Prompts.TOPIC, team.prompting(mortal)).workOnce()) {
        // One more is said.
      }
    } catch (StoreUnavailableException e) {
      // What it held is somebody else's once its time is over.
    }
  }

  private Event.Request.Pressed pressed() {
    return new Event.Request.Pressed(
        new EventId("pressed"),
        Team.person("ada"),
        Event.Place.DIRECT,
        Codec.write(TO_BOB),
        team.acme.clock.instant());
  }

  private List<?> introduced(String name) {
    return team.together(name, "bob");
  }

  private List<String> allIntroduced() {
    return team.shown.keySet().stream().filter(key -> key.endsWith("/introduction")).toList();
  }

  private static String words(Reply reply) {
    return Team.words(reply);
  }
}
