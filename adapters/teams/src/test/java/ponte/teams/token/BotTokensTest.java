package ponte.teams.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.TestClock;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.token.TokenCheck.Verdict;

/** Real tokens of a local issuer: the good one passes, and each way of being wrong is refused. */
class BotTokensTest {

  private static final String APP = "11111111-2222-3333-4444-555555555555";
  private static final String SERVICE = "https://smba.trafficmanager.net/emea/";
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  private static TestIssuer issuer;

  private final TestClock clock = TestClock.at(NOW);
  private final BotTokens tokens = tokens(issuer);

  @BeforeAll
  static void makeKeys() {
    issuer = new TestIssuer();
  }

  @AfterAll
  static void close() {
    issuer.close();
  }

  private BotTokens tokens(TestIssuer of) {
    return new BotTokens(
        new IssuerKeys(HTTP, of.issuer(), Runnable::run, clock), of.issuer(), APP, clock);
  }

  private static String bearer(UnaryOperator<JWTCreator.Builder> otherwise) {
    return "Bearer " + issuer.token("key-1", APP, SERVICE, NOW, otherwise);
  }

  private static void assertRefused(BotTokens by, @Nullable String authorization) {
    assertThat(by.of(authorization)).isInstanceOf(Verdict.Refused.class);
  }

  @Test
  void takesATokenOfTheIssuerForThisApp() {
    var verdict = tokens.of("Bearer " + issuer.token(APP, SERVICE, NOW));

    assertThat(verdict).isInstanceOf(Verdict.Genuine.class);
    var credential = ((Verdict.Genuine) verdict).credential();
    assertThat(credential.covers("msteams", SERVICE)).isTrue();
  }

  @Test
  void coversNoOtherServiceAndNoOtherChannelThanTheTokenDoes() {
    var credential =
        ((Verdict.Genuine) tokens.of("bearer " + issuer.token(APP, SERVICE, NOW))).credential();

    assertThat(credential.covers("msteams", "https://smba.trafficmanager.net/amer/")).isFalse();
    assertThat(credential.covers("msteams", "https://evil.example/")).isFalse();
    assertThat(credential.covers("msteams", "")).isFalse();
    assertThat(credential.covers("webchat", SERVICE)).isFalse();
  }

  @Test
  void coversNothingWhereTheTokenNamesNoService() {
    var verdict = tokens.of(bearer(claims -> claims.withNullClaim("serviceurl")));

    assertThat(((Verdict.Genuine) verdict).credential().covers("msteams", SERVICE)).isFalse();
  }

  @Test
  void coversNothingOfTeamsWhereTheKeyIsNotEndorsedForIt() {
    issuer.publish("for-webchat", "\"webchat\", \"directline\"");

    var verdict =
        tokens(issuer).of("Bearer " + issuer.token("for-webchat", APP, SERVICE, NOW, c -> c));

    var credential = ((Verdict.Genuine) verdict).credential();
    assertThat(credential.covers("msteams", SERVICE)).isFalse();
    assertThat(credential.covers("webchat", SERVICE)).isFalse();
  }

  @Test
  void refusesARequestWithoutAToken() {
    assertRefused(tokens, null);
    assertRefused(tokens, "");
    assertRefused(tokens, "Bearer ");
    assertRefused(tokens, "Basic " + issuer.token(APP, SERVICE, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "a.b.c",
        "..",
        "eyJhbGciOiJSUzI1NiJ9.e30.",
        "eyJhbGciOiJSUzI1NiJ9.bm90IGpzb24.AAAA",
        "\u0000\u0001",
        "null"
      })
  void refusesGarbage(String token) {
    assertRefused(tokens, "Bearer " + token);
  }

  @Test
  void refusesAKeyOfSomebodyElseUnderTheNameOfThePublishedOne() {
    try (var forger = new TestIssuer()) {
      assertRefused(tokens, "Bearer " + forger.token(APP, SERVICE, NOW));
    }
  }

  @Test
  void refusesAKeyThatIsNotPublished() {
    assertRefused(tokens, "Bearer " + issuer.token("unheard-of", APP, SERVICE, NOW, c -> c));
  }

  @Test
  void refusesATokenWhoseWordsWereChangedAfterSigning() {
    var parts = issuer.token(APP, "https://evil.example/", NOW).split("\\.");
    var good = issuer.token(APP, SERVICE, NOW).split("\\.");

    assertRefused(tokens, "Bearer " + good[0] + "." + parts[1] + "." + good[2]);
  }

  @Test
  void refusesATokenThatIsNotSigned() {
    var none =
        JWT.create()
            .withKeyId("key-1")
            .withIssuer(TestIssuer.NAME)
            .withAudience(APP)
            .withExpiresAt(NOW.plus(Duration.ofHours(1)))
            .sign(Algorithm.none());

    assertRefused(tokens, "Bearer " + none);
  }

  @Test
  void refusesAPublicKeyUsedAsASharedSecret() {
    var secret = issuer.pair("key-1").getPublic().getEncoded();
    var token =
        JWT.create()
            .withKeyId("key-1")
            .withIssuer(TestIssuer.NAME)
            .withAudience(APP)
            .withExpiresAt(NOW.plus(Duration.ofHours(1)))
            .sign(Algorithm.HMAC256(secret));

    assertRefused(tokens, "Bearer " + token);
  }

  @Test
  void refusesATokenForAnotherApp() {
    assertRefused(tokens, bearer(claims -> claims.withAudience("another app")));
    assertRefused(tokens, bearer(claims -> claims.withAudience(APP, "another app")));
    assertRefused(tokens, bearer(claims -> claims.withNullClaim("aud")));
    assertRefused(tokens, bearer(claims -> claims.withAudience("")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.botframework.com/",
        "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
        "https://login.microsoftonline.com/botframework.com/v2.0",
        ""
      })
  void refusesATokenOfAnotherIssuerThoughItsKeyIsGood(String name) {
    assertRefused(tokens, bearer(claims -> claims.withIssuer(name)));
  }

  @Test
  void refusesATokenThatHasExpiredMoreThanFiveMinutesAgo() {
    assertRefused(tokens, bearer(claims -> claims.withExpiresAt(NOW.minusSeconds(301))));
    assertThat(tokens.of(bearer(claims -> claims.withExpiresAt(NOW.minusSeconds(299)))))
        .isInstanceOf(Verdict.Genuine.class);
  }

  @Test
  void refusesATokenThatHoldsOnlyLater() {
    assertRefused(tokens, bearer(claims -> claims.withNotBefore(NOW.plusSeconds(302))));
    assertThat(tokens.of(bearer(claims -> claims.withNotBefore(NOW.plusSeconds(299)))))
        .isInstanceOf(Verdict.Genuine.class);
  }

  @Test
  void refusesATokenThatHoldsForEver() {
    assertRefused(tokens, bearer(claims -> claims.withNullClaim("exp")));
  }

  @Test
  void refusesATokenWhoseHeaderNamesNoKey() {
    var header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8));
    var parts = issuer.token(APP, SERVICE, NOW).split("\\.");

    assertRefused(tokens, "Bearer " + header + "." + parts[1] + "." + parts[2]);
  }

  @Test
  void hasNoAppWithoutAName() {
    var keys = new IssuerKeys(HTTP, issuer.issuer(), Runnable::run, clock);

    assertThatThrownBy(() -> new BotTokens(keys, issuer.issuer(), " ", clock))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void asksForNoKeysWhereATokenIsPlainlyForeign() {
    try (var other = new TestIssuer()) {
      var fresh = tokens(other);

      assertRefused(fresh, "Bearer garbage");
      assertRefused(fresh, bearer(claims -> claims.withAudience("another app")));

      assertThat(other.readings()).isZero();
    }
  }

  @Test
  void cannotSayWhoseATokenIsWhileTheIssuerDoesNotAnswer() {
    try (var silent = new TestIssuer()) {
      var fresh = tokens(silent);
      for (var answer :
          List.of(
              WireMock.status(500),
              WireMock.ok("no json"),
              WireMock.okJson("{}"),
              WireMock.okJson("{\"issuer\":\"" + TestIssuer.NAME + "\"}"),
              WireMock.okJson(
                  "{\"issuer\":\"" + TestIssuer.NAME + "\",\"jwks_uri\":\"file:///etc/keys\"}"),
              WireMock.okJson(
                  "{\"issuer\":\""
                      + TestIssuer.NAME
                      + "\",\"jwks_uri\":\"https://evil.example/\"}"),
              WireMock.okJson(
                  "{\"issuer\":\""
                      + TestIssuer.NAME
                      + "\",\"jwks_uri\":\"http://127.0.0.1:1/\"}"))) {
        silent.answersMetadata(answer);

        assertThatThrownBy(() -> fresh.of("Bearer " + silent.token(APP, SERVICE, NOW)))
            .isInstanceOf(PlatformUnavailableException.class);
        clock.advance(IssuerKeys.BETWEEN_READINGS);
      }
    }
  }

  @Test
  void trustsNoKeysThatAnotherIssuerPublishes() {
    try (var other = new TestIssuer()) {
      other.tellsMetadata("https://evil.example");

      assertThatThrownBy(() -> tokens(other).of("Bearer " + other.token(APP, SERVICE, NOW)))
          .isInstanceOf(PlatformUnavailableException.class);
    }
  }
}
