package ponte.slack.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.TestClock;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.Rate;
import tools.jackson.databind.node.JsonNodeFactory;

class SlackApiTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  /** Those that a delivery or a reading may meet, each of which has a remedy of its own. */
  private static final List<String> REFUSALS =
      List.of(
          "account_inactive",
          "channel_not_found",
          "foreign_address",
          "invalid_auth",
          "invalid_blocks",
          "is_archived",
          "missing_scope",
          "msg_blocks_too_long",
          "msg_too_long",
          "not_in_channel",
          "restricted_action",
          "token_revoked",
          "user_not_in_channel");

  private final TestClock clock = TestClock.at(NOW);
  private final FakeSlack slack = new FakeSlack();
  private final SlackApi api = slack.api(clock);

  @AfterEach
  void stop() {
    slack.close();
  }

  private SlackAnswer call(Method method) {
    return api.call(FakeSlack.ACME, method, Map.of("channel", "C0GENERAL"));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void handsOverWhatSlackAnswers(Method method) {
    slack.answers(method);

    assertThat(call(method))
        .isEqualTo(new SlackAnswer.Done(FakeSlack.json(FakeSlack.payload(method.path()))));
    assertThat(slack.calls(method)).containsExactly(Map.of("channel", "C0GENERAL"));
    assertThat(slack.requests("/api/" + method.path()).getFirst().getHeader("Authorization"))
        .isEqualTo("Bearer xoxb-test");
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void asksNotAgainBeforeSlackWantsIt(Method method) {
    slack.limits(method, 30);

    assertThat(call(method)).isEqualTo(new SlackAnswer.Later(NOW.plusSeconds(30)));
    clock.advance(Duration.ofSeconds(29));
    assertThat(call(method)).isEqualTo(new SlackAnswer.Later(NOW.plusSeconds(30)));
    assertThat(slack.calls(method)).hasSize(1);

    slack.answers(method);
    clock.advance(Duration.ofSeconds(1));
    assertThat(call(method)).isInstanceOf(SlackAnswer.Done.class);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void isUnavailableWhenSlackBreaks(Method method) {
    slack.says(method, aResponse().withStatus(503).withBody("upstream connect error"));

    assertThatThrownBy(() -> call(method)).isInstanceOf(PlatformUnavailableException.class);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void isUnavailableWhenSlackDoesNotAnswerInTime(Method method) {
    slack.sleeps(method);
    var impatient = slack.impatient(clock);

    assertThatThrownBy(() -> impatient.call(FakeSlack.ACME, method, Map.of()))
        .isInstanceOf(PlatformUnavailableException.class);
  }

  static Stream<String> refusals() {
    return REFUSALS.stream();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void tellsEachRefusalOfEachMethodAndItsRemedyInBothLanguages(String error) {
    for (var method : Method.values()) {
      slack.refuses(method, error);

      assertThat(call(method)).isEqualTo(new SlackAnswer.Refused(error, ""));
    }
    var english = Remedies.in(Language.ENGLISH).reason(new SlackAnswer.Refused(error, "x:y"));
    assertThat(english).startsWith(error + ": ").doesNotContain("refused this");
    assertThat(Remedies.in(Language.ITALIAN).translated(english))
        .isNotEqualTo(english)
        .doesNotContain("ha rifiutato");
  }

  @Test
  void namesTheScopeThatIsMissing() {
    slack.answers(
        Method.USERS_LIST,
        "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"users:read\",\"provided\":\"x\"}");

    assertThat(call(Method.USERS_LIST))
        .isEqualTo(new SlackAnswer.Refused("missing_scope", "users:read"));
    assertThat(
            Remedies.in(Language.ENGLISH)
                .reason(new SlackAnswer.Refused("missing_scope", "users:read")))
        .contains("users:read");
  }

  @Test
  void saysWhatSlackFoundInTheBlocks() {
    slack.answers(
        Method.CHAT_POST_MESSAGE,
        "{\"ok\":false,\"error\":\"invalid_blocks\",\"response_metadata\":{\"messages\":"
            + "[\"[ERROR] no more than 50 items allowed [json-pointer:/blocks]\"]}}");

    assertThat(((SlackAnswer.Refused) call(Method.CHAT_POST_MESSAGE)).detail())
        .contains("no more than 50 items");
  }

  @Test
  void explainsARefusalThatNobodyForesaw() {
    var reason =
        Remedies.in(Language.ENGLISH).reason(new SlackAnswer.Refused("brand_new_error", ""));

    assertThat(reason).startsWith("brand_new_error: ").contains("brand_new_error; -");
  }

  @ParameterizedTest
  @ValueSource(strings = {"internal_error", "fatal_error", "service_unavailable"})
  void isUnavailableWhenSlackSaysThatItBroke(String error) {
    slack.refuses(Method.USERS_LIST, error);

    assertThatThrownBy(() -> call(Method.USERS_LIST))
        .isInstanceOf(PlatformUnavailableException.class);
  }

  @Test
  void isUnavailableWhenSomethingElseAnswers() {
    slack.says(Method.USERS_LIST, ok("<html>log in to the guest network</html>"));

    assertThatThrownBy(() -> call(Method.USERS_LIST))
        .isInstanceOf(PlatformUnavailableException.class);
  }

  @Test
  void waitsAWhileWhereSlackDoesNotSayHowLong() {
    slack.says(Method.USERS_LIST, aResponse().withStatus(429));

    assertThat(call(Method.USERS_LIST)).isEqualTo(new SlackAnswer.Later(NOW.plusSeconds(30)));
  }

  @Test
  void isNotInstalledEverywhere() {
    assertThat(api.call(new WorkspaceId("T0OTHER"), Method.USERS_LIST, Map.of()))
        .isEqualTo(new SlackAnswer.Refused("not_installed", "T0OTHER"));
  }

  @Test
  void postsOneMessageASecondInAChannelAndAtOnceInAnother() {
    slack.answers(Method.CHAT_POST_MESSAGE);

    call(Method.CHAT_POST_MESSAGE);

    assertThat(call(Method.CHAT_POST_MESSAGE)).isEqualTo(new SlackAnswer.Later(NOW.plusSeconds(1)));
    assertThat(api.call(FakeSlack.ACME, Method.CHAT_POST_MESSAGE, Map.of("channel", "C0OTHER")))
        .isInstanceOf(SlackAnswer.Done.class);
    clock.advance(Duration.ofSeconds(1));
    assertThat(call(Method.CHAT_POST_MESSAGE)).isInstanceOf(SlackAnswer.Done.class);
  }

  @Test
  void keepsToTheBudgetForHistories() {
    slack.answers(Method.CONVERSATIONS_HISTORY);
    var slowly = slack.api(clock, new Rate(1, Duration.ofMinutes(1)));

    slowly.call(FakeSlack.ACME, Method.CONVERSATIONS_HISTORY, Map.of());

    assertThat(slowly.call(FakeSlack.ACME, Method.CONVERSATIONS_HISTORY, Map.of()))
        .isEqualTo(new SlackAnswer.Later(NOW.plusSeconds(60)));
  }

  @Test
  void neverCallsMoreOftenThanSlackAllowsInAMinute() {
    slack.answers(Method.USERS_LIST);

    var answers = Arrays.asList(new SlackAnswer[21]);
    answers.replaceAll(_ -> call(Method.USERS_LIST));

    assertThat(answers.subList(0, 20)).allMatch(SlackAnswer.Done.class::isInstance);
    assertThat(answers.getLast()).isEqualTo(new SlackAnswer.Later(NOW.plusSeconds(60)));
  }

  @Test
  void takesWhatAResponseAddressAnswers() {
    slack.responds(ok("ok"));
    assertThat(respond()).isInstanceOf(SlackAnswer.Done.class);

    slack.responds(okJson("{\"ok\":true}"));
    assertThat(respond()).isInstanceOf(SlackAnswer.Done.class);

    slack.responds(
        aResponse().withStatus(404).withBody("{\"ok\":false,\"error\":\"expired_url\"}"));
    assertThat(respond()).isEqualTo(new SlackAnswer.Refused("expired_url", ""));

    slack.responds(aResponse().withStatus(404).withBody("used_url"));
    assertThat(respond()).isEqualTo(new SlackAnswer.Refused("used_url", ""));

    slack.responds(aResponse().withStatus(429).withHeader("Retry-After", "2"));
    assertThat(respond()).isEqualTo(new SlackAnswer.Later(NOW.plusSeconds(2)));

    slack.responds(aResponse().withStatus(502));
    assertThatThrownBy(this::respond).isInstanceOf(PlatformUnavailableException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://hooks.slack.com/commands/T1/2/abc, true",
    "https://HOOKS.slack.com:443/actions/T1/2/abc, true",
    "https://hooks.slack-gov.com/commands/T1/2/abc, true",
    "http://hooks.slack.com/commands/T1/2/abc, false",
    "https://hooks.slack.com:8443/x, false",
    "https://hooks.slack.com.evil.example/x, false",
    "https://evil.example/hooks.slack.com, false",
    "https://hooks.slack.com@evil.example/x, false",
    "https://user@hooks.slack.com/x, false",
    "https://files.slack.com/x, false",
    "https://127.0.0.1/x, false",
    "https://[::1]/x, false",
    "http://169.254.169.254/latest/meta-data, false",
    "http://localhost:8080/actuator/health, false",
    "https://2130706433/x, false",
    "file:///etc/passwd, false",
    "mailto:a@hooks.slack.com, false"
  })
  void knowsTheAddressesThatTakeReplies(URI address, boolean allowed) {
    var ofSlack = new SlackAddresses(URI.create("https://slack.com/api/"));

    assertThat(ofSlack.takesReplies(address)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "https://files.slack.com/upload/v1/abc, true",
    "https://files.slack.com.evil.example/upload, false",
    "http://files.slack.com/upload, false",
    "https://10.0.0.1/upload, false",
    "https://files.slack.com/a b, false",
    "'', false"
  })
  void knowsTheAddressesThatTakeFiles(String address, boolean allowed) {
    var ofSlack = new SlackAddresses(URI.create("https://slack.com/api/"));

    assertThat(ofSlack.forFile(address).isPresent()).isEqualTo(allowed);
  }

  @Test
  void callsNoAddressThatIsNotSlacks() {
    var elsewhere = new FakeSlack();
    try (elsewhere) {
      elsewhere.responds(ok("ok"));
      elsewhere.takesFiles();

      assertThat(
              api.respond(elsewhere.responseUrl(), JsonNodeFactory.instance.objectNode(), () -> {}))
          .isEqualTo(new SlackAnswer.Refused("foreign_address", "response_url"));
      assertThat(api.upload(elsewhere.url("/upload").toString(), new byte[] {1}))
          .isEqualTo(new SlackAnswer.Refused("foreign_address", "upload_url"));

      assertThat(elsewhere.responses()).isEmpty();
      assertThat(elsewhere.uploads()).isEmpty();
    }
  }

  @Test
  void goesNowhereThatItIsRedirectedTo() {
    var elsewhere = new FakeSlack();
    try (elsewhere) {
      elsewhere.responds(ok("ok"));
      slack.responds(
          aResponse().withStatus(307).withHeader("Location", elsewhere.responseUrl().toString()));

      assertThat(respond()).isEqualTo(new SlackAnswer.Refused("http_307", ""));

      assertThat(elsewhere.responses()).isEmpty();
    }
    var follower = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    assertThatThrownBy(
            () ->
                new SlackApi(
                    follower,
                    URI.create("https://slack.com/api/"),
                    slack.installations(),
                    SlackLimits.DEFAULT,
                    clock))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private SlackAnswer respond() {
    return api.respond(
        slack.responseUrl(), JsonNodeFactory.instance.objectNode().put("text", "Hello"), () -> {});
  }
}
