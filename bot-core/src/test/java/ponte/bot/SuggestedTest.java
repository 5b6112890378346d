package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.conversation.Away;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nudge.Countries;
import ponte.nudge.EffectRules;
import ponte.nudge.Politeness;
import ponte.prompt.Prompts;
import ponte.store.Codec;
import ponte.store.StoreUnavailableException;

/** Somebody else than its asker wants a colleague to be invited to a question. */
class SuggestedTest {

  private static final PersonId BOB = Team.person("bob");
  private static final ChannelId RANDOM = Chat.in("random").channel();
  private static final String QUESTION = "How do we reset the kafka offsets of the consumers?";

  /** A Monday, at ten where they live. */
  private static final String MONDAY = "2026-03-23T09:00:00Z";

  private static final String EVENING = "2026-03-23T19:00:00Z";
  private static final String MORNING = "2026-03-24T08:00:00Z";

  private final Team team = new Team(MONDAY);

  @BeforeEach
  void bobAndKimKnowAboutKafka() {
    know(team);
  }

  private static void know(Team team) {
    var minute = 0;
    for (var name : List.of("bob", "kim", "bob", "kim")) {
      team.acme.thread(
          "random",
          minute += 900,
          "eve: kafka offsets of consumers, number " + minute + "?",
          name + ": the kafka offsets of consumers come back from the shell");
    }
  }

  @Test
  void isAskedOfTheAskerFirstAndOnlyTheirYesInvites() {
    var question = asks();

    var told = suggests("eve", question, "bob");
    assertThat(told)
        .contains("I ask ada privately", "whether they want bob invited", "Without their yes");
    var asked = team.theOnly("ada").reply();
    assertThat(Team.words(asked)).contains("@eve suggests inviting bob", QUESTION, "#random");
    assertThat(team.written("bob")).isEmpty();

    var agreed = team.presses("ada", Team.button(asked, Command.Invite.class));
    assertThat(Team.words(agreed)).contains("I ask bob privately");
    assertThat(Team.words(team.theOnly("bob").reply())).contains("@ada", QUESTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "eve"})
  void invitesNobodyToWhatIsMarkedConfidential(String whoever) {
    var question = team.posts("ada", RANDOM, "[confidential] " + QUESTION);

    assertThat(suggests(whoever, question, "bob")).contains("not to be passed on");

    team.at(MORNING);
    assertThat(suggestions()).isZero();
    assertThat(team.written("bob")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "eve"})
  void promisesNobodyAnInvitationWhereAChannelIsLeftInPeace(String whoever) {
    var quiet = new Politeness(Countries.BY_ZONE, Set.of("random"), EffectRules.DEFAULT);
    var other = new Team(MONDAY, Ponte.Rules.DEFAULT.with(quiet));
    know(other);
    var question = other.posts("ada", RANDOM, QUESTION);

    assertThat(suggests(other, whoever, question, "bob")).contains("No colleagues are invited");
    assertThat(suggests(other, whoever, question, "bob")).contains("No colleagues are invited");
  }

  @Test
  void isNotAskedOnceTheQuestionIsMarkedConfidential() {
    team.acme.clock.set(Instant.parse(EVENING));
    var question = asks();
    suggests("eve", question, "bob");
    team.edits(question, "[confidential] " + QUESTION);

    team.at(MORNING);

    assertThat(suggestions()).isZero();
  }

  @Test
  void leadsNowhereWhereTheAskerSaysNo() {
    var question = asks();
    suggests("eve", question, "bob");

    var no = Team.button(team.theOnly("ada").reply(), Command.InviteNobody.class);
    assertThat(Team.words(team.presses("ada", no))).contains("I invite nobody");

    assertThat(suggests("eve", question, "kim")).contains("I ask ada privately");
    assertThat(team.presses("eve", no).toString()).contains("not there any more");
    team.at(MORNING);
    team.at("2026-03-25T08:00:00Z");
    assertThat(suggestions()).isEqualTo(1);
    assertThat(team.written("bob")).isEmpty();
    assertThat(team.written("kim")).isEmpty();
  }

  @Test
  void leadsNowhereWhereTheAskerSaysNothing() {
    suggests("eve", asks(), "bob");

    team.at(MORNING);
    team.at("2026-03-27T08:00:00Z");

    assertThat(team.written("bob")).isEmpty();
    assertThat(suggestions()).isEqualTo(1);
  }

  @Test
  void isAskedWhenItSuitsTheAsker() {
    team.acme.clock.set(Instant.parse(EVENING));
    suggests("eve", asks(), "bob");
    assertThat(team.written("ada")).isEmpty();

    team.at(MORNING);

    assertThat(suggestions()).isEqualTo(1);
  }

  @Test
  void isAskedOnceOfEachColleague() {
    var question = asks();

    suggests("eve", question, "bob");
    assertThat(suggests("eve", question, "bob")).contains("It was suggested to ada already");
    assertThat(suggests("kim", question, "bob")).contains("It was suggested to ada already");
    team.at(MORNING);

    assertThat(suggestions()).isEqualTo(1);
  }

  @Test
  void invitesAtOnceWhereTheAskerAgreedToHaveColleaguesAsked() {
    var question = asks();
    team.at("2026-03-23T13:00:00Z");
    team.presses("ada", new Command.OnMyQuestion(question, Deed.ASK_COLLEAGUES));
    team.at(MORNING);
    var before = team.written("bob").size();
    team.acme.people("lea");
    team.lives("lea", "Europe/Rome", null);

    assertThat(suggests("eve", question, "lea")).contains("I ask lea privately");

    assertThat(team.theOnly("lea").reply().toString()).contains("kafka offsets");
    assertThat(team.written("bob")).hasSize(before);
    assertThat(suggestions()).isZero();
  }

  @Test
  void tellsWhoSuggestsTheSameWhateverTheAskerChose() {
    var question = asks();
    suggests("eve", question, "bob");
    var asked = team.theOnly("ada").reply();
    var silent = suggests("eve", question, "bob");

    team.presses("ada", Team.button(asked, Command.InviteNobody.class));
    assertThat(suggests("eve", question, "bob")).isEqualTo(silent);
    team.says("ada", "stop offering help");
    assertThat(suggests("eve", question, "bob")).isEqualTo(silent);
    team.at("2026-03-23T13:00:00Z");
    team.presses("ada", new Command.OnMyQuestion(question, Deed.LEAVE));
    assertThat(suggests("eve", question, "bob")).isEqualTo(silent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the asker says no",
        "the asker wants no help",
        "the asker is away",
        "the colleague opted out",
        "the colleague refuses invitations",
        "the colleague hides the topic"
      })
  void readsTheSameForWeeksWhateverAnybodyChose(String choice) {
    assertThat(read(choice)).isEqualTo(read("nobody says anything"));
  }

  /** What eve reads who suggests bob and kim, and both again on later days. */
  private static List<String> read(String choice) {
    var other = new Team(MONDAY);
    know(other);
    var question = other.posts("ada", RANDOM, QUESTION);
    var read = new ArrayList<String>();
    read.add(suggests(other, "eve", question, "bob"));
    switch (choice) {
      case "the asker says no" ->
          other.presses(
              "ada", Team.button(other.theOnly("ada").reply(), Command.InviteNobody.class));
      case "the asker wants no help" -> other.says("ada", "stop offering help");
      case "the asker is away" ->
          other.acme.away("ada", Away.until(Instant.parse("2026-04-10T07:00:00Z")));
      case "the colleague opted out" -> other.presses("kim", new Command.OptOut());
      case "the colleague refuses invitations" -> other.says("kim", "stop asking me");
      case "the colleague hides the topic" -> other.says("kim", "hide topic kafka");
      default -> {}
    }
    for (var day : List.of("03-23", "03-24", "03-27", "04-01", "04-14", "04-27", "06-01")) {
      other.at("2026-" + day + "T10:00:00Z");
      for (var colleague : List.of("kim", "bob")) {
        read.add(suggests(other, "eve", question, colleague));
      }
    }
    return read;
  }

  @ParameterizedTest
  @ValueSource(strings = {"leave", "stop offering help", "solved"})
  void isNotAskedWhereTheAskerWantsNothingDone(String wish) {
    var question = asks();
    if (wish.equals("stop offering help")) {
      team.says("ada", wish);
    } else {
      team.at("2026-03-23T13:00:00Z");
      var deed = wish.equals("leave") ? Deed.LEAVE : Deed.SOLVED;
      team.presses("ada", new Command.OnMyQuestion(question, deed));
    }

    assertThat(suggests("eve", question, "bob")).contains("I ask ada privately");

    team.at(MORNING);
    assertThat(suggestions()).isZero();
    assertThat(team.written("bob")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"answered", "deleted", "opted out", "forgotten"})
  void isNotAskedOnceItHasLostItsPoint(String why) {
    team.acme.clock.set(Instant.parse(EVENING));
    var question = asks();
    suggests("eve", question, "bob");
    team.acme.clock.advance(Duration.ofMinutes(1));
    switch (why) {
      case "answered" -> team.replies("kim", question, "with the kafka shell, group by group");
      case "deleted" -> team.takesBack(question);
      case "opted out" -> team.presses("ada", new Command.OptOut());
      default -> team.presses("eve", new Command.ConfirmForget());
    }

    team.at(MORNING);

    assertThat(suggestions()).isZero();
  }

  @Test
  void isTheAskersWishFromAnotherAccountOfTheirs() {
    var question = asks();
    var there = new PersonId(new WorkspaceId("T2"), "ada");
    for (var account : List.of(Team.person("ada"), there)) {
      joins(account);
    }
    team.inbox.ask(pressed(team, there, new Command.Invite(question, BOB)));
    team.work();

    assertThat(suggestions()).isZero();
    team.theOnly("bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opted out", "refuses invitations", "hides the topic", "left"})
  void namesNobodyWhoMayNotBeInvitedAnyMore(String why) {
    team.acme.clock.set(Instant.parse(EVENING));
    suggests("eve", asks(), "bob");
    switch (why) {
      case "opted out" -> team.presses("bob", new Command.OptOut());
      case "refuses invitations" -> team.says("bob", "stop asking me");
      case "hides the topic" -> team.says("bob", "hide topic kafka");
      default -> team.leaves("bob");
    }

    team.at(MORNING);

    assertThat(suggestions()).isZero();
  }

  @Test
  void isNotAskedOnceTheAskerAgreedToHaveColleaguesAsked() {
    var question = asks();
    team.at("2026-03-23T13:00:00Z");
    suggests("eve", question, "bob");
    team.acme.people("lea");
    team.lives("lea", "Europe/Rome", null);
    suggests("eve", question, "lea");
    team.presses("ada", new Command.OnMyQuestion(question, Deed.ASK_COLLEAGUES));

    team.at(MORNING);
    team.at("2026-03-25T08:00:00Z");

    team.theOnly("bob");
    assertThat(suggestions()).isZero();
  }

  @Test
  void isNotAskedAboutWhomTheAskerInvitedThemselves() {
    team.acme.clock.set(Instant.parse(EVENING));
    var question = asks();
    suggests("eve", question, "bob");
    team.presses("ada", new Command.Invite(question, BOB));

    team.at(MORNING);

    assertThat(suggestions()).isZero();
    team.theOnly("bob");
  }

  @Test
  void isNotMadeAgainThoughItWasNeverSaid() {
    team.acme.clock.set(Instant.parse(EVENING));
    var question = asks();
    suggests("eve", question, "bob");
    team.acme.away("ada", Away.until(Instant.parse("2026-04-01T07:00:00Z")));
    team.at("2026-04-01T09:00:00Z");
    for (var later : List.of("2026-04-02T09:00:00Z", "2026-05-25T09:00:00Z")) {
      assertThat(suggests("eve", question, "bob")).contains("suggested to ada already");
      team.at(later);
      assertThat(suggestions()).isZero();
    }
  }

  private void joins(PersonId account) {
    team.acme.clock.advance(Duration.ofSeconds(1));
    team.acme.directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("address of " + account),
                new Person(
                    account,
                    "ada",
                    "ada",
                    "",
                    "ada@acme.example",
                    ZoneId.of("Europe/Rome"),
                    null,
                    Person.Standing.ACTIVE),
                team.acme.clock.instant())));
  }

  @Test
  void isAskedOnceWhereverAReplicaDies() {
    for (var steps = 0; steps < 12; steps++) {
      var other = new Team(MONDAY);
      know(other);
      var question = other.posts("ada", RANDOM, QUESTION);
      other.inbox.ask(pressed(other, Team.person("eve"), new Command.Invite(question, BOB)));
      dies(other, steps);
      other.acme.clock.advance(Duration.ofMinutes(3));
      other.work();
      var asked = other.theOnly("ada").reply();

      other.inbox.ask(pressed(other, Team.person("ada"), Team.button(asked, Command.Invite.class)));
      dies(other, steps);
      other.acme.clock.advance(Duration.ofMinutes(3));
      other.work();
      other.theOnly("ada");
      other.theOnly("bob");
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

  private static Event.Request.Pressed pressed(Team team, PersonId by, Command command) {
    return new Event.Request.Pressed(
        new EventId(by + " presses"),
        by,
        Event.Place.DIRECT,
        Codec.write(command),
        team.acme.clock.instant());
  }

  private MessageId asks() {
    return team.posts("ada", RANDOM, QUESTION);
  }

  private String suggests(String by, MessageId question, String colleague) {
    return suggests(team, by, question, colleague);
  }

  private static String suggests(Team team, String by, MessageId question, String colleague) {
    return Team.words(team.presses(by, new Command.Invite(question, Team.person(colleague))));
  }

  private long suggestions() {
    return team.shown.keySet().stream().filter(key -> key.startsWith("suggested/")).count();
  }
}
