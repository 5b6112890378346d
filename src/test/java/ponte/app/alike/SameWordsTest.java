package ponte.app.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ponte.TestClock;
import ponte.app.BesideOthers;
import ponte.bot.Ponte;
import ponte.bot.Workers;
import ponte.command.Command;
import ponte.nlp.Language;
import ponte.web.Asking;
import ponte.web.Chats;
import ponte.web.Console;

/**
 * The same talk in a workspace of Slack, of Teams and in the browser: who says the same is shown
 * the same words and the same buttons, and so the same people in the same order, the same counts
 * and the same lines of a digest. The clock moves only where a platform's rate makes Ponte wait.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the processors, for one platform after the other")
@ResourceLock(BesideOthers.TRACES)
class SameWordsTest {

  private static final TestClock CLOCK = TestClock.at("2026-03-24T10:00:00Z");

  private final Office inBrowser = office("browser", "C1");
  private final InSlack slack = new InSlack(office("T1", "C1"), CLOCK);
  private final InTeams teams =
      new InTeams(
          office("b28fdbfd-2b78-4f93-b0f8-8881793f0f8f", "19:payments@thread.tacv2"), CLOCK);
  private final Core core = Core.inMemory(Ponte.Rules.DEFAULT, CLOCK);
  private final Chats chats = new Chats(core.records(), CLOCK);
  private Talks console = slack;
  private Workers workers = core.workers(List.of());

  private static Office office(String workspace, String channel) {
    var begin = Instant.parse("2026-03-23T04:00:00Z");
    return new Office(workspace, channel, begin, Map.of());
  }

  @BeforeEach
  void theSameIsSaidEverywhere() {
    var browser = new Console(core.directory(), chats, core.inbox(), core.records(), core.clock());
    workers = core.workers(List.of(slack.join(core), teams.join(core), browser));
    console = new InConsole(new Asking(chats, workers, Duration.ZERO, CLOCK), chats, inBrowser);
    for (var office : List.of(inBrowser, slack.office(), teams.office())) {
      core.meets(office);
      office.history(office.channel(), talk -> core.archive().apply(talk));
    }
  }

  @AfterEach
  void hangUp() {
    slack.close();
    teams.close();
  }

  private void settled(ThrowingRunnable assertion) {
    workers.workOff();
    while (core.queue().depth("outbox").waiting() > 0) {
      CLOCK.advance(Duration.ofSeconds(1));
      workers.workOff();
    }
    try {
      assertion.run();
    } catch (Exception e) {
      fail(e);
    } catch (Throwable e) {
      throw (Error) e;
    }
  }

  private Conversation conversation(String person, Language language) {
    return new Conversation(console, slack, teams, person, language, this::settled);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void sayTheSame(Language language) throws Exception {
    var asker = language == Language.ITALIAN ? "dario" : "ada";
    var conversation = conversation(asker, language);

    conversation.says("help", "aiuto");
    var found = conversation.says("who knows about Kafka?", "chi sa di Kafka?");
    assertThat(found.words()).containsSubsequence("Bruno Conti", "Chiara Neri");
    conversation.presses(found, Command.NotRight.class);
    var nobody =
        conversation.says("who knows about medieval tapestry?", "chi sa di arazzi medievali?");
    assertThat(nobody.words()).doesNotContain("Bruno").doesNotContain("Chiara");
    conversation.says("who knows about KRaft?", "chi sa di KRaft?");
    conversation.presses(found, Command.Introduce.class);
    var named =
        conversation.says(
            "introduce me to Bruno about partitions", "presentami Bruno per le partizioni");
    assertThat(named.words()).contains("Bruno Conti");
    conversation.says("introduce me to Zebedee about Kafka", "presentami Zebedee per Kafka");
    conversation.says("introduce me to Bruno", "presentami Bruno");
    var digest = conversation.says("digest payments", "riassunto di payments");
    assertThat(digest.words()).contains("KRaft");
    var planned =
        conversation.says(
            "digest of payments every friday at 9:00", "riassunto di payments ogni venerdì alle 9");
    conversation.presses(planned, Command.ConfirmDigest.class);
    conversation.says("my topics", "i miei argomenti");
    conversation.says("open questions", "domande aperte");
    conversation.says("stop offering help", "non offrirmi aiuto");
    conversation.says("offer help again", "offrimi di nuovo aiuto");
    conversation.says("stop asking whether it helped", "non chiedermi più se è servito");
    conversation.says("ask whether it helped again", "chiedimi di nuovo se è servito");
    conversation.says("hide topic Kafka", "nascondi argomento Kafka");
    conversation.says("quiet hours 22:00-07:00", "ore di quiete 22:00-07:00");

    var chiara = conversation("chiara", Language.ENGLISH);
    chiara.says("opt out", "");
    var others =
        conversation.says("who knows about Kafka failover?", "chi sa di failover di Kafka?");
    assertThat(others.words()).doesNotContain("Chiara Neri");
    chiara.says("opt in", "");
    conversation.says("opt out", "lasciami fuori");
    conversation.says("opt in", "includimi");
    conversation.says("xyzzy plugh", "trallallero trallallà");
  }
}
