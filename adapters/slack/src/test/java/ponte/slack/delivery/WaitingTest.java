package ponte.slack.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.nlp.Language;
import ponte.platform.Delivery;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.TurnLostException;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;
import ponte.slack.live.ReplyRoutes.Container;

class WaitingTest extends InSlack {

  @Test
  void waitsForTheWordThatItLooksToArriveBeforeTheAnswer() {
    came(Container.NONE, GENERAL, null);
    slack.responds(aResponse().withStatus(502));
    assertThatThrownBy(() -> waiting.show(asked(GENERAL), Language.ENGLISH))
        .isInstanceOf(PlatformUnavailableException.class);

    assertThat(deliver(answer(GENERAL, null), "Hello")).isInstanceOf(Delivery.Later.class);
    clock.advance(Duration.ofSeconds(20));
    slack.responds(ok("ok"));

    assertThat(deliver(answer(GENERAL, null), "Hello")).isEqualTo(delivered());
  }

  @Test
  void saysThatItLooksAndPutsTheAnswerInThePlaceOfThat() {
    wrote();
    slack.answers(Method.CHAT_POST_MESSAGE);
    slack.answers(Method.CHAT_UPDATE);

    waiting.show(asked(null), Language.ITALIAN);
    deliver(answer(null, null), "Hello");

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE))
        .singleElement()
        .satisfies(call -> assertThat(call).containsEntry("text", "Cerco…"));
    assertThat(slack.calls(Method.CHAT_UPDATE).getFirst()).containsEntry("text", "Hello");
    assertThat(slack.calls(Method.CONVERSATIONS_OPEN)).isEmpty();
  }

  @Test
  void saysNothingWhereTheAnswerWouldHaveToWaitToReplaceIt() {
    wrote();
    slack.answers(Method.CHAT_UPDATE);
    var busy = slack.api(clock);
    IntStream.range(0, 25)
        .forEach(_ -> busy.call(FakeSlack.ACME, Method.CHAT_UPDATE, Map.of("channel", "C1")));
    var beside = new Waiting(busy, routes, records, clock, () -> 0, _ -> {});

    beside.show(asked(null), Language.ENGLISH);

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).isEmpty();
    slack.answers(Method.CHAT_POST_MESSAGE);
    clock.advance(Duration.ofMinutes(1));
    beside.show(asked(null), Language.ENGLISH);
    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(1);
  }

  @Test
  void saysNothingWhereOneIsNotAnsweredInTheirOwnConversation() {
    waiting.show(asked(null), Language.ENGLISH);

    assertThat(slack.calls(Method.CONVERSATIONS_OPEN)).isEmpty();
    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).isEmpty();
  }

  @Test
  void saysToACommandThatItLooksAndReplacesThat() {
    came(Container.NONE, GENERAL, null);
    slack.responds(ok("ok"));

    waiting.show(asked(GENERAL), Language.ENGLISH);
    deliver(answer(GENERAL, null), "Hello");

    assertThat(slack.responses())
        .extracting(response -> response.path("text").stringValue(""))
        .containsExactly("Looking…", "Hello");
    assertThat(slack.responses().getLast().path("replace_original").booleanValue(false)).isTrue();
  }

  @Test
  void saysNothingMoreOnceTheAnswerIsThere() {
    came(Container.NONE, GENERAL, null);
    slack.responds(ok("ok"));

    deliver(answer(GENERAL, null), "Hello");
    waiting.show(asked(GENERAL), Language.ENGLISH);

    assertThat(slack.responses()).hasSize(1);
  }

  @Test
  void saysNothingUnderAMentionWhereItCouldNotBeReplaced() {
    waiting.show(asked(GENERAL), Language.ENGLISH);

    assertThat(slack.responses()).isEmpty();
    assertThat(slack.calls(Method.CHAT_POST_EPHEMERAL)).isEmpty();
  }

  @Test
  void saysNothingThatTheAnswerHasStoppedWaitingFor() {
    wrote();
    slack.answers(Method.CHAT_POST_MESSAGE);
    records.before("since", () -> clock.advance(Duration.ofSeconds(21)));

    assertThatThrownBy(() -> waiting.show(asked(null), Language.ENGLISH))
        .isInstanceOf(TurnLostException.class);

    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).isEmpty();
  }

  @Test
  void takesBackAWordThatCameAfterTheAnswer() {
    wrote();
    slack.answers(Method.CHAT_POST_MESSAGE);
    slack.answers(Method.CHAT_DELETE, "{\"ok\":true}");
    records.before(
        "AsMessage",
        () -> {
          clock.advance(Duration.ofSeconds(20));
          assertThat(waiting.answered(REQUEST, FakeSlack.ACME))
              .isEqualTo(new Waiting.Shown.Nothing());
        });

    waiting.show(asked(null), Language.ENGLISH);

    assertThat(slack.calls(Method.CHAT_DELETE))
        .singleElement()
        .satisfies(call -> assertThat(call).containsEntry("ts", "1764579600.000100"));
  }

  /** To Ponte, in the conversation of the two. */
  private void wrote() {
    came(Container.NONE, DIRECT, null, null);
  }
}
