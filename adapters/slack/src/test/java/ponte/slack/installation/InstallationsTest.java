package ponte.slack.installation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.TestClock;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.SlackSync;
import ponte.slack.installation.Consent.Outcome;
import ponte.slack.installation.Installation.Rotation;
import ponte.store.InMemoryRecords;
import ponte.store.Partition;

/** How Ponte comes to a workspace, and keeps the key to it. */
class InstallationsTest {

  @RegisterExtension
  static final WireMockExtension SLACK =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private static final WorkspaceId ACME = new WorkspaceId("T9TK3CUKW");
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String OTHER_KEY =
      Base64.getEncoder()
          .encodeToString(
              "a key of thirty-two bytes, no less"
                  .substring(0, 32)
                  .getBytes(StandardCharsets.US_ASCII));
  private static final TokenOffice.App APP =
      new TokenOffice.App("3336676.569200954261", new Token("client-secret"));
  private static final URI REDIRECT = URI.create("https://ponte.example.org/slack/oauth_redirect");

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final InstallationRecords installations = kept(KEY);
  private final TokenOffice office =
      new TokenOffice(HttpClient.newHttpClient(), URI.create(SLACK.baseUrl() + "/api/"), clock);
  private final FreshInstallations fresh =
      new FreshInstallations(installations, office, APP, clock);
  private final List<WorkspaceId> installed = new ArrayList<>();
  private final Consent consent =
      new Consent(
          new Consent.Addresses(URI.create("https://slack.com/oauth/v2/authorize"), REDIRECT),
          APP,
          office,
          installations,
          new Sync(),
          new SecureRandom(),
          clock);

  private final class Sync implements SlackSync {
    @Override
    public void installed(WorkspaceId workspace) {
      installed.add(workspace);
    }

    @Override
    public void invited(ChannelId channel) {
      throw new AssertionError(channel);
    }

    @Override
    public void unknown(ChannelId channel) {
      throw new AssertionError(channel);
    }

    @Override
    public void person(PersonId person) {
      throw new AssertionError(person);
    }
  }

  private InstallationRecords kept(String key) {
    return new InstallationRecords(records, new TokenCipher(key, new SecureRandom()));
  }

  private Installation installation(@Nullable Rotation rotation) {
    return new Installation(
        ACME,
        "Acme",
        URI.create("https://acme.slack.com/"),
        null,
        "A0KRD7HC3",
        new PersonId(ACME, "U0KRQLJ9H"),
        "B0KRQ",
        new Token("xoxe.xoxb-old"),
        Set.of("chat:write"),
        new PersonId(ACME, "U1234"),
        clock.instant(),
        rotation);
  }

  private Rotation until(Duration time) {
    return new Rotation(new Token("xoxe-1-refresh"), clock.instant().plus(time));
  }

  private static void answer(String method, ResponseDefinitionBuilder response) {
    SLACK.stubFor(post(urlEqualTo("/api/" + method)).willReturn(response));
  }

  /** <https://docs.slack.dev/reference/methods/auth.test>. */
  private static void explainsTokens() {
    answer(
        "auth.test",
        okJson(
                """
                {"ok":true,"url":"https://acme.slack.com/","team":"Acme","user":"ponte",
                 "team_id":"T9TK3CUKW","user_id":"U0KRQLJ9H","bot_id":"B0KRQ","is_enterprise_install":false}
                """)
            .withHeader("X-OAuth-Scopes", "chat:write,commands"));
  }

  /** <https://docs.slack.dev/reference/methods/oauth.v2.access>. */
  private static void givesTokens() {
    answer(
        "oauth.v2.access",
        okJson(
            """
            {"ok":true,"access_token":"xoxe.xoxb-new","token_type":"bot","scope":"commands,chat:write",
             "bot_user_id":"U0KRQLJ9H","app_id":"A0KRD7HC3","expires_in":43200,"refresh_token":"xoxe-1-next",
             "team":{"name":"Acme","id":"T9TK3CUKW"},"enterprise":null,
             "authed_user":{"id":"U1234"},"is_enterprise_install":false}
            """));
  }

  @Test
  void findsWhatItKept() {
    var first = installation(until(Duration.ofHours(12)));

    installations.save(first);

    assertThat(installations.find(ACME)).contains(first);
    assertThat(kept(KEY).find(ACME)).contains(first);
    assertThat(installations.all()).containsExactly(first);
    assertThat(installations.find(new WorkspaceId("T2"))).isEmpty();
  }

  @Test
  void forgetsWhatWasRemoved() {
    installations.save(installation(null));

    installations.remove(ACME);

    assertThat(installations.find(ACME)).isEmpty();
    assertThat(installations.all()).isEmpty();
  }

  @Test
  void keepsTokensUnreadable() {
    installations.save(installation(until(Duration.ofHours(12))));

    var content =
        records
            .find(new Partition("slack-installations", "all").key(ACME.value()))
            .orElseThrow()
            .content();
    assertThat(content).doesNotContain("xoxe");
    assertThat(installation(null).toString()).doesNotContain("xoxe");
    assertThatThrownBy(() -> kept(OTHER_KEY).find(ACME))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another key");
  }

  @Test
  void readsATokenOnlyForTheWorkspaceItBelongsTo() {
    var cipher = new TokenCipher(KEY, new SecureRandom());
    var encrypted = cipher.encrypt(new Token("xoxb-1"), "T1");

    assertThat(cipher.decrypt(encrypted, "T1")).isEqualTo(new Token("xoxb-1"));
    assertThat(cipher.encrypt(new Token("xoxb-1"), "T1")).isNotEqualTo(encrypted);
    assertThatThrownBy(() -> cipher.decrypt(encrypted, "T2"))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "c2hvcnQ=", "not base 64 !!"})
  void refusesAKeyThatIsNone(String key) {
    assertThatThrownBy(() -> new TokenCipher(key, new SecureRandom()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("encryption key")
        .hasMessageNotContaining(key);
  }

  @Test
  void cannotSayWhereItIsBeforeSlackSays() {
    var one = new OneInstallation();

    assertThatThrownBy(() -> one.find(ACME)).isInstanceOf(PlatformUnavailableException.class);

    one.known(installation(null));
    assertThat(one.find(ACME)).contains(installation(null));
    one.remove(ACME);
    assertThat(one.find(ACME)).isEmpty();
    assertThat(one.all()).isEmpty();
  }

  @Test
  void asksSlackWhoseATokenIs() {
    explainsTokens();

    var grant = office.explain(new Token("xoxb-1"));

    var told = ((Grant.Granted) grant).installation();
    assertThat(told.workspace()).isEqualTo(ACME);
    assertThat(told.bot()).isEqualTo(new PersonId(ACME, "U0KRQLJ9H"));
    assertThat(told.botId()).isEqualTo("B0KRQ");
    assertThat(told.address()).isEqualTo(URI.create("https://acme.slack.com/"));
    assertThat(told.scopes()).containsExactlyInAnyOrder("chat:write", "commands");
    assertThat(Scopes.missing(told.scopes())).contains("users:read").doesNotContain("commands");
    SLACK.verify(
        postRequestedFor(urlEqualTo("/api/auth.test"))
            .withHeader("Authorization", equalTo("Bearer xoxb-1")));
  }

  @Test
  void saysWhenATokenIsGoodForNothing() {
    answer("auth.test", okJson("{\"ok\":false,\"error\":\"token_revoked\"}"));

    assertThat(office.explain(new Token("xoxb-1"))).isEqualTo(new Grant.Refused("token_revoked"));
  }

  @Test
  void tellsASlackThatIsDownFromOneThatRefuses() {
    for (var broken :
        List.of(
            aResponse().withStatus(500),
            aResponse().withStatus(429).withHeader("Retry-After", "3"),
            okJson("<html>"),
            aResponse().withFault(Fault.EMPTY_RESPONSE))) {
      answer("auth.test", broken);

      assertThatThrownBy(() -> office.explain(new Token("xoxb-1")))
          .isInstanceOf(PlatformUnavailableException.class)
          .hasMessageNotContaining("xoxb");
    }
  }

  @Test
  void isInstalledByConsent() {
    givesTokens();
    explainsTokens();

    var departure = consent.begin();
    assertThat(departure.page().toString())
        .startsWith("https://slack.com/oauth/v2/authorize?client_id=3336676.569200954261&scope=")
        .contains("app_mentions%3Aread%2Cchannels%3Ahistory")
        .contains("&redirect_uri=https%3A%2F%2Fponte.example.org%2Fslack%2Foauth_redirect")
        .endsWith("&state=" + departure.state());
    var outcome = consent.finish(departure.state(), departure.state(), "the-code");

    var kept = installations.find(ACME).orElseThrow();
    assertThat(kept.token()).isEqualTo(new Token("xoxe.xoxb-new"));
    assertThat(kept.app()).isEqualTo("A0KRD7HC3");
    assertThat(kept.installedBy()).isEqualTo(new PersonId(ACME, "U1234"));
    assertThat(kept.rotation())
        .isEqualTo(
            new Rotation(new Token("xoxe-1-next"), clock.instant().plus(Duration.ofHours(12))));
    assertThat(outcome).isInstanceOf(Outcome.Installed.class);
    assertThat(((Outcome.Installed) outcome).missing()).contains("users:read");
    assertThat(installed).containsExactly(ACME);
    SLACK.verify(
        postRequestedFor(urlEqualTo("/api/oauth.v2.access"))
            .withRequestBody(containing("code=the-code"))
            .withRequestBody(containing("client_secret=client-secret")));
  }

  /** A stranger begins as often as they like. */
  @Test
  void keepsNothingOfWhoOnlyBegins() {
    consent.begin();

    assertThat(records.kindsWith("")).isEmpty();
  }

  @Test
  void knowsWhatAnotherReplicaBegan() {
    givesTokens();
    explainsTokens();
    var state = anotherConsent(APP).begin().state();

    assertThat(consent.finish(state, state, "code")).isInstanceOf(Outcome.Installed.class);
  }

  @Test
  void isNotInstalledByWhatAnotherAppBegan() {
    var other = new TokenOffice.App(APP.clientId(), new Token("another secret"));
    var state = anotherConsent(other).begin().state();

    assertThat(consent.finish(state, state, "code")).isEqualTo(new Outcome.NotExpected());
  }

  private Consent anotherConsent(TokenOffice.App app) {
    return new Consent(
        new Consent.Addresses(URI.create("https://slack.com/oauth/v2/authorize"), REDIRECT),
        app,
        office,
        installations,
        new Sync(),
        new SecureRandom(),
        clock);
  }

  @Test
  void isNotInstalledByWhoeverDidNotBegin() {
    var state = consent.begin().state();

    assertThat(consent.finish(state, null, "code")).isEqualTo(new Outcome.NotExpected());
    assertThat(consent.finish(state, "another", "code")).isEqualTo(new Outcome.NotExpected());
    assertThat(consent.finish("made-up", "made-up", "code")).isEqualTo(new Outcome.NotExpected());
    assertThat(consent.finish("", "", "code")).isEqualTo(new Outcome.NotExpected());
    var changed = state.substring(0, 5) + (state.charAt(5) == 'A' ? 'B' : 'A') + state.substring(6);
    assertThat(consent.finish(changed, changed, "code")).isEqualTo(new Outcome.NotExpected());
    assertThat(consent.finish(null, null, "code")).isEqualTo(new Outcome.NotExpected());
    assertThat(installations.all()).isEmpty();
  }

  @Test
  void isNotInstalledAfterTenMinutes() {
    var state = consent.begin().state();
    clock.advance(Consent.PATIENCE);

    assertThat(consent.finish(state, state, "code")).isEqualTo(new Outcome.NotExpected());
  }

  @Test
  void isNotInstalledWhereSomebodyDeclinesOrSlackRefuses() {
    var first = consent.begin().state();
    assertThat(consent.finish(first, first, null)).isEqualTo(new Outcome.Declined());

    answer("oauth.v2.access", okJson("{\"ok\":false,\"error\":\"invalid_code\"}"));
    var second = consent.begin().state();
    assertThat(consent.finish(second, second, "code"))
        .isEqualTo(new Outcome.Refused("invalid_code"));
    assertThat(installations.all()).isEmpty();
  }

  @Test
  void exchangesATokenBeforeItRunsOut() {
    givesTokens();
    installations.save(installation(until(Duration.ofMinutes(29))));

    var found = fresh.find(ACME).orElseThrow();

    assertThat(found.token()).isEqualTo(new Token("xoxe.xoxb-new"));
    assertThat(installations.find(ACME)).contains(found);
    assertThat(fresh.find(ACME)).contains(found);
    SLACK.verify(
        1,
        postRequestedFor(urlEqualTo("/api/oauth.v2.access"))
            .withRequestBody(containing("grant_type=refresh_token"))
            .withRequestBody(containing("refresh_token=xoxe-1-refresh")));
  }

  @Test
  void leavesATokenThatHolds() {
    installations.save(installation(until(Duration.ofMinutes(31))));

    assertThat(fresh.find(ACME).orElseThrow().token()).isEqualTo(new Token("xoxe.xoxb-old"));
    SLACK.verify(0, postRequestedFor(urlEqualTo("/api/oauth.v2.access")));
  }

  @Test
  void goesOnWithTheOldTokenWhileSlackDoesNotAnswer() {
    answer("oauth.v2.access", aResponse().withStatus(503));
    installations.save(installation(until(Duration.ofMinutes(5))));

    assertThat(fresh.find(ACME).orElseThrow().token()).isEqualTo(new Token("xoxe.xoxb-old"));

    clock.advance(Duration.ofMinutes(6));
    assertThatThrownBy(() -> fresh.find(ACME)).isInstanceOf(PlatformUnavailableException.class);
  }

  @Test
  void exchangesATokenInOneReplicaWhileOthersUseTheOldOne() {
    givesTokens();
    installations.save(installation(until(Duration.ofMinutes(5))));
    var others = kept(KEY);
    assertThat(others.takeTurn(ACME, clock.instant().plusSeconds(30))).isTrue();

    assertThat(fresh.find(ACME).orElseThrow().token()).isEqualTo(new Token("xoxe.xoxb-old"));
    SLACK.verify(0, postRequestedFor(urlEqualTo("/api/oauth.v2.access")));

    clock.advance(Duration.ofSeconds(30));
    assertThat(fresh.find(ACME).orElseThrow().token())
        .as("whoever had the turn is dead")
        .isEqualTo(new Token("xoxe.xoxb-new"));
  }

  @Test
  void keepsWhatIsInstalledWhileATokenIsExchanged() {
    var old = installation(until(Duration.ofMinutes(5)));
    installations.save(old);
    var again = old.with(new Token("xoxe.xoxb-again"), until(Duration.ofHours(12)));
    kept(KEY).save(again);

    assertThat(installations.replace(old, old.with(new Token("xoxe.xoxb-late"), null))).isFalse();

    assertThat(installations.find(ACME)).contains(again);
    installations.remove(ACME);
    assertThat(installations.replace(again, old)).as("it is not there any more").isFalse();
    assertThat(installations.find(ACME)).isEmpty();
  }

  @Test
  void readsAnewWhatAnotherReplicaRemovedAndInstalledAgain() {
    installations.save(installation(null));
    assertThat(installations.find(ACME)).isPresent();
    var other = kept(KEY);
    other.remove(ACME);
    var again = installation(null).with(new Token("xoxb-again"), null);
    other.save(again);

    assertThat(installations.find(ACME)).contains(again);
  }
}
