package ponte.slack.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.slack.api.Method;
import ponte.slack.live.ReplyRoutes.Container;

class AnswersTest extends InSlack {

  @Test
  void answersAMentionUnderItWhereOnlyTheAskerSeesIt() {
    slack.answers(Method.CHAT_POST_EPHEMERAL);

    deliver(answer(GENERAL, "1764579500.000100"), "Hello");

    assertThat(slack.calls(Method.CHAT_POST_EPHEMERAL).getFirst())
        .containsEntry("channel", "C0GENERAL")
        .containsEntry("user", "U0ANNA")
        .containsEntry("thread_ts", "1764579500.000100");
  }

  @Test
  void answersACommandByTheAddressThatCameWithIt() {
    came(Container.NONE, GENERAL, null);
    slack.responds(ok("ok"));

    assertThat(deliver(answer(GENERAL, null), "Hello")).isEqualTo(delivered());
    assertThat(deliver(answer(GENERAL, null), "Hello")).isEqualTo(delivered());

    assertThat(slack.responses())
        .singleElement()
        .satisfies(
            response -> {
              assertThat(response.path("response_type").stringValue("")).isEqualTo("ephemeral");
              assertThat(response.path("replace_original").booleanValue(true)).isFalse();
              assertThat(response.path("unfurl_links").booleanValue(true)).isFalse();
              assertThat(response.path("text").stringValue("")).isEqualTo("Hello");
            });
  }

  @Test
  void replacesTheMessageThatOnlyTheAskerSaw() {
    came(Container.EPHEMERAL, GENERAL, "1764579500.000100");
    slack.responds(ok("ok"));

    deliver(answer(GENERAL, null), "Hello");

    assertThat(slack.responses().getFirst().path("replace_original").booleanValue(false)).isTrue();
  }

  @Test
  void replacesNoMessageThatOthersSeeByAnAnswerForOne() {
    came(Container.MESSAGE, GENERAL, "1764579500.000100");
    slack.responds(ok("ok"));

    deliver(answer(GENERAL, null), "Hello");

    assertThat(slack.responses().getFirst().path("replace_original").booleanValue(true)).isFalse();
    assertThat(slack.calls(Method.CHAT_UPDATE)).isEmpty();
  }

  @Test
  void answersByNameWhenTheAddressIsClosed() {
    came(Container.NONE, GENERAL, null);
    slack.responds(aResponse().withStatus(404).withBody("expired_url"));
    slack.answers(Method.CHAT_POST_EPHEMERAL);

    assertThat(deliver(answer(GENERAL, null), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_EPHEMERAL)).hasSize(1);
  }

  @Test
  void answersBesideAChannelThatItIsNotIn() {
    slack.refuses(Method.CHAT_POST_EPHEMERAL, "not_in_channel");
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.answers(Method.CHAT_POST_MESSAGE);

    assertThat(deliver(answer(GENERAL, null), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE).getFirst()).containsEntry("channel", "D0ANNA");
  }

  @Test
  void answersAPlainMessageBetweenTheTwoOfThem() {
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.answers(Method.CHAT_POST_MESSAGE);

    deliver(answer(null, null), "Hello");

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE).getFirst()).containsEntry("channel", "D0ANNA");
  }

  @Test
  void replacesTheMessageBetweenTheTwoOfThemWhoseButtonWasPressed() {
    came(Container.MESSAGE, DIRECT, "1764579500.000100");
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.answers(Method.CHAT_UPDATE);

    deliver(answer(null, null), "Hello");

    assertThat(slack.calls(Method.CHAT_UPDATE).getFirst())
        .containsEntry("channel", "D0ANNA")
        .containsEntry("ts", "1764579500.000100");
    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).isEmpty();
  }

  @Test
  void answersBesideAMessageThatIsToStay() {
    came(Container.MESSAGE, DIRECT, "1764579500.000100");
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.answers(Method.CHAT_POST_MESSAGE);

    deliver(new Destination.Answer(REQUEST, ANNA, null, null, true), "Hello");

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(1);
    assertThat(slack.calls(Method.CHAT_UPDATE)).isEmpty();
  }

  @Test
  void postsAnewWhatCannotBeReplaced() {
    came(Container.MESSAGE, DIRECT, "1764579500.000100");
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.refuses(Method.CHAT_UPDATE, "message_not_found");
    slack.answers(Method.CHAT_POST_MESSAGE);

    assertThat(deliver(answer(null, null), "Hello")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(1);
  }

  @Test
  void sharesAPictureWithWhatItShowsInWords() {
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.answers(Method.CHAT_POST_EPHEMERAL);
    slack.answers(
        Method.FILES_UPLOAD_URL,
        "{\"ok\":true,\"upload_url\":\"" + slack.url("/upload") + "\",\"file_id\":\"F1\"}");
    slack.takesFiles();
    slack.answers(Method.FILES_COMPLETE);
    var png = "not really a picture".getBytes(StandardCharsets.UTF_8);
    var words = "Two groups, ".repeat(200);
    var reply =
        new Reply(Language.ENGLISH, List.of(Block.Picture.of("map.png", "Who talks", words, png)));

    assertThat(platform.deliver(new Outgoing("key", answer(GENERAL, null), reply), turn))
        .isEqualTo(delivered());

    assertThat(slack.calls(Method.FILES_UPLOAD_URL).getFirst())
        .containsEntry("filename", "map.png")
        .containsEntry("length", "20")
        .hasEntrySatisfying(
            "alt_txt",
            alternative ->
                assertThat(alternative).startsWith("Two groups").hasSizeLessThanOrEqualTo(1000));
    assertThat(slack.uploads()).containsExactly("not really a picture");
    assertThat(slack.calls(Method.FILES_COMPLETE))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call)
                    .containsEntry("channel_id", "D0ANNA")
                    .hasEntrySatisfying("files", files -> assertThat(files).contains("Who talks")));
  }

  @Test
  void sharesFilesWithTheAskerAlone() {
    slack.answers(Method.CONVERSATIONS_OPEN);
    slack.answers(Method.CHAT_POST_EPHEMERAL);
    slack.answers(
        Method.FILES_UPLOAD_URL,
        "{\"ok\":true,\"upload_url\":\"" + slack.url("/upload") + "\",\"file_id\":\"F1\"}");
    slack.takesFiles();
    slack.answers(Method.FILES_COMPLETE);
    var reply =
        new Reply(
            Language.ENGLISH, List.of(new Block.File("mine.json", "All about you", "{\"è\":1}")));

    assertThat(platform.deliver(new Outgoing("key", answer(GENERAL, null), reply), turn))
        .isEqualTo(delivered());
    assertThat(platform.deliver(new Outgoing("key", answer(GENERAL, null), reply), turn))
        .isEqualTo(delivered());

    assertThat(slack.calls(Method.FILES_UPLOAD_URL).getFirst())
        .containsEntry("filename", "mine.json")
        .containsEntry("length", "8");
    assertThat(slack.uploads()).containsExactly("{\"è\":1}");
    assertThat(slack.calls(Method.FILES_COMPLETE))
        .singleElement()
        .satisfies(call -> assertThat(call).containsEntry("channel_id", "D0ANNA"));
  }
}
