package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Pace;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.nlp.Language;
import ponte.prompt.Prompts;

/** Who follows a topic learns who asks about it, from the wish to the message. */
class FollowTest {

  private static final ChannelId RANDOM = Chat.in("random").channel();

  /** A Monday, at ten where they live. */
  private final Team team = new Team("2026-03-23T09:00:00Z");

  @Test
  void tellsTheNextMorningWhoAskedAndWhereToAnswer() {
    team.says("kim", "follow kafka");
    team.acme.clock.advance(Duration.ofMinutes(1));
    var first = team.posts("ada", RANDOM, "how do I restart the Kafka consumers?");
    var second = team.posts("bob", RANDOM, "does anybody know why Kafka lags?");

    team.at("2026-03-24T07:59:00Z");
    assertThat(team.written("kim")).isEmpty();
    team.at("2026-03-24T08:00:00Z");

    assertThat(team.written("kim"))
        .singleElement()
        .satisfies(
            news -> {
              assertThat(Team.words(news.reply()))
                  .contains("2 questions about what you follow: kafka", "@ada", "@bob", "#random");
              assertThat(news.reply().toString()).contains(first.toString(), second.toString());
              assertThat(Team.commands(news.reply())).contains(new Command.Unfollow("kafka"));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "kubernetes, does anybody know why k8s is slow today?",
    "k8s, does anybody know why kubernetes is slow today?",
    "electronic invoices, qualcuno sa dove finiscono le fatture elettroniche?",
    "fatture elettroniche, does anybody know where the electronic invoices are kept?",
  })
  void tellsWhatIsAskedInOtherWords(String topic, String question) {
    isTold(topic, question);
  }

  /** Whoever follows the topic is told of the question, and of no other. */
  private void isTold(String topic, String question) {
    team.says("kim", "follow " + topic + " at once");
    team.acme.clock.advance(Duration.ofMinutes(1));

    team.posts("ada", RANDOM, "does anybody know a good pizzeria?");
    assertThat(team.written("kim")).isEmpty();
    team.posts("ada", RANDOM, question);
    assertThat(team.written("kim")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "GDPR, may we keep that by the General Data Protection Regulation?",
    "General Data Protection Regulation, may we keep that by the GDPR?",
  })
  void tellsWhatIsAskedInAnAcronymThatColleaguesExplain(String topic, String question) {
    team.posts("bob", RANDOM, "the GDPR (General Data Protection Regulation) changes in May");
    isTold(topic, question);
  }

  @Test
  void takesNoWordsForAnAcronymThatNobodyExplained() {
    team.says("kim", "follow GDPR at once");
    team.acme.clock.advance(Duration.ofMinutes(1));

    team.posts("ada", RANDOM, "may we keep that by the General Data Protection Regulation?");

    assertThat(team.written("kim")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "follow kafka every monday|WEEKLY",
        "follow kafka on fridays|WEEKLY",
        "follow kafka weekly please|WEEKLY",
        "follow kafka every week, please|WEEKLY",
        "follow kafka every morning|DAILY",
        "follow kafka on weekdays|DAILY",
        "every monday follow kafka|WEEKLY",
        "can I follow kafka every week?|WEEKLY",
        "tell me every week when somebody asks about kafka|WEEKLY",
        "tell me when somebody asks about kafka, at once please|AT_ONCE",
        "follow kafka, please|DAILY",
        "segui kafka ogni lunedì|WEEKLY",
        "segui kafka il venerdì|WEEKLY",
        "segui kafka ogni mattina|DAILY",
        "segui kafka ogni settimana per favore|WEEKLY",
        "ogni lunedì segui kafka|WEEKLY",
        "avvisami ogni settimana quando qualcuno chiede di kafka|WEEKLY",
        "avvisami quando qualcuno chiede di kafka, subito per favore|AT_ONCE",
      })
  void tellsTheRhythmFromTheTopic(String wish, Pace pace) {
    team.says("kim", wish);

    assertThat(Team.words(team.says("kim", "my follows")))
        .contains(
            switch (pace) {
              case AT_ONCE -> "kafka: at once";
              case DAILY -> "kafka: each day at";
              case WEEKLY -> "kafka: each Monday at";
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "follow kafka once a month",
        "follow kafka monthly",
        "follow kafka every two weeks",
        "follow kafka twice a week",
        "follow kafka every day at 8",
        "follow kafka on mondays and thursdays",
        "tell me every month when somebody asks about kafka",
        "segui kafka ogni due settimane",
        "segui kafka una volta al mese",
        "segui kafka tutti i giorni alle 8",
        "avvisami ogni mese quando qualcuno chiede di kafka"
      })
  void asksBackInWhichRhythmWhereThereIsNoSuch(String wish) {
    var reply = team.says("kim", wish);

    assertThat(Team.commands(reply))
        .startsWith(
            new Command.Follow("kafka", Pace.WEEKLY),
            new Command.Follow("kafka", Pace.DAILY),
            new Command.Follow("kafka", Pace.AT_ONCE));
    assertThat(Team.words(team.says("kim", "my follows"))).contains("You follow no topic");
  }

  @ParameterizedTest
  @CsvSource({
    "follow kafka and terraform every week please,kafka and terraform",
    "segui kafka e terraform ogni settimana per favore,kafka e terraform"
  })
  void asksBackWhetherTwoTopicsAreMeant(String wish, String both) {
    var reply = team.says("kim", wish);

    assertThat(Team.commands(reply))
        .startsWith(
            new Command.Follow("kafka", Pace.WEEKLY),
            new Command.Follow("terraform", Pace.WEEKLY),
            new Command.Follow(both, Pace.WEEKLY));
    assertThat(Team.words(team.says("kim", "my follows"))).contains("You follow no topic");
  }

  @Test
  void tellsEachQuestionOnce() {
    team.says("kim", "follow kafka");
    team.acme.clock.advance(Duration.ofMinutes(1));
    var asked = team.posts("ada", RANDOM, "how do I restart the Kafka consumers?");
    team.at("2026-03-24T08:00:00Z");
    team.says("kim", "follow kafka at once");

    team.ponte
        .telling()
        .heard(team.acme.archive.find(asked, Chat.in("random").audience()).orElseThrow().message());
    team.at("2026-03-25T08:00:00Z");

    assertThat(team.written("kim")).hasSize(1);
  }

  @Test
  void tellsAtOnceOutsideQuietHours() {
    team.says("kim", "follow kafka at once");
    team.acme.clock.advance(Duration.ofMinutes(1));

    team.posts("ada", RANDOM, "how do I restart the Kafka consumers?");
    assertThat(team.written("kim")).hasSize(1);

    team.acme.clock.set(Instant.parse("2026-03-23T20:00:00Z"));
    team.posts("ada", RANDOM, "why is Kafka down again?");
    team.at("2026-03-23T21:00:00Z");
    assertThat(team.written("kim")).hasSize(1);
    team.at("2026-03-24T08:00:00Z");
    assertThat(team.written("kim")).hasSize(2);
  }

  @Test
  void tellsOnMondayWhoWantsItWeekly() {
    team.says("kim", "follow kafka weekly");
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.posts("ada", RANDOM, "how do I restart the Kafka consumers?");

    team.at("2026-03-27T08:00:00Z");
    assertThat(team.written("kim")).isEmpty();
    team.at("2026-03-30T07:00:00Z");
    assertThat(team.written("kim")).hasSize(1);
  }

  @Test
  void tellsNobodyTheirOwnQuestionsOrWhatIsNoQuestionAboutIt() {
    team.says("kim", "follow kafka at once");
    team.acme.clock.advance(Duration.ofMinutes(1));

    team.posts("kim", RANDOM, "how do I restart the Kafka consumers?");
    team.posts("ada", RANDOM, "Kafka is up again");
    team.posts("ada", RANDOM, "who has the key of the kitchen?");
    var talk = team.posts("ada", RANDOM, "I broke something");
    team.replies("bob", talk, "was it Kafka?");

    assertThat(team.written("kim")).isEmpty();
  }

  @Test
  void tellsNothingOfAChannelThatTheyCannotOpenAtThatMoment() {
    team.says("eve", "follow kafka at once");
    team.says("kim", "follow kafka");
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.posts("ada", Team.DEV, "how do I restart the Kafka consumers?");
    team.acme.directory.apply(
        List.of(
            new Event.Roster.Left(
                new EventId("kim leaves"),
                Team.DEV,
                Team.person("kim"),
                team.acme.clock.instant())));

    team.at("2026-03-24T08:00:00Z");

    assertThat(team.written("eve")).isEmpty();
    assertThat(team.written("kim")).isEmpty();
  }

  @Test
  void tellsNothingThatWasTakenBackOrIsOfSomebodyWhoOptedOut() {
    team.says("kim", "follow kafka");
    team.acme.clock.advance(Duration.ofMinutes(1));
    var taken = team.posts("ada", RANDOM, "how do I restart the Kafka consumers?");
    team.posts("bob", RANDOM, "how do I stop the Kafka consumers?");
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.takesBack(taken);
    team.presses("bob", new Command.OptOut());

    team.at("2026-03-24T08:00:00Z");

    assertThat(team.written("kim")).isEmpty();
  }

  @Test
  void tellsNothingOfWhatIsFollowedNoMore() {
    team.says("kim", "follow kafka");
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.posts("ada", RANDOM, "how do I restart the Kafka consumers?");
    assertThat(Team.words(team.says("kim", "unfollow Kafka"))).contains("no more");

    team.posts("ada", RANDOM, "why is Kafka down again?");
    team.at("2026-03-24T08:00:00Z");

    assertThat(team.written("kim")).isEmpty();
    assertThat(Team.words(team.says("kim", "unfollow kafka"))).contains("You do not follow");
  }

  @Test
  void putsWhatWaitsForAnAnswerFirst() {
    team.says("kim", "follow kafka");
    team.acme.clock.advance(Duration.ofMinutes(1));
    var answered = team.posts("ada", RANDOM, "how do I restart the Kafka consumers?");
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.replies("bob", answered, "in the shell");
    team.posts("bob", RANDOM, "does anybody know why Kafka lags?");

    team.at("2026-03-24T08:00:00Z");

    assertThat(Team.words(team.written("kim").getFirst().reply()))
        .containsSubsequence("why Kafka lags", "restart the Kafka", "answered already");
  }

  @Test
  void tellsOfWhatPonteAsksInSomebodysName() {
    team.says("kim", "follow kafka at once");
    team.acme.clock.advance(Duration.ofMinutes(1));

    team.presses("ada", new Command.Post(RANDOM, "kafka consumers"));
    team.presses("kim", new Command.Post(RANDOM, "kafka brokers"));
    team.passes(Duration.ofMinutes(1));

    assertThat(team.written("kim"))
        .singleElement()
        .satisfies(news -> assertThat(Team.words(news.reply())).contains("@ada", "consumers"));
  }

  @Test
  void quotesNothingThatIsMarkedConfidentialThoughItsAskerPostsIt() {
    team.says("kim", "follow kafka at once");
    team.acme.clock.advance(Duration.ofMinutes(1));

    team.presses("ada", new Command.Post(RANDOM, "[confidential] kafka offsets of Umbrella"));
    team.passes(Duration.ofMinutes(1));

    var news = team.theOnly("kim").reply();
    assertThat(Team.words(news)).contains("@ada", "•••", "#random").doesNotContain("Umbrella");
  }

  @Test
  void tellsOfEachOfSeveralQuestionsThatPonteAsksAtOnce() {
    team.says("kim", "follow kafka at once");
    team.acme.clock.advance(Duration.ofMinutes(1));

    team.presses("ada", new Command.Post(RANDOM, "kafka consumers"));
    team.presses("bob", new Command.Post(RANDOM, "kafka brokers"));
    team.passes(Duration.ofMinutes(1));

    assertThat(team.written("kim").stream().map(news -> Team.words(news.reply())).toList())
        .anySatisfy(words -> assertThat(words).contains("@ada", "consumers"))
        .anySatisfy(words -> assertThat(words).contains("@bob", "brokers"));
  }

  @Test
  void tellsOnceThoughAReplicaDiesInTheMiddle() {
    team.says("kim", "follow kafka");
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.inbox.hear(
        "random", "1", List.of(Chat.posted(asks("m1", "how do I restart Kafka consumers?"))));
    drain(team.worker(Inbox.HEARD, team.hearing()));
    var lost = team.queue.lease(Lately.TOPIC, 1, Duration.ofMinutes(2));
    team.attending().handle(lost);
    team.passes(Duration.ofMinutes(15));
    team.acme.clock.set(Instant.parse("2026-03-24T08:00:00Z"));
    team.prompting(team.ponte).handle(team.queue.lease(Prompts.TOPIC, 1, Duration.ofMinutes(2)));

    team.passes(Duration.ofMinutes(30));

    assertThat(team.written("kim")).hasSize(1);
    assertThat(team.queue.depth(Prompts.TOPIC).waiting()).isZero();
  }

  @Test
  void passesOverWhatAHistoryTells() {
    team.says("kim", "follow kafka at once");
    team.inbox.hear("random", "1", List.of(Chat.in("random").posts(1, "ada", "what is kafka?")));

    team.work();

    assertThat(team.queue.depth(Lately.TOPIC).waiting()).isZero();
    assertThat(team.written("kim")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "follow kafka|DAILY|kafka",
        "please follow the topic kafka offsets|DAILY|kafka offsets",
        "follow kafka at once|AT_ONCE|kafka",
        "follow kafka weekly|WEEKLY|kafka",
        "tell me when somebody asks about kafka|DAILY|kafka",
        "let me know whenever someone has a question about kafka every week|WEEKLY|kafka",
        "segui kafka|DAILY|kafka",
        "segui l'argomento kafka ogni settimana|WEEKLY|kafka",
        "vorrei seguire kafka subito|AT_ONCE|kafka",
        "avvisami quando qualcuno chiede di kafka|DAILY|kafka",
        "dimmi se qualcuno ha una domanda su kafka in tempo reale|AT_ONCE|kafka"
      })
  void understandsWhatSomebodyWantsToFollow(String words, Pace pace, String topic) {
    team.says("kim", words);

    assertThat(Team.words(team.says("kim", "my follows")))
        .contains(
            switch (pace) {
              case AT_ONCE -> topic + ": at once";
              case DAILY -> topic + ": each day at 09:00";
              case WEEKLY -> topic + ": each Monday at 09:00";
            });
  }

  @ParameterizedTest
  @CsvSource({
    "unfollow kafka, my follows, You follow no topic",
    "stop following kafka, what do I follow?, You follow no topic",
    "don't tell me about kafka, my subscriptions, You follow no topic",
    "non seguire più kafka, cosa seguo?, Non segui nessun argomento",
    "smetti di seguire kafka, che argomenti seguo, Non segui nessun argomento"
  })
  void understandsWhatSomebodyFollowsNoMore(String words, String list, String none) {
    team.says("kim", "follow kafka");

    team.says("kim", words);

    assertThat(Team.words(team.says("kim", list))).contains(none);
  }

  @Test
  void meetsItalianQuestionsAndSpeaksTheReadersLanguage() {
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.lives("kim", "Europe/Rome", Language.ITALIAN);
    team.says("kim", "segui fatture elettroniche subito");
    team.acme.clock.advance(Duration.ofMinutes(1));

    team.posts("ada", RANDOM, "come si invia una fattura elettronica al cliente?");

    assertThat(Team.words(team.written("kim").getFirst().reply()))
        .contains("Una domanda su quello che segui: fatture elettroniche");
  }

  @Test
  void keepsAsManyTopicsAsThereIsRoomFor() {
    IntStream.range(0, 20).forEach(i -> team.says("kim", "follow subject" + i));

    var full = team.says("kim", "follow kafka");

    assertThat(Team.words(full)).contains("You follow 20 topics, and there is no room for more");
    assertThat(Team.commands(full)).contains(new Command.Unfollow("subject3"));
    assertThat(Team.words(team.says("kim", "follow subject3 at once"))).contains("as soon as");
  }

  @Test
  void standsOnThePageInTheExportAndInTheForm() {
    team.fillsIn("kim", "follow", Map.of("topic", List.of("kafka"), "pace", List.of("AT_ONCE")));

    assertThat(Team.words(team.says("kim", "home")))
        .contains("What you follow", "kafka: at once", "[Stop following kafka]");
    assertThat(Team.words(team.says("kim", "export my data"))).contains("\"topic\":\"kafka\"");
    assertThat(Team.words(team.says("kim", "my data"))).contains("1 topic that you follow");
  }

  @Test
  void isForgotten() {
    team.says("kim", "follow kafka at once");
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.posts("ada", RANDOM, "how do I restart the Kafka consumers?");

    team.presses("kim", new Command.ConfirmForget());
    team.posts("ada", RANDOM, "why is Kafka down again?");

    assertThat(team.acme.records.everything("follows", "news", "ration")).isEmpty();
    assertThat(team.written("kim")).hasSize(1);
  }

  @Test
  void forgetsAQuestionWithWhoAskedIt() {
    team.says("kim", "follow kafka");
    team.acme.clock.advance(Duration.ofMinutes(1));
    team.presses("ada", new Command.Post(RANDOM, "kafka consumers of ada"));
    team.presses("bob", new Command.Post(RANDOM, "kafka consumers of bob"));
    team.passes(Duration.ofMinutes(1));

    team.presses("ada", new Command.ConfirmForget());

    assertThat(Team.words(team.says("kim", "export my data")))
        .contains("kafka consumers of bob")
        .doesNotContain("kafka consumers of ada");
  }

  private Message asks(String id, String text) {
    var now = team.acme.clock.instant();
    return new Message(
        new MessageId(RANDOM, id),
        Team.person("ada"),
        Message.Kind.TALK,
        now,
        null,
        RichText.plain(text),
        List.of(),
        List.of(),
        now);
  }

  private static void drain(Worker worker) {
    while (worker.workOnce()) {
      // until nothing is due
    }
  }
}
