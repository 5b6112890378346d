package ponte.slack.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ponte.conversation.MessageId;
import ponte.platform.Delivery;
import ponte.platform.DeliveryNotes;
import ponte.platform.Destination;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.TurnLostException;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;
import ponte.store.StoreUnavailableException;

class PostingTest extends InSlack {

  @Test
  void postsInAChannelOnceHoweverOftenItIsTold() {
    slack.answers(Method.CHAT_POST_MESSAGE);

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());
    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call)
                  .containsEntry("channel", "C0GENERAL")
                  .containsEntry("text", "Hello")
                  .containsEntry("unfurl_links", "false")
                  .containsEntry("unfurl_media", "false")
                  .doesNotContainKey("thread_ts");
              assertThat(FakeSlack.json(call.getOrDefault("blocks", "")).size()).isEqualTo(1);
              assertThat(
                      FakeSlack.json(call.getOrDefault("metadata", ""))
                          .path("event_type")
                          .stringValue(""))
                  .isEqualTo("ponte_delivery");
            });
  }

  @Test
  void findsWhatWasPostedBeforeAProcessDied() {
    slack.answers(Method.CHAT_POST_MESSAGE);
    records.broken().set(true);
    assertThatThrownBy(() -> deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isInstanceOf(StoreUnavailableException.class);
    records.broken().set(false);
    clock.advance(Duration.ofMinutes(3));
    slack.answersInTurn(
        Method.CONVERSATIONS_HISTORY,
        FakeSlack.payload("conversations.history"),
        historyWithOurs());

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());
    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(1);
    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY))
        .hasSize(2)
        .allSatisfy(
            call ->
                assertThat(call)
                    .containsEntry("include_all_metadata", "true")
                    .containsEntry("oldest", "1764579480.000000"))
        .last()
        .satisfies(call -> assertThat(call).containsKey("cursor"));
  }

  @Test
  void findsWhatWasPostedThoughItsAnswerWasLost() {
    slack.says(Method.CHAT_POST_MESSAGE, aResponse().withStatus(502));
    assertThatThrownBy(() -> deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isInstanceOf(PlatformUnavailableException.class);
    slack.answers(Method.CONVERSATIONS_HISTORY, historyWithOurs());

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(1);
  }

  @Test
  void looksIntoTheThreadForWhatWasPostedThere() {
    var to = answer(null, null);
    var inThread =
        new Destination.Answer(
            to.request(), to.person(), null, new MessageId(DIRECT, "1764579500.000100"));
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.says(Method.CHAT_POST_MESSAGE, aResponse().withStatus(502));
    assertThatThrownBy(() -> deliver(inThread, "Hello"))
        .isInstanceOf(PlatformUnavailableException.class);
    slack.answers(Method.CONVERSATIONS_REPLIES, historyWithOurs());

    assertThat(deliver(inThread, "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE))
        .singleElement()
        .satisfies(call -> assertThat(call).containsEntry("thread_ts", "1764579500.000100"));
    assertThat(slack.calls(Method.CONVERSATIONS_REPLIES).getFirst())
        .containsEntry("ts", "1764579500.000100");
  }

  @Test
  void waitsWithLookingAsLongAsSlackWants() {
    slack.says(Method.CHAT_POST_MESSAGE, aResponse().withStatus(502));
    assertThatThrownBy(() -> deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isInstanceOf(PlatformUnavailableException.class);
    slack.limits(Method.CONVERSATIONS_HISTORY, 60);

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isEqualTo(new Delivery.Later(NOW.plusSeconds(60), "slack's rate limit"));

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(1);
  }

  @Test
  void postsAgainWhereItMayNotLook() {
    slack.says(Method.CHAT_POST_MESSAGE, aResponse().withStatus(502));
    assertThatThrownBy(() -> deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isInstanceOf(PlatformUnavailableException.class);
    slack.refuses(Method.CONVERSATIONS_HISTORY, "missing_scope");
    slack.answers(Method.CHAT_POST_MESSAGE);
    clock.advance(Duration.ofSeconds(1));

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());
  }

  @Test
  void postsAgainWhatIsNotThere() {
    slack.says(Method.CHAT_POST_MESSAGE, aResponse().withStatus(502));
    assertThatThrownBy(() -> deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isInstanceOf(PlatformUnavailableException.class);
    slack.answers(Method.CHAT_POST_MESSAGE);
    slack.answers(Method.CONVERSATIONS_HISTORY, "{\"ok\":true,\"messages\":[],\"has_more\":false}");
    clock.advance(Duration.ofSeconds(1));

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(2);
  }

  @Test
  void waitsAsLongAsSlackWantsAndLooksForNothingAfterwards() {
    slack.limits(Method.CHAT_POST_MESSAGE, 7);
    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isEqualTo(new Delivery.Later(NOW.plusSeconds(7), "slack's rate limit"));
    slack.answers(Method.CHAT_POST_MESSAGE);
    clock.advance(Duration.ofSeconds(7));

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CONVERSATIONS_HISTORY)).isEmpty();
  }

  @Test
  void tellsTheAdministratorWhatToDoAboutARefusal() {
    slack.refuses(Method.CHAT_POST_MESSAGE, "not_in_channel");

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isInstanceOfSatisfying(
            Delivery.Impossible.class,
            impossible ->
                assertThat(impossible.reason())
                    .startsWith("not_in_channel: ")
                    .contains("/invite @ponte"));
  }

  @Test
  void saysNothingWhereItHasStoodStillAndAnotherHasTheTurn() {
    turn =
        () -> {
          throw new TurnLostException("another has it");
        };

    assertThatThrownBy(() -> deliver(new Destination.InChannel(GENERAL), "Hello"))
        .isInstanceOf(TurnLostException.class);

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).isEmpty();
  }

  @Test
  void letsOneOfTwoReplicasBeginThatBothBelieveThatItIsTheirTurn() {
    slack.answers(Method.CHAT_POST_MESSAGE);
    var other = new DeliveryNotes("slack-delivery", records, clock);
    turn = () -> assertThat(other.begin(FakeSlack.ACME, "key#0", 0)).isFalse();

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());
  }

  @Test
  void takesBackWhatItPostedAfterAnotherLookedAndPosted() {
    slack.answers(Method.CHAT_POST_MESSAGE);
    slack.answers(Method.CHAT_DELETE, "{\"ok\":true}");
    var other = new DeliveryNotes("slack-delivery", records, clock);
    turn =
        () -> {
          // It is confirmed, then stands still until another has taken over.
          assertThat(other.begin(FakeSlack.ACME, "key#0", 1)).isTrue();
          assertThat(other.posted(FakeSlack.ACME, "key#0", 2, "1764579601.000200")).isTrue();
        };

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_DELETE))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call)
                    .containsEntry("channel", "C0GENERAL")
                    .containsEntry("ts", "1764579600.000100"));
    assertThat(other.find(FakeSlack.ACME, "key#0").orElseThrow().note().message())
        .isEqualTo("1764579601.000200");
  }

  @Test
  void leavesWhatAnotherFoundBeforeItPosted() {
    slack.answers(Method.CHAT_POST_MESSAGE);
    var other = new DeliveryNotes("slack-delivery", records, clock);
    turn = () -> other.posted(FakeSlack.ACME, "key#0", "1764579600.000100");

    assertThat(deliver(new Destination.InChannel(GENERAL), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_DELETE)).isEmpty();
  }

  @Test
  void goesOnWithALongReplyWhereItWasInterrupted() {
    slack.answers(Method.CHAT_POST_MESSAGE);
    var paragraphs = new String[40];
    Arrays.fill(paragraphs, "word ".repeat(100));
    var to = new Destination.InChannel(GENERAL);

    assertThat(deliver(to, paragraphs))
        .isEqualTo(new Delivery.Later(NOW.plusSeconds(1), "slack's rate limit"));
    clock.advance(Duration.ofSeconds(1));
    assertThat(deliver(to, paragraphs)).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(2);
  }
}
