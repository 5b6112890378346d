package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.WithoutNameTest.ASKER;
import static ponte.bot.WithoutNameTest.EXPERTS;
import static ponte.bot.WithoutNameTest.OPS;
import static ponte.bot.WithoutNameTest.QUESTION;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.command.Command.Rsvp;
import ponte.command.Nameless;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.nudge.Politeness;
import ponte.prompt.Prompts;
import ponte.store.Codec;
import ponte.store.StoreUnavailableException;
import ponte.unnamed.UnnamedRules;

/** A question without a name, where something else happens in the middle. */
class UnnamedInDoubtTest {

  private static final UnnamedRules ALLOWED = UnnamedRules.of(Set.of("true"));

  private final Team team = begun();

  private static Team begun() {
    var team = WithoutNameTest.team(ALLOWED);
    WithoutNameTest.settle(team);
    return team;
  }

  @Test
  void asksNobodyOnceItsAskerLeftAndPassesNothingOn() {
    team.presses(ASKER, send());
    var asked = asked(team);
    team.presses(asked.get(0), say(asked.get(0), Rsvp.LATER));
    var question = put(team, asked.get(1));
    team.acme.directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("the asker leaves"),
                new Person(
                    Team.person(ASKER),
                    "Zebedea Quuxley",
                    "zquux",
                    "",
                    null,
                    ZoneId.of("Europe/Rome"),
                    null,
                    Person.Standing.LEFT),
                team.acme.clock.instant().plusSeconds(9))));

    var told =
        team.presses(asked.get(1), new Command.WithoutName(new Nameless.Answer(question, "easy")));
    team.at("2026-03-24T09:30:00Z");

    assertThat(Team.words(told)).contains("nothing to answer any more");
    assertThat(team.written(asked.get(0))).hasSize(1);
    assertThat(team.written(ASKER)).isEmpty();
  }

  @Test
  void asksNobodyOnceWhatStandsInTheChannelIsTooOldToBeKept() {
    var place = offered();
    team.presses(ASKER, new Command.OnMyQuestion(place, Deed.ASK_UNNAMED));
    var asked = asked(team);
    team.presses(asked.get(0), say(asked.get(0), Rsvp.LATER));
    var question = put(team, asked.get(1));
    team.acme.archive.forget(OPS, team.acme.clock.instant(), 1_000);

    var told =
        team.presses(asked.get(1), new Command.WithoutName(new Nameless.Answer(question, "easy")));
    team.at("2026-03-24T13:30:00Z");

    assertThat(Team.words(told)).contains("nothing to answer any more");
    assertThat(team.written(asked.get(0))).hasSize(1);
  }

  @Test
  void asksNobodyWithoutANameWhoWasInvitedToTheSameByIt() {
    var place = offered();
    team.presses(ASKER, new Command.Invite(place, Team.person("bob")));
    team.presses(ASKER, new Command.OnMyQuestion(place, Deed.ASK_UNNAMED));
    team.at("2026-03-24T13:30:00Z");
    team.at("2026-03-25T13:30:00Z");

    assertThat(team.written("bob")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asksOnceWhomTheSameWordsReachWithANameAndWithout(boolean namedFirst) {
    if (!namedFirst) {
      team.presses(ASKER, send());
    }
    var people = namedFirst ? EXPERTS.subList(0, 3) : asked(team);
    var words = QUESTION.toLowerCase(Locale.ROOT);
    team.presses(ASKER, new Command.Post(OPS, words, people.stream().map(Team::person).toList()));
    team.passes(Duration.ofMinutes(2));
    if (namedFirst) {
      team.presses(ASKER, send());
    }

    team.at("2026-03-24T09:30:00Z");
    team.at("2026-03-25T09:30:00Z");

    assertThat(asked(team)).isNotEmpty();
    asked(team).forEach(team::theOnly);
  }

  /** Of what stands in a channel Ponte keeps the beginning; typed to Ponte it is all there. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asksOnceWhomALongQuestionReachesWithANameAndWithout(boolean namedFirst) {
    var question =
        QUESTION
            + " After the outage of the cluster in Milan the Kafka offsets of the consumers are gone,"
            + " the lag of each of them is shown as unknown, and the runbook tells what to do for the"
            + " consumers of the ledger alone, which none of us has ever been told to look after."
            + " What happens to what was sent meanwhile, and who has to agree to that before?";
    var send = new Command.WithoutName(new Nameless.Send(question));
    var place = team.posts(ASKER, OPS, "Hi. " + question.replace("shown as", "displayed as"));
    if (!namedFirst) {
      team.presses(ASKER, send);
      assertThat(asked(team)).hasSize(3);
    }
    EXPERTS.forEach(name -> team.presses(ASKER, new Command.Invite(place, Team.person(name))));
    team.passes(Duration.ofMinutes(2));
    if (namedFirst) {
      assertThat(asked(team)).hasSize(EXPERTS.size());
      team.presses(ASKER, send);
    }

    team.at("2026-03-24T09:30:00Z");
    team.at("2026-03-25T09:30:00Z");

    asked(team).forEach(team::theOnly);
  }

  /** Bob is told of it in the morning only; by then he was to be invited by name as well. */
  @Test
  void asksWhoIsToBeAskedBothWaysOnce() {
    team.acme.clock.set(Instant.parse("2026-03-23T13:00:00Z"));
    var place = team.posts(ASKER, OPS, QUESTION);
    team.at("2026-03-24T08:00:00Z");
    team.acme.clock.set(Instant.parse("2026-03-24T17:30:00Z"));
    team.presses(ASKER, new Command.OnMyQuestion(place, Deed.ASK_UNNAMED));
    EXPERTS.forEach(name -> team.presses(ASKER, new Command.Invite(place, Team.person(name))));

    team.at("2026-03-25T09:00:00Z");
    team.at("2026-03-26T09:00:00Z");
    team.at("2026-03-27T09:00:00Z");

    assertThat(asked(team)).isNotEmpty();
    asked(team).forEach(team::theOnly);
  }

  @Test
  void asksNobodyOnceItsChannelIsLeftInPeace() {
    var place = offered();
    team.acme.clock.set(Instant.parse("2026-03-23T17:30:00Z"));
    team.presses(ASKER, new Command.OnMyQuestion(place, Deed.ASK_UNNAMED));
    assertThat(asked(team)).isEmpty();

    team.acme.clock.set(Instant.parse("2026-03-24T09:00:00Z"));
    prompts(inPeace());

    assertThat(asked(team)).isEmpty();
    assertThat(team.queue.depth(Prompts.TOPIC).waiting()).isZero();
  }

  @Test
  void choosesNobodyForAQuestionOfAChannelThatIsLeftInPeace() {
    var place = offered();
    begins(team, ASKER, new Command.OnMyQuestion(place, Deed.ASK_UNNAMED), "in peace");

    team.worker(Inbox.ASKED, team.answering(inPeace())).workOnce();
    prompts(team.ponte);

    assertThat(asked(team)).isEmpty();
  }

  /** Works off what is to be asked, as one replica. */
  private void prompts(Ponte replica) {
    while (team.worker(Prompts.TOPIC, team.prompting(replica)).workOnce()) {
      // One more is asked, or is not.
    }
    while (team.worker(Outbox.TOPIC, team.delivering()).workOnce()) {
      // One more is told.
    }
  }

  /** A replica that was started with the channel among those that are left in peace. */
  private Ponte inPeace() {
    var usual = WithoutNameTest.rules(ALLOWED);
    var rules =
        usual.with(
            new Politeness(
                usual.politeness().countries(), Set.of("#ops"), usual.politeness().effects()));
    return team.acme.ponte(team.queue, rules);
  }

  @Test
  void whoDiesWhileTheyAskOrPassAnAnswerOnDoesBothOnce() {
    for (var steps = 0; steps < 14; steps++) {
      var other = begun();
      dies(other, ASKER, send(), steps);
      assertThat(asked(other)).as("after " + steps).hasSize(3);
      asked(other).forEach(other::theOnly);

      var name = asked(other).getFirst();
      var answer = new Command.WithoutName(new Nameless.Answer(put(other, name), "easy"));
      dies(other, name, answer, steps);
      assertThat(other.written(ASKER)).as("after " + steps).hasSize(1);
    }
  }

  /** Handles what somebody presses, dies after so many writes, and is followed by another. */
  private static void dies(Team team, String name, Command command, int steps) {
    begins(team, name, command, name + " " + steps);
    var mortal = Mortal.ponte(team, steps, WithoutNameTest.rules(ALLOWED));
    try {
      team.worker(Inbox.ASKED, team.answering(mortal)).workOnce();
      while (team.worker(Prompts.TOPIC, team.prompting(mortal)).workOnce()) {
        // One more is asked.
      }
    } catch (StoreUnavailableException e) {
      // What it held is somebody else's once its time is over.
    }
    team.acme.clock.advance(Duration.ofMinutes(3));
    team.work();
  }

  private static void begins(Team team, String name, Command command, String id) {
    team.inbox.ask(
        new Event.Request.Pressed(
            new EventId(id),
            Team.person(name),
            Event.Place.DIRECT,
            Codec.write(command),
            team.acme.clock.instant()));
  }

  private MessageId offered() {
    var place = team.posts(ASKER, OPS, QUESTION);
    team.at("2026-03-23T13:00:00Z");
    team.theOnly(ASKER);
    return place;
  }

  private static Command send() {
    return new Command.WithoutName(new Nameless.Send(QUESTION));
  }

  private static List<String> asked(Team team) {
    return EXPERTS.stream().filter(name -> !team.written(name).isEmpty()).toList();
  }

  /** The name by which somebody was asked. */
  private static String put(Team team, String name) {
    var form = Team.button(team.written(name).getLast().reply(), Command.FillIn.class);
    return Objects.requireNonNull(form.about());
  }

  private Command say(String name, Rsvp rsvp) {
    return new Command.WithoutName(new Nameless.Say(put(team, name), rsvp));
  }
}
