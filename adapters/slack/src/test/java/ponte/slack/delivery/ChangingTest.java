package ponte.slack.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ponte.platform.Delivery;
import ponte.platform.DeliveryNotes;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.TurnLostException;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;

/** What is put in the place of a message, and what is taken away. */
class ChangingTest extends InSlack {

  private static final Destination IN_GENERAL = new Destination.InChannel(GENERAL);
  private static final Map<String, String> FIRST =
      Map.of("channel", "C0GENERAL", "ts", "1764579600.000100");

  private final Posting posting =
      new Posting(slack.api(clock), new DeliveryNotes("slack-delivery", records, clock));

  @Test
  void changesTheMessageThatWasPostedAndNothingElseOfIt() {
    posts("News.");
    slack.answers(Method.CHAT_UPDATE);

    assertThat(changes("Other news.")).isEqualTo(delivered());

    assertThat(slack.calls(Method.CHAT_UPDATE))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call)
                  .containsAllEntriesOf(FIRST)
                  .containsEntry("text", "Other news.")
                  .doesNotContainKeys("metadata", "thread_ts");
              assertThat(FakeSlack.json(call.getOrDefault("blocks", "")).toString())
                  .contains("Other news.");
            });
    assertThat(slack.calls(Method.CHAT_POST_MESSAGE)).hasSize(1);
  }

  @Test
  void removesTheMessagesThatItNeedsNoMore() {
    var paragraphs = new String[40];
    Arrays.fill(paragraphs, "word ".repeat(100));
    slack.answersInTurn(
        Method.CHAT_POST_MESSAGE,
        "{\"ok\":true,\"channel\":\"C0GENERAL\",\"ts\":\"1764579600.000100\"}",
        "{\"ok\":true,\"channel\":\"C0GENERAL\",\"ts\":\"1764579601.000200\"}");
    while (deliver(IN_GENERAL, paragraphs) instanceof Delivery.Later(var until, _, _)) {
      clock.set(until);
    }
    var parts = slack.calls(Method.CHAT_POST_MESSAGE).size();
    slack.answers(Method.CHAT_UPDATE);
    slack.answers(Method.CHAT_DELETE);

    assertThat(changes("Short news.")).isEqualTo(delivered());

    assertThat(parts).isGreaterThan(1);
    assertThat(slack.calls(Method.CHAT_UPDATE)).hasSize(1);
    assertThat(slack.calls(Method.CHAT_DELETE))
        .hasSize(parts - 1)
        .allSatisfy(
            call ->
                assertThat(call)
                    .containsEntry("channel", "C0GENERAL")
                    .containsEntry("ts", "1764579601.000200"));
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAT_UPDATE", "CHAT_DELETE"})
  void waitsAsLongAsSlackWants(Method method) {
    posts("News.");
    slack.limits(method, 30);

    assertThat(does(method))
        .isEqualTo(new Delivery.Later(clock.instant().plusSeconds(30), "slack's rate limit"));
    assertThat(does(method)).isInstanceOf(Delivery.Later.class);
    assertThat(slack.calls(method)).hasSize(1);

    clock.advance(Duration.ofSeconds(30));
    slack.answers(method);
    assertThat(does(method)).isEqualTo(delivered());
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAT_UPDATE", "CHAT_DELETE"})
  void needsNothingWhereSomebodyRemovedTheMessage(Method method) {
    posts("News.");
    slack.refuses(method, "message_not_found");

    assertThat(does(method)).isEqualTo(delivered());
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAT_UPDATE", "CHAT_DELETE"})
  void saysWhyItIsRefused(Method method) {
    posts("News.");
    slack.refuses(method, "is_inactive");

    assertThat(does(method))
        .isInstanceOfSatisfying(
            Delivery.Impossible.class,
            impossible -> assertThat(impossible.reason()).startsWith("is_inactive"));
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAT_UPDATE", "CHAT_DELETE"})
  void isTriedAgainWhereSlackIsBroken(Method method) {
    posts("News.");
    slack.says(method, aResponse().withStatus(503));

    assertThatThrownBy(() -> does(method)).isInstanceOf(PlatformUnavailableException.class);
  }

  @Test
  void changesNothingWhereAnotherHasTheTurn() {
    posts("News.");
    turn =
        () -> {
          throw new TurnLostException("another has it");
        };

    assertThatThrownBy(() -> changes("Other news.")).isInstanceOf(TurnLostException.class);

    assertThat(slack.calls(Method.CHAT_UPDATE)).isEmpty();
  }

  private void posts(String text) {
    slack.answers(Method.CHAT_POST_MESSAGE);
    assertThat(deliver(IN_GENERAL, text)).isEqualTo(delivered());
  }

  private Delivery changes(String text) {
    var place = new Destination.InPlaceOf(IN_GENERAL, "key");
    return platform.deliver(new Outgoing("changed", place, reply(text)), turn);
  }

  private Delivery does(Method method) {
    if (method == Method.CHAT_UPDATE) {
      return changes("Other news.");
    }
    return posting.remove(GENERAL, "key#0", turn);
  }
}
