package ponte.app.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import ponte.app.BesideOthers;
import ponte.app.PonteApplication;
import ponte.app.Replica;
import ponte.archive.Archive;
import ponte.command.Acquaintance;
import ponte.command.Command;
import ponte.consent.QuietHours;
import ponte.conversation.Audience;
import ponte.conversation.PersonId;
import ponte.nlp.Language;
import ponte.pairing.Deciding;
import ponte.pairing.RoundDue;
import ponte.platform.Progress;
import ponte.prompt.Prompt;
import ponte.prompt.Prompts;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.teams.reference.References;
import ponte.web.Asking;
import ponte.web.Chats;

/**
 * One server on Slack, on Teams and in the browser, with the same talk in a workspace of each: who
 * says the same is shown the same; {@link SameWordsTest} says more, without a server.
 *
 * <p>Where the platforms differ is not compared: how words are set, where links lead, that Slack
 * and Teams open a form in a window and the browser shows it in its place, and that an introduction
 * is one talk of three in Slack and a chat with each in Teams.
 */
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
    classes = PonteApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "ponte.nudges.after=0s",
      "ponte.introductions.daily=20",
      "ponte.introductions.weekly=100",
      "ponte.slack.bot-token=xoxb-1",
      "ponte.slack.signing-secret=" + InSlack.SECRET,
      "ponte.teams.app-id=" + InTeams.APP,
      "ponte.teams.app-password=a client secret",
      "ponte.teams.tenant-id=" + PlatformsAlikeTest.TENANT
    })
@BesideOthers
class PlatformsAlikeTest {

  static final String TENANT = "b28fdbfd-2b78-4f93-b0f8-8881793f0f8f";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Office IN_BROWSER = office("browser", "C1", Map.of());
  private static final Office IN_SLACK = office("T1", "C1", Map.of("livia", "Livia Serra"));
  private static final Office IN_TEAMS =
      office(TENANT, "19:payments@thread.tacv2", Map.of("gino", "Gino Moro"));
  private static final InSlack SLACK = new InSlack(IN_SLACK, Clock.systemUTC());
  private static final InTeams TEAMS = new InTeams(IN_TEAMS, Clock.systemUTC());

  @LocalServerPort private int port;
  @Autowired private Replica replica;
  @Autowired private Archive archive;
  @Autowired private Asking asking;
  @Autowired private Chats chats;

  private static Office office(String workspace, String channel, Map<String, String> somewhere) {
    var begin =
        Clock.systemUTC().instant().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.HOURS);
    return new Office(workspace, channel, begin, somewhere);
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "data");
    registry.add("ponte.data", directory::toString);
    registry.add("ponte.slack.address", SLACK::address);
    registry.add("ponte.teams.services", () -> TEAMS.address().replaceAll("/$", ""));
    registry.add("ponte.teams.login", TEAMS::address);
    registry.add("ponte.teams.keys", TEAMS::keys);
  }

  @BeforeAll
  void theSameIsSaidEverywhere() {
    SLACK.serverAt(port);
    TEAMS.serverAt(port);
    for (var office : List.of(IN_BROWSER, IN_SLACK, IN_TEAMS)) {
      replica.exportLoader().load(office, Progress.NONE);
      var audience = Audience.of(office.channel());
      await()
          .atMost(PATIENCE)
          .until(() -> office.ids().allMatch(id -> archive.find(id, audience).isPresent()));
    }
  }

  @AfterAll
  void hangUp() {
    SLACK.close();
    TEAMS.close();
  }

  @Test
  void sayTheSame() throws Exception {
    var console = new InConsole(asking, chats, IN_BROWSER);
    var conversation =
        new Conversation(
            console,
            SLACK,
            TEAMS,
            "ada",
            Language.ENGLISH,
            assertion -> await().atMost(PATIENCE).untilAsserted(assertion));

    var found = conversation.says("who knows about Kafka?", "");
    assertThat(found.words()).containsSubsequence("Bruno Conti", "Chiara Neri");
    conversation.presses(found, Command.Introduce.class);
    assertThat(conversation.says("digest payments", "").words()).contains("KRaft");
  }

  @Test
  void introduceTwoWhoShareNoneOfThemWhereEachIs() throws Exception {
    mayBeWrittenToAtAnyTime(IN_SLACK.person("livia"));
    mayBeWrittenToAtAnyTime(IN_TEAMS.person("gino"));
    TEAMS.say("gino", "introduce me to Livia about Kafka Connect", Language.ENGLISH);

    awaitShown(TEAMS, "gino", "I have written to Livia Serra who has no account here");
    var letter = awaitShown(SLACK, "livia", "Gino Moro cerca qualcuno");
    assertThat(letter.words()).contains("Kafka Connect", "scrivi a gino acme example");

    var button = letter.button(Command.GiveAddress.class).orElseThrow();
    SLACK.press("livia", letter, button, Language.ITALIAN);

    awaitShown(SLACK, "livia", "Gino Moro riceve il tuo indirizzo");
    awaitShown(TEAMS, "gino", "livia acme example");
  }

  @Test
  void introduceColleaguesWhoWantItFromTheWishToWhetherTheyMet() throws Exception {
    SLACK.say("dario", "partecipo alle presentazioni", Language.ITALIAN);
    SLACK.say("elena", "fammi conoscere colleghi", Language.ITALIAN);
    TEAMS.say("bruno", "introduce me to colleagues", Language.ENGLISH);
    TEAMS.say("chiara", "join introductions", Language.ENGLISH);
    for (var colleague : List.of(IN_SLACK.person("dario"), IN_SLACK.person("elena"))) {
      awaitShown(SLACK, colleague.value(), "Ti presento a un collega ogni due settimane");
      mayBeWrittenToAtAnyTime(colleague);
    }
    for (var colleague : List.of(IN_TEAMS.person("bruno"), IN_TEAMS.person("chiara"))) {
      awaitShown(TEAMS, colleague.value(), "I introduce you to a colleague every two weeks");
      mayBeWrittenToAtAnyTime(colleague);
    }
    for (var name : List.of("dario", "elena")) {
      SLACK.say(name, "presentazioni ogni settimana", Language.ITALIAN);
      awaitShown(SLACK, name, "ogni settimana la prossima");
    }
    for (var name : List.of("bruno", "chiara")) {
      TEAMS.say(name, "introductions every week", Language.ENGLISH);
      awaitShown(TEAMS, name, "every week the next");
    }

    var yesterday = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).minusDays(1);
    now(Deciding.DUE, new RoundDue(yesterday));

    var inSlack = awaitShown(SLACK, "dario", "Volevate conoscere dei colleghi");
    assertThat(inSlack.words()).contains("Dario Riva", "Elena Sala");
    assertThat(inSlack.buttons()).contains("Ci siamo", "Non questa volta");
    for (var name : List.of("bruno", "chiara")) {
      var inTeams = awaitShown(TEAMS, name, "You both wanted to get to know colleagues");
      assertThat(inTeams.words()).contains("Bruno Conti", "Chiara Neri");
      assertThat(inTeams.buttons()).contains("We are on", "Not this time");
    }

    SLACK.press(
        "dario", inSlack, inSlack.button(Command.Meet.class).orElseThrow(), Language.ITALIAN);
    awaitShown(SLACK, "dario", "Allora non ve lo ricordo");
    assertThat(SLACK.isShownAlone("dario")).isTrue();

    var bruno = IN_TEAMS.person("bruno");
    var opening = awaitShown(TEAMS, "bruno", "You both wanted");
    now(Prompts.TOPIC, later(bruno, opening, Prompt.Step.REMINDER));
    for (var name : List.of("bruno", "chiara")) {
      awaitShown(TEAMS, name, "have you found an hour for each other");
    }

    now(Prompts.TOPIC, later(IN_SLACK.person("dario"), inSlack, Prompt.Step.LATER));
    var asked = awaitShown(SLACK, "dario", "vi siete incontrati");
    SLACK.press("dario", asked, asked.button(Command.Meet.class).orElseThrow(), Language.ITALIAN);
    awaitShown(SLACK, "dario", "Mi fa piacere");
  }

  private void mayBeWrittenToAtAnyTime(PersonId person) {
    replica
        .ponte()
        .preferences()
        .change(
            person,
            before -> before.with(new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false)));
  }

  /** What would come days later. */
  private static Prompt later(PersonId to, Shown opening, Prompt.Step step) {
    var value = opening.values().get(opening.button(Command.Meet.class).orElseThrow());
    return Codec.read(value, Command.class)
            instanceof Command.Meet(Acquaintance.React(var introduction, _))
        ? new Prompt.Introduced(
            to, introduction, step, Clock.systemUTC().instant().plus(Duration.ofDays(1)))
        : fail("no introduction: " + value);
  }

  private void now(String topic, Object work) {
    var now = Clock.systemUTC().instant();
    replica.queue().add(List.of(new Entry(topic, "", "now " + now, Codec.write(work), now)));
  }

  @Test
  void helpInSlackWithAQuestionThatNobodyAnswers() throws Exception {
    disturbs("livia", "bruno", "chiara");
    SLACK.write("livia", "How can we slow down Kafka before the night shift begins?");
    var offer = awaitShown(SLACK, "livia", "Kafka before the night shift begins");
    assertThat(offer.words()).contains("nessuno ha ancora risposto alla tua domanda in payments");
    assertThat(offer.buttons())
        .containsExactly("Chiedi ai colleghi", "È risolta", "Lascia stare", "Non chiedermelo più");
    SLACK.press("livia", offer, 0, Language.ITALIAN);
    awaitShown(SLACK, "livia", "Chiedo in privato a un massimo di 3 colleghi");
    var toBruno = awaitShown(SLACK, "bruno", "Livia Serra asks in payments");
    var toChiara = awaitShown(SLACK, "chiara", "Livia Serra asks in payments");
    SLACK.press("chiara", toChiara, toChiara.buttons().indexOf("Pass"), Language.ENGLISH);
    awaitShown(SLACK, "chiara", "Nobody learns of it");
    SLACK.press("bruno", toBruno, toBruno.buttons().indexOf("Yes, mention me"), Language.ENGLISH);
    awaitShown(SLACK, "bruno", "you are mentioned under the question");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                SLACK.inChannel().stream()
                    .anyMatch(
                        shown -> shown.words().startsWith("Bruno Conti has had to do with this")));
  }

  private void disturbs(String... people) {
    var never = new QuietHours(LocalTime.NOON, LocalTime.NOON, false);
    for (var person : people) {
      replica.ponte().preferences().change(IN_SLACK.person(person), old -> old.with(never));
    }
  }

  private static Shown awaitShown(Talks talks, String person, String words) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                talks.shown(person).stream()
                    .filter(shown -> shown.words().contains(words))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void forgetInTeamsHowSomebodyIsReached() throws Exception {
    var references = new References(replica.records());
    var elena = IN_TEAMS.person("elena");
    TEAMS.say("elena", "dimenticami", Language.ITALIAN);
    var asked =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    TEAMS.shown("elena").stream()
                        .filter(it -> it.button(Command.ConfirmForget.class).isPresent())
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(references.personal(elena)).isPresent();
    var before = TEAMS.shown("elena").size();

    TEAMS.press(
        "elena", asked, asked.button(Command.ConfirmForget.class).orElseThrow(), Language.ITALIAN);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(TEAMS.shown("elena")).hasSizeGreaterThan(before));
    assertThat(references.personal(elena)).isEmpty();
    assertThat(references.teamsId(elena)).isEmpty();
    assertThat(references.person(IN_TEAMS.workspace(), "29:elena")).isEmpty();
  }
}
