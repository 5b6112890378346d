package ponte.app.rewriting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import ponte.app.observation.RewriterHealthIndicator;
import ponte.app.observation.StandingHealthIndicator;
import ponte.app.storage.Secret;
import ponte.digest.Rewriter;

/**
 * The protocol of chat completions, by OpenAI's reference and llama.cpp's and vLLM's pages of it.
 */
@WireMockTest
class ChatCompletionsTest {

  private static final String SAID = "Hi all, we moved the invoices to the new cluster on Monday.";
  private static final String SHORTER = "We moved the invoices to the new cluster on Monday.";

  private String base = "";
  private Instant now = Instant.parse("2026-03-05T12:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  @BeforeEach
  void findTheEndpoint(WireMockRuntimeInfo wireMock) {
    base = wireMock.getHttpBaseUrl() + "/v1";
  }

  @Test
  void asksForOneSentenceAtATimeAndTakesTheAnswer(WireMockRuntimeInfo wireMock) {
    answers(wireMock, okJson(completion(SHORTER, "stop")));

    var said = rewriter("key-1").rewrite(List.of(SAID));

    assertThat(said).containsExactlyEntriesOf(Map.of(SAID, SHORTER));
    wireMock
        .getWireMock()
        .verifyThat(
            1,
            postRequestedFor(urlEqualTo("/v1/chat/completions"))
                .withHeader("Authorization", equalTo("Bearer key-1"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(matchingJsonPath("$.model", equalTo("small")))
                .withRequestBody(matchingJsonPath("$.stream", equalTo("false")))
                .withRequestBody(matchingJsonPath("$.temperature", equalTo("0")))
                .withRequestBody(matchingJsonPath("$.messages[0].role", equalTo("system")))
                .withRequestBody(matchingJsonPath("$.messages[1].role", equalTo("user")))
                .withRequestBody(matchingJsonPath("$.messages[1].content", equalTo(SAID))));
  }

  @Test
  void asksWithoutAKeyWhereNoneIsSet(WireMockRuntimeInfo wireMock) {
    answers(wireMock, okJson(completion("“" + SHORTER + "”", "stop")));

    assertThat(rewriter(null).rewrite(List.of(SAID))).containsEntry(SAID, SHORTER);

    wireMock.getWireMock().verifyThat(postRequestedFor(anyUrl()).withoutHeader("Authorization"));
  }

  static Stream<ResponseDefinitionBuilder> unusable() {
    return Stream.of(
        okJson("no json"),
        okJson("[]"),
        okJson("{\"choices\":[]}"),
        okJson("{\"choices\":[{\"message\":{\"content\":null}}]}"),
        okJson("{\"choices\":[{\"message\":{\"content\":[{\"text\":\"x\"}]}}]}"),
        okJson(completion("We moved the", "length")),
        okJson(completion("", "stop")),
        okJson(completion("x".repeat(70_000), "stop")),
        aResponse().withStatus(500),
        aResponse().withStatus(401),
        aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/elsewhere"),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void hasNoOtherWordsWhereTheAnswerIsNone(
      ResponseDefinitionBuilder answer, WireMockRuntimeInfo wireMock) {
    answers(wireMock, answer);

    assertThat(rewriter(null).rewrite(List.of(SAID))).isEmpty();
  }

  @Test
  void waitsNoLongerThanItMay(WireMockRuntimeInfo wireMock) {
    answers(wireMock, okJson(completion(SHORTER, "stop")).withFixedDelay(60_000));

    assertThat(rewriter(null, Duration.ofMillis(200)).rewrite(List.of(SAID))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void leavesAnEndpointInPeaceForAsLongAsItAsks(int status, WireMockRuntimeInfo wireMock) {
    answers(wireMock, aResponse().withStatus(status).withHeader("Retry-After", "120"));
    var rewriter = rewriter(null);

    rewriter.rewrite(List.of(SAID));
    answers(wireMock, okJson(completion(SHORTER, "stop")));
    now = now.plusSeconds(119);
    var tooEarly = rewriter.rewrite(List.of(SAID));
    now = now.plusSeconds(1);

    assertThat(tooEarly).isEmpty();
    assertThat(rewriter.rewrite(List.of(SAID))).containsEntry(SAID, SHORTER);
    wireMock.getWireMock().verifyThat(2, postRequestedFor(anyUrl()));
  }

  @Test
  void tellsSinceWhenTheEndpointDoesNotAnswerUntilItDoes(WireMockRuntimeInfo wireMock) {
    var rewriter = rewriter(null);
    assertThat(ChatCompletions.troubleOf(rewriter)).isEmpty();
    var first = now;

    answers(wireMock, aResponse().withStatus(503));
    rewriter.rewrite(List.of(SAID));
    now = now.plusSeconds(60);
    answers(wireMock, aResponse().withStatus(401));
    rewriter.rewrite(List.of(SAID));
    assertThat(ChatCompletions.troubleOf(rewriter))
        .contains(new ChatCompletions.Trouble("status 401", first));

    now = now.plusSeconds(60);
    answers(wireMock, okJson(completion(SHORTER, "stop")));
    rewriter.rewrite(List.of(SAID));
    assertThat(ChatCompletions.troubleOf(rewriter)).isEmpty();
    assertThat(ChatCompletions.troubleOf(Rewriter.NONE)).isEmpty();
  }

  @Test
  void isLimitedAndNeverDownInTheHealthWhereItDoesNotAnswer(WireMockRuntimeInfo wireMock) {
    var rewriter = rewriter(null);
    var health = new RewriterHealthIndicator(rewriter);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);

    answers(wireMock, aResponse().withStatus(404));
    rewriter.rewrite(List.of(SAID));

    assertThat(health.health().getStatus()).isEqualTo(StandingHealthIndicator.LIMITED);
    assertThat(health.health().getDetails())
        .containsExactlyInAnyOrderEntriesOf(Map.of("trouble", "status 404", "awaySince", now));
  }

  private ChatCompletions rewriter(@Nullable String key) {
    return rewriter(key, Duration.ofSeconds(30));
  }

  private ChatCompletions rewriter(@Nullable String key, Duration patience) {
    return new ChatCompletions(
        new ChatCompletions.Endpoint(
            URI.create(base + "/"), "small", key == null ? null : new Secret(key)),
        patience,
        4,
        clock);
  }

  private static void answers(WireMockRuntimeInfo wireMock, ResponseDefinitionBuilder answer) {
    wireMock.getWireMock().register(post(urlEqualTo("/v1/chat/completions")).willReturn(answer));
  }

  private static String completion(String content, String reason) {
    return """
        {"id": "chatcmpl-1", "object": "chat.completion", "created": 1741176000, "model": "small",
         "choices": [{"index": 0, "message": {"role": "assistant", "content": "%s"},
                      "finish_reason": "%s"}],
         "usage": {"prompt_tokens": 120, "completion_tokens": 14, "total_tokens": 134}}"""
        .formatted(content, reason);
  }
}
