package ponte.teams.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.TurnLostException;
import ponte.teams.connector.FakeTeams;

/**
 * What is put in the place of an activity, and what is taken away:
 * <https://learn.microsoft.com/en-us/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#update-activity>.
 */
class ChangingTest extends InTeams {

  private static final Destination IN_GENERAL = new Destination.InChannel(GENERAL);
  private static final String ACTIVITY =
      "v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D17/activities/";

  @Test
  void putsACardInThePlaceOfTheOneThatWasPosted() {
    posts("News.");

    assertThat(changes("Other news.")).isEqualTo(delivered());

    assertThat(teams.calls("PUT"))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.path()).isEqualTo(ACTIVITY + "17");
              assertThat(call.body().path("type").stringValue("")).isEqualTo("message");
              assertThat(call.body().at("/attachments/0/content/fallbackText").stringValue(""))
                  .isEqualTo("Other news.");
            });
    assertThat(teams.calls("POST")).hasSize(1);
  }

  @Test
  void removesTheActivitiesThatItNeedsNoMore() {
    var part = "è ".repeat(1400);
    postsParts(part);

    assertThat(changes("Short news.")).isEqualTo(delivered());

    assertThat(teams.calls("PUT"))
        .extracting(FakeTeams.Called::path)
        .containsExactly(ACTIVITY + "17");
    assertThat(teams.calls("DELETE"))
        .isNotEmpty()
        .hasSize(teams.calls("POST").size() - 1)
        .allSatisfy(call -> assertThat(call.path()).isEqualTo(ACTIVITY + "18"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE"})
  void waitsAsLongAsTeamsWants(String method) {
    postsParts("è ".repeat(1400));
    teams.says(method, ".*", aResponse().withStatus(429).withHeader("Retry-After", "7"));

    assertThat(changes("Short news."))
        .isInstanceOfSatisfying(
            Delivery.Later.class,
            later -> assertThat(later.notBefore()).isEqualTo(clock.instant().plusSeconds(7)));
    assertThat(teams.calls(method)).hasSize(1);

    clock.advance(Duration.ofSeconds(7));
    teams.says(method, ".*", okJson("{\"id\":\"17\"}"));
    assertThat(changes("Short news.")).isEqualTo(delivered());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE"})
  void needsNothingWhereSomebodyRemovedTheActivity(String method) {
    postsParts("è ".repeat(1400));
    teams.says(method, ".*", FakeTeams.refusal(404, "ActivityNotFoundInConversation"));

    assertThat(changes("Short news.")).isEqualTo(delivered());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE"})
  void saysWhyItIsRefused(String method) {
    postsParts("è ".repeat(1400));
    teams.says(method, ".*", FakeTeams.refusal(403, "BotNotInConversationRoster"));

    assertThat(changes("Short news.")).isInstanceOf(Delivery.Impossible.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE"})
  void isTriedAgainWhereTeamsIsBroken(String method) {
    postsParts("è ".repeat(1400));
    teams.says(method, ".*", aResponse().withStatus(503));

    assertThatThrownBy(() -> changes("Short news."))
        .isInstanceOf(PlatformUnavailableException.class);
  }

  @Test
  void changesNothingWhereAnotherHasTheTurn() {
    posts("News.");

    var place = new Destination.InPlaceOf(IN_GENERAL, "key");
    assertThatThrownBy(
            () ->
                platform.deliver(
                    new Outgoing("changed", place, reply("Other news.")),
                    () -> {
                      throw new TurnLostException("another has it");
                    }))
        .isInstanceOf(TurnLostException.class);

    assertThat(teams.calls("PUT")).isEmpty();
  }

  private void posts(String text) {
    teams.says("POST", ".*/activities", okJson("{\"id\":\"17\"}"));
    assertThat(deliver(IN_GENERAL, text)).isEqualTo(delivered());
  }

  /** More than fits into one activity. */
  private void postsParts(String part) {
    teams.saysInTurn("POST", ".*/activities", okJson("{\"id\":\"17\"}"), okJson("{\"id\":\"18\"}"));
    assertThat(deliver(IN_GENERAL, part, part, part, part, part, part)).isEqualTo(delivered());
    assertThat(teams.calls("POST")).hasSizeGreaterThan(1);
  }

  private Delivery changes(String text) {
    var place = new Destination.InPlaceOf(IN_GENERAL, "key");
    return platform.deliver(new Outgoing("changed", place, reply(text)), () -> {});
  }
}
