package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Recap;
import ponte.command.Command.Share;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.reply.Block;
import ponte.reply.Reply;

/** The summary of one conversation, for who asks for it in the thread or by a digest's button. */
class RecapsTest {

  private final Team team = new Team("2026-03-23T09:00:00Z");
  private MessageId upgrade = Chat.in("dev").id(0);

  @BeforeEach
  void adaBobAndKimTalkOfAnUpgradeInPrivate() {
    upgrade = team.talks("dev");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          summarise this thread  | The conversation in a few sentences | 11 messages
          tl;dr                  | The conversation in a few sentences | 11 messages
          summary                | The conversation in a few sentences | 11 messages
          riassumi questo thread | La conversazione in poche frasi     | 11 messaggi
          sintesi                | La conversazione in poche frasi     | 11 messaggi
          """)
  void saysAThreadInAFewOfItsSentencesInTheirOrder(String typed, String title, String size) {
    var reply = team.says("ada", typed, upgrade);

    var said = sentences(reply);
    assertThat(Team.words(reply)).contains(title, size, "@ada, @bob, @kim", "Kafka");
    assertThat(said).hasSize(3).isSorted();
    assertThat(said).allSatisfy(each -> assertThat(each.channel()).isEqualTo(Team.DEV));
    assertThat(Team.commands(reply)).noneMatch(Share.class::isInstance);
  }

  @Test
  void saysMoreOfALongerOne() {
    var opening = upgrade;
    for (var i = 0; i < 20; i++) {
      team.replies(
          i % 2 == 0 ? "bob" : "kim",
          opening,
          "The check number %d of the cluster found broker %d without any lag"
              .formatted(i, 70 + i));
    }

    assertThat(sentences(team.says("ada", "tl;dr", upgrade))).hasSize(5);
  }

  @Test
  void isOfTheWholeConversationWhicheverMessageOfItIsMeant() {
    var reply = team.replies("kim", upgrade, "the upgrade went well");

    assertThat(team.presses("ada", new Recap(reply)))
        .isEqualTo(team.presses("ada", new Recap(upgrade)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          summarise this thread  | I see no conversation here.
          riassumi questo thread | Qui non vedo nessuna conversazione.
          """)
  void ofAPrivateThreadIsNothingForOthers(String typed, String none) {
    var missing = Chat.in("dev").id(1);

    for (var reply :
        List.of(
            team.says("eve", typed, upgrade),
            team.says("eve", typed, missing),
            team.says("ada", typed, new MessageId(Team.BOARD, missing.value())))) {
      assertThat(Team.words(reply)).contains(none).doesNotContain("Kafka", "upgrade", "@");
    }
    assertThat(team.presses("eve", new Recap(upgrade)))
        .isEqualTo(team.presses("eve", new Recap(missing)));
  }

  @Test
  void leavesOutWhoOptedOut() {
    team.says("bob", "opt out");

    var reply = team.says("ada", "summarise this thread", upgrade);

    assertThat(Team.words(reply)).contains("7 messages", "@ada, @kim").doesNotContain("@bob");
  }

  @Test
  void hidesSecrets() {
    for (var i = 0; i < 3; i++) {
      team.replies(
          "kim", upgrade, "the Kafka consumers of the upgrade use password: hunter2Xy" + i);
    }

    assertThat(Team.words(team.says("ada", "summary", upgrade))).doesNotContain("hunter2Xy");
  }

  @Test
  void sendsToAShortThreadItself() {
    team.acme.thread("dev", 1, "ada: where is the key of the archive?", "kim: in the drawer");

    var reply = team.says("ada", "summarise this thread", Chat.in("dev").id(1));

    assertThat(Team.words(reply)).contains("2 messages", "That is short", "open it");
    assertThat(sentences(reply)).isEmpty();
  }

  @Test
  void saysOutsideOfAThreadHowItIsAskedFor() {
    var alone = team.says("ada", "riassumi questo thread");
    var inChannel = team.says("ada", "summarise this thread", Team.DEV);

    assertThat(Team.words(alone)).contains("Riassumo il thread in cui me lo chiedi");
    assertThat(Team.commands(alone)).isEmpty();
    assertThat(Team.words(inChannel)).contains("I sum up the thread in which you ask");
    assertThat(Team.words(team.presses("ada", Team.button(inChannel, Command.Digest.class))))
        .contains("Digest of #dev");
  }

  @Test
  void isAButtonAwayFromADigestForWhoMayOpenTheChannel() {
    for (var said : List.of("the upgrade starts now", "the upgrade is half done", "all is done")) {
      team.replies("kim", upgrade, said);
    }
    team.acme.clock.advance(Duration.ofMinutes(1));
    var digest = team.says("ada", "digest #dev", Team.DEV);
    team.presses("ada", Team.button(digest, Share.class));
    var posted = team.posted(Team.DEV).getFirst().reply();

    var summary = Team.button(posted, Recap.class);

    assertThat(summary).isEqualTo(new Recap(upgrade)).isEqualTo(Team.button(digest, Recap.class));
    assertThat(sentences(team.presses("bob", summary))).hasSize(3);
    assertThat(Team.words(team.presses("eve", summary))).contains("I see no conversation here");
  }

  /** The messages that the sentences of a summary lead to. */
  private static List<MessageId> sentences(Reply reply) {
    var messages = new ArrayList<MessageId>();
    for (var block : reply.blocks()) {
      if (block instanceof Block.Listing(_, var items)) {
        items.stream()
            .flatMap(item -> item.lines().stream())
            .map(RichText::spans)
            .flatMap(List::stream)
            .forEach(
                span -> {
                  if (span instanceof Span.MessageLink(var message, _)) {
                    messages.add(message);
                  }
                });
      }
    }
    return messages;
  }
}
