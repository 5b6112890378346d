package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.command.Command.Rsvp;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.nudge.Rungs;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompts;
import ponte.schedule.PrivateSchedules;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.StoreUnavailableException;

/**
 * What nobody asked for, when the platform takes it later than it was meant for: the gate is asked
 * again, and what has lost its point is not said.
 */
class LateDeliveryTest {

  private static final String QUESTION =
      "How do we reset the Kafka offsets of the billing consumers after an outage?";

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final ChannelId OPS = Chat.in("ops").channel();
  private static final List<String> EXPERTS = Unanswered.EXPERTS;

  /** Five minutes before quiet hours begin. */
  private static final String OFFERED = "2026-03-23T16:55:00Z";

  private static final String EVENING = "2026-03-23T20:00:00Z";
  private static final String MORNING = "2026-03-24T08:00:00Z";

  /** A Monday, at ten where they live. */
  private final Team team = new Team("2026-03-23T09:00:00Z");

  @BeforeEach
  void fiveColleaguesAnsweredAboutKafka() {
    settle(team);
  }

  private static void settle(Team team) {
    team.acme.people("lea", "max", "noa").open("ops");
    Unanswered.knowOfKafka(team);
  }

  @Test
  void waitsForTheMorningWhereThePlatformComesBackInTheEvening() {
    asksAsThePlatformGoes();

    team.platformComes();
    team.at(EVENING);
    assertThat(team.written("ada")).isEmpty();
    team.at("2026-03-24T07:59:00Z");
    assertThat(team.written("ada")).isEmpty();
    team.at(MORNING);

    team.theOnly("ada");
    assertThat(team.delivered).hasSize(1);
  }

  @Test
  void waitsForMondayWhereThePlatformComesBackAtTheWeekend() {
    team.acme.clock.set(Instant.parse("2026-03-27T12:55:00Z"));
    team.posts("ada", OPS, QUESTION);
    team.platformGoes();
    team.at("2026-03-27T16:55:00Z");

    team.platformComes();
    for (var moment :
        List.of("2026-03-27T20:00:00Z", "2026-03-28T10:00:00Z", "2026-03-30T06:59:00Z")) {
      team.at(moment);
      assertThat(team.written("ada")).as(moment).isEmpty();
    }
    team.at("2026-03-30T07:00:00Z");

    team.theOnly("ada");
  }

  static Stream<Arguments> whatTakesItsPoint() {
    BiConsumer<Team, MessageId> answered =
        (team, question) -> team.replies("bob", question, "you reset the offsets with the shell");
    BiConsumer<Team, MessageId> checked =
        (team, question) -> team.reacts("ada", question, "white_check_mark");
    BiConsumer<Team, MessageId> deleted = Team::takesBack;
    BiConsumer<Team, MessageId> out = (team, _) -> press(team, new Command.OptOut());
    BiConsumer<Team, MessageId> stopped = (team, _) -> press(team, new Command.StopHelp());
    BiConsumer<Team, MessageId> paused =
        (team, _) -> press(team, new Command.Pause(LocalDate.parse("2026-04-20")));
    BiConsumer<Team, MessageId> forgotten = (team, _) -> press(team, new Command.ConfirmForget());
    return Stream.of(
        Arguments.of("answered", answered),
        Arguments.of("checked", checked),
        Arguments.of("taken back", deleted),
        Arguments.of("opted out", out),
        Arguments.of("wants no such offers", stopped),
        Arguments.of("pauses for weeks", paused),
        Arguments.of("forgotten", forgotten));
  }

  /** What is answered waits, too. */
  private static void press(Team team, Command command) {
    team.inbox.ask(pressed(command));
    team.work();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatTakesItsPoint")
  void isNotSaidAnyMoreOnceItHasLostItsPoint(String how, BiConsumer<Team, MessageId> meanwhile) {
    var question = asksAsThePlatformGoes();
    team.acme.clock.set(Instant.parse("2026-03-23T16:58:00Z"));
    meanwhile.accept(team, question);

    team.platformComes();
    team.at(MORNING);
    team.at("2026-04-27T08:00:00Z");

    assertThat(team.written("ada")).as(how).isEmpty();
  }

  @Test
  void isNotSaidAnyMoreWhereThePlatformIsAwayForTooLong() {
    asksAsThePlatformGoes();

    team.at("2026-03-26T18:00:00Z");
    team.platformComes();
    team.at("2026-03-27T09:00:00Z");

    assertThat(team.written("ada")).isEmpty();
    assertThat(team.queue.depth(Prompts.TOPIC).buried()).isZero();
  }

  @Test
  void leavesItsPlaceToNothingElseOnTheDayOnWhichItComes() {
    team.acme.clock.set(Instant.parse("2026-03-23T12:55:00Z"));
    team.posts("ada", OPS, QUESTION);
    team.acme.clock.set(Instant.parse("2026-03-23T13:30:00Z"));
    var elsewhere = Chat.in("random").channel();
    team.posts("ada", elsewhere, "Where are the Kafka offsets of the payroll consumers kept?");
    team.platformGoes();
    team.at(OFFERED);

    team.platformComes();
    team.at("2026-03-24T10:00:00Z");
    assertThat(team.written("ada")).hasSize(1);
    team.at("2026-03-25T10:00:00Z");

    assertThat(team.written("ada")).hasSize(2);
  }

  @Test
  void asksColleaguesOnceWhereThePlatformIsAwayAndNobodyWhoIsNotNeededAnyMore() {
    var question = team.posts("ada", OPS, QUESTION);
    team.at("2026-03-23T13:00:00Z");
    team.acme.clock.set(Instant.parse("2026-03-23T16:58:00Z"));
    team.platformGoes();
    team.inbox.ask(pressed(question));
    team.work();
    assertThat(asked()).isEmpty();

    team.platformComes();
    team.at("2026-03-24T07:59:00Z");
    assertThat(asked()).isEmpty();
    team.at(MORNING);
    var asked = asked();
    assertThat(asked).hasSize(3);
    asked.forEach(team::theOnly);
    team.presses(asked.getFirst(), team.rsvp(asked.getFirst(), Rsvp.LATER));
    team.platformGoes();
    team.at("2026-03-25T08:00:00Z");
    team.replies("zoe", question, "you reset the offsets with the shell, group by group");
    team.platformComes();
    team.at("2026-03-25T09:00:00Z");

    EXPERTS.forEach(name -> assertThat(team.written(name)).as(name).hasSizeLessThan(2));
  }

  @Test
  void anIntroductionThatTheEveningHeldBackIsMadeInTheMorningAndFollowedUpFromThenOn() {
    team.ponte.planAhead();
    team.says("bob", "introduce me to colleagues");
    team.says("kim", "introduce me to colleagues");
    team.at("2026-03-30T20:00:00Z");
    team.platformGoes();
    team.at("2026-03-31T08:00:00Z");

    team.platformComes();
    team.at("2026-03-31T20:00:00Z");
    assertThat(together(team)).isEmpty();
    team.at("2026-04-01T08:00:00Z");
    assertThat(together(team)).hasSize(1);
    team.at("2026-04-03T08:00:00Z");
    assertThat(together(team)).hasSize(1);
    team.at("2026-04-07T08:00:00Z");

    assertThat(together(team)).hasSize(2);
  }

  @Test
  void anIntroductionThatWasNeverMadeIsNotRemindedOfAndMadeTheNextWeek() {
    team.ponte.planAhead();
    team.says("bob", "introduce me to colleagues");
    team.says("kim", "introduce me to colleagues");
    team.at("2026-03-30T20:00:00Z");
    team.platformGoes();
    for (var day = LocalDate.parse("2026-03-31");
        day.isBefore(LocalDate.parse("2026-04-05"));
        day = day.plusDays(1)) {
      team.at(day + "T08:00:00Z");
      team.at(day + "T18:00:00Z");
    }
    team.platformComes();

    for (var day = LocalDate.parse("2026-04-06");
        day.isBefore(LocalDate.parse("2026-04-14"));
        day = day.plusDays(1)) {
      team.at(day + "T08:00:00Z");
    }

    assertThat(team.shown.keySet())
        .noneMatch(key -> key.startsWith("introduced/2026-03-31"))
        .anyMatch(key -> key.startsWith("introduced/2026-04-07"));
  }

  @Test
  void whoDiesBeforeItIsKnownToBeSaidHasItSaidOnceAndCountedOnce() {
    for (var steps = 0; steps < 12; steps++) {
      var other = new Team("2026-03-23T09:00:00Z");
      settle(other);
      var question = other.posts("ada", OPS, QUESTION);
      other.at("2026-03-23T13:00:00Z");
      other.inbox.ask(pressed(question));
      other.worker(Inbox.ASKED, other.answering()).workOnce();
      dies(other, steps);

      other.acme.clock.advance(Duration.ofMinutes(3));
      other.work();
      other.at("2026-03-24T08:00:00Z");

      var written = EXPERTS.stream().filter(name -> !other.written(name).isEmpty()).toList();
      assertThat(written).as("after " + steps).hasSize(3);
      written.forEach(other::theOnly);
    }
  }

  /** Works off prompts, and dies after so many writes. */
  private static void dies(Team team, int steps) {
    try {
      var worker = team.worker(Prompts.TOPIC, team.prompting(Mortal.ponte(team, steps)));
      while (worker.workOnce()) {
        // One more is said.
      }
    } catch (StoreUnavailableException e) {
      // What it held is somebody else's once its time is over.
    }
  }

  @Test
  void whoDiesAfterItStandsAndBeforeTheQueueKnowsHasItStandOnce() {
    team.posts("ada", OPS, QUESTION);
    team.acme.clock.set(Instant.parse("2026-03-23T13:00:00Z"));
    var leases = team.queue.lease(Prompts.TOPIC, 1, Duration.ofMinutes(2));
    team.prompting(team.ponte).handle(leases);
    team.theOnly("ada");

    team.acme.clock.advance(Duration.ofMinutes(3));
    team.work();
    team.at("2026-03-24T13:00:00Z");

    team.theOnly("ada");
    assertThat(Set.copyOf(team.delivered)).hasSize(1);
  }

  /** Ada asks, five know, and one of them follows it; bob wants a digest each Monday. */
  @Test
  void nothingThatWaitsHasTheIdOfWhoIsForgotten() {
    team.says("bob", "digest #ops for me every Monday at 9:00");
    team.says("bob", "follow kafka");
    team.ponte.planAhead();
    team.says("bob", "introduce me to colleagues");
    team.says("kim", "introduce me to colleagues");
    var question = team.posts("ada", OPS, QUESTION);
    team.at("2026-03-23T13:00:00Z");
    team.acme.clock.set(Instant.parse("2026-03-23T18:00:00Z"));
    team.inbox.ask(pressed(question));
    team.work();
    team.at("2026-03-30T20:00:00Z");
    team.platformGoes();
    team.at("2026-03-30T20:05:00Z");
    for (var name : List.of("ada", "bob")) {
      assertThat(waiting(Team.person(name).toString())).as(name).isNotEmpty();

      team.inbox.ask(pressed(name, new Command.ConfirmForget()));
      team.worker(Inbox.ASKED, team.answering()).workOnce();

      assertThat(waiting(Team.person(name).toString()))
          .as(name)
          .allMatch(entry -> entry.key().startsWith("pressed by"));
    }
    assertThat(waiting(Team.person("kim").toString())).isNotEmpty();
  }

  /** What waits in any topic and has a word in it; looking at it takes nothing out. */
  private List<Entry> waiting(String word) {
    var found = new ArrayList<Entry>();
    for (var topic :
        List.of(
            Prompts.TOPIC,
            Rungs.TOPIC,
            PrivateSchedules.DUE,
            Unasked.TOPIC,
            Lately.TOPIC,
            Outbox.TOPIC)) {
      team.queue.withdraw(
          topic,
          entry -> {
            if ((entry.key() + entry.payload()).contains(word)) {
              found.add(entry);
            }
            return false;
          });
    }
    return found;
  }

  /**
   * The platform comes and goes by chance for two weeks in which two questions are asked and two
   * colleagues want to meet: nobody is ever written to when they are not to be, or twice a day.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void keepsItsPromisesHoweverThePlatformComesAndGoes(long seed) {
    var chance = new Random(seed);
    team.ponte.planAhead();
    team.says("bob", "introduce me to colleagues");
    team.says("kim", "introduce me to colleagues");
    var first = team.posts("ada", OPS, QUESTION);
    var days = new HashMap<String, Set<LocalDate>>();
    var seen = new HashSet<>(team.shown.keySet());
    var up = true;
    for (var step = 0; step < 14 * 24; step++) {
      if (chance.nextInt(up ? 5 : 9) == 0) {
        up = !up;
        if (up) {
          team.platformComes();
        } else {
          team.platformGoes();
        }
      }
      if (step == 30) {
        team.inbox.ask(pressed(first));
      }
      team.acme.clock.advance(Duration.ofHours(1));
      team.work();
      fresh(seen).forEach(each -> assertIsPolite(each, days));
    }
    assertThat(team.queue.depth(Prompts.TOPIC).buried()).isZero();
    assertThat(days).isNotEmpty();
  }

  private List<Outgoing> fresh(Set<String> seen) {
    var fresh = new ArrayList<Outgoing>();
    team.shown.forEach(
        (key, outgoing) -> {
          if (seen.add(key)) {
            fresh.add(outgoing);
          }
        });
    return fresh;
  }

  private void assertIsPolite(Outgoing outgoing, Map<String, Set<LocalDate>> days) {
    if (outgoing.to() instanceof Destination.Together(var people)) {
      var local = team.acme.clock.instant().atZone(ROME);
      assertThat(local.getHour()).as(outgoing.key()).isBetween(9, 17);
      assertThat(local.getDayOfWeek())
          .as(outgoing.key())
          .isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
      for (var person : people) {
        assertThat(
                days.computeIfAbsent(person.toString(), _ -> new HashSet<>())
                    .add(local.toLocalDate()))
            .as(outgoing.key() + " to " + person)
            .isTrue();
      }
    }
  }

  private MessageId asksAsThePlatformGoes() {
    team.acme.clock.set(Instant.parse("2026-03-23T12:55:00Z"));
    var question = team.posts("ada", OPS, QUESTION);
    team.platformGoes();
    team.at(OFFERED);
    assertThat(team.shown).isEmpty();
    return question;
  }

  private static Event.Request pressed(MessageId question) {
    return pressed(new Command.OnMyQuestion(question, Deed.ASK_COLLEAGUES));
  }

  private static Event.Request pressed(Command command) {
    return pressed("ada", command);
  }

  private static Event.Request pressed(String name, Command command) {
    return new Event.Request.Pressed(
        new EventId("pressed by " + name + " " + command.getClass().getSimpleName()),
        Team.person(name),
        Event.Place.DIRECT,
        Codec.write(command),
        Instant.parse("2026-03-23T13:00:00Z"));
  }

  private List<String> asked() {
    return EXPERTS.stream().filter(name -> !team.written(name).isEmpty()).toList();
  }

  private static List<Outgoing> together(Team team) {
    return team.shown.values().stream()
        .filter(each -> each.to() instanceof Destination.Together(var people) && people.size() > 1)
        .toList();
  }
}
