package ponte.teams.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.TestClock;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.reference.Service;
import ponte.teams.reference.Team;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ConnectorTest {

  private static final String CHANNEL = "19:abc@thread.tacv2";
  private static final String ACTIVITIES = "v3/conversations/19%3Aabc%40thread.tacv2/activities";

  private final TestClock clock = TestClock.at("2025-12-01T09:00:00Z");
  private final FakeTeams teams = new FakeTeams();
  private final Connector connector = teams.connector(clock);

  @AfterEach
  void stop() {
    teams.close();
  }

  private Answer call(Call call) {
    return connector.call(teams.service(), call);
  }

  private Answer post() {
    return call(Call.post(CHANNEL, hello()));
  }

  private static ObjectNode hello() {
    return JsonNodeFactory.instance.objectNode().put("type", "message").put("text", "Hello");
  }

  @Test
  void postsWithATokenAndTellsTheIdOfTheMessage() {
    assertThat(post())
        .isInstanceOfSatisfying(
            Answer.Done.class,
            done -> assertThat(done.body().path("id").stringValue("")).isEqualTo("1764579600123"));

    var called = teams.calls().getFirst();
    assertThat(called.method()).isEqualTo("POST");
    assertThat(called.path()).isEqualTo(ACTIVITIES);
    assertThat(called.authorization()).isEqualTo("Bearer token-1");
    assertThat(called.body()).isEqualTo(hello());
  }

  @Test
  void doesNotAskToUpgradeWithoutTls() {
    post();

    assertThat(teams.calls().getFirst().asksToUpgrade()).isFalse();
  }

  @Test
  void writesEachCallAsThePagesSay() {
    call(Call.post(CHANNEL + ";messageid=17", hello()));
    call(Call.postPrivately(CHANNEL, hello()));
    call(Call.update(CHANNEL, "17/1", hello()));
    call(Call.delete(CHANNEL, "17"));
    call(Call.members(CHANNEL, ""));
    call(Call.members(CHANNEL, "a=b&c"));
    call(Call.member(CHANNEL, "29:1XJ"));
    call(Call.channels(new Team(FakeTeams.ACME, CHANNEL, null)));
    call(Call.open(FakeTeams.ACME, FakeTeams.BOT, "29:1XJ"));

    assertThat(teams.calls())
        .extracting(called -> called.method() + " " + called.path())
        .containsExactlyInAnyOrder(
            "POST v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D17/activities",
            "POST " + ACTIVITIES + "?isTargetedActivity=true",
            "PUT " + ACTIVITIES + "/17%2F1",
            "DELETE " + ACTIVITIES + "/17",
            "GET v3/conversations/19%3Aabc%40thread.tacv2/pagedmembers?pageSize=500",
            "GET v3/conversations/19%3Aabc%40thread.tacv2/pagedmembers?pageSize=500"
                + "&continuationToken=a%3Db%26c",
            "GET v3/conversations/19%3Aabc%40thread.tacv2/members/29%3A1XJ",
            "GET v3/teams/19%3Aabc%40thread.tacv2/conversations",
            "POST v3/conversations");
    assertThat(
            teams.calls().stream()
                .filter(called -> called.path().equals("v3/conversations"))
                .map(called -> called.body().toString()))
        .containsExactly(
            "{\"isGroup\":false,\"bot\":{\"id\":\""
                + FakeTeams.BOT
                + "\"},\"members\":[{\"id\":\"29:1XJ\"}],\"tenantId\":\""
                + FakeTeams.ACME
                + "\",\"channelData\":{\"tenant\":{\"id\":\""
                + FakeTeams.ACME
                + "\"}}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", " "})
  void takesNoIdThatLeadsElsewhere(String id) {
    assertThatThrownBy(() -> Call.post(id, hello())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void asksForAnotherTokenOnceWhenOneIsNotAccepted() {
    teams.givesTokens("old", "new");
    teams.saysInTurn("POST", ".*", aResponse().withStatus(401), okJson("{\"id\":\"1\"}"));

    assertThat(post()).isInstanceOf(Answer.Done.class);

    assertThat(teams.calls())
        .extracting(FakeTeams.Called::authorization)
        .containsExactlyInAnyOrder("Bearer old", "Bearer new");
  }

  @Test
  void givesUpWhenTheOtherTokenIsNotAcceptedEither() {
    teams.says("POST", ".*", FakeTeams.refusal(401, "BotNotRegistered"));

    assertThat(post()).isEqualTo(new Answer.Refused(401, "BotNotRegistered", "No."));

    assertThat(teams.calls()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "400, Bad Argument, BadArgument",
    "403, BotDisabledByAdmin, BotDisabledByAdmin",
    "403, BotNotInConversationRoster, BotNotInConversationRoster",
    "403, ConversationBlockedByUser, ConversationBlockedByUser",
    "403, ForbiddenOperationException, ForbiddenOperationException",
    "404, ConversationNotFound, ConversationNotFound",
    "404, ActivityNotFoundInConversation, ActivityNotFoundInConversation",
    "413, MessageSizeTooBig, MessageSizeTooBig",
    "500, ServiceError, ServiceError"
  })
  void tellsWhyItIsRefusedAndAsksNoMore(int status, String said, String code) {
    teams.says("POST", ".*", FakeTeams.refusal(status, said));

    assertThat(post()).isEqualTo(new Answer.Refused(status, code, "No."));

    assertThat(teams.calls()).hasSize(1);
  }

  @Test
  void readsTheOtherShapeOfRefusals() {
    teams.says(
        "POST",
        ".*",
        aResponse()
            .withStatus(403)
            .withBody(
                "{\"errorCode\":209,\"message\":\"{\\r\\n  \\\"subCode\\\": \\\"MessageWritesBlocked"
                    + "\\\",\\r\\n  \\\"details\\\": \\\"Thread is blocked from message writes.\\\","
                    + "\\r\\n  \\\"errorCode\\\": null,\\r\\n  \\\"errorSubCode\\\": null\\r\\n}\"}"));

    assertThat(post())
        .isEqualTo(
            new Answer.Refused(
                403, "MessageWritesBlocked", "Thread is blocked from message writes."));
  }

  @ParameterizedTest
  @ValueSource(ints = {412, 502, 503, 504})
  void isToBeAskedAgainWhereThePlatformSaysSo(int status) {
    teams.says("POST", ".*", aResponse().withStatus(status).withBody("<html>"));

    assertThat(post()).isInstanceOf(Answer.Busy.class);
  }

  @Test
  void waitsAsLongAsTeamsWantsAndAsksNothingMeanwhile() {
    teams.says("POST", ".*", aResponse().withStatus(429).withHeader("Retry-After", "7"));

    var until = clock.instant().plusSeconds(7);
    assertThat(post()).isEqualTo(new Answer.Later(until));
    assertThat(post()).isEqualTo(new Answer.Later(until));
    assertThat(teams.calls()).hasSize(1);

    clock.advance(Duration.ofSeconds(7));
    teams.says("POST", ".*", okJson("{\"id\":\"1\"}"));
    assertThat(post()).isInstanceOf(Answer.Done.class);
  }

  @Test
  void leavesThePauseToWhoCalledWhereTeamsNamesNone() {
    teams.says("POST", ".*", aResponse().withStatus(429));

    assertThat(post()).isEqualTo(new Answer.Busy("teams: too many requests"));
  }

  @Test
  void postsNoFasterThanAConversationTakes() {
    for (int i = 0; i < 8; i++) {
      assertThat(post()).isInstanceOf(Answer.Done.class);
    }

    assertThat(post()).isEqualTo(new Answer.Later(clock.instant().plusSeconds(2)));
    assertThat(call(Call.post("19:other@thread.tacv2", hello()))).isInstanceOf(Answer.Done.class);
  }

  @Test
  void doesNotKnowWhatBecameOfACallWithoutAnAnswer() {
    teams.says("POST", ".*", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThatThrownBy(this::post).isInstanceOf(PlatformUnavailableException.class);

    teams.says("POST", ".*", okJson("{}").withFixedDelay(60_000));
    var hasty = teams.connector(clock, Duration.ofMillis(200));
    assertThatThrownBy(() -> hasty.call(teams.service(), Call.post(CHANNEL, hello())))
        .isInstanceOf(PlatformUnavailableException.class);
  }

  @Test
  void knowsThatNothingWasDoneWhereNobodyListens() {
    var service = teams.service();
    teams.tokens(clock);
    connector.call(service, Call.post(CHANNEL, hello()));
    var nobody = new Service(FakeTeams.ACME, URI.create("http://127.0.0.1:1/"), FakeTeams.BOT);

    assertThat(connector.call(nobody, Call.post(CHANNEL, hello()))).isInstanceOf(Answer.Busy.class);
  }

  @Test
  void knowsThatNothingWasDoneWithoutAToken() {
    teams.login(aResponse().withStatus(503));
    assertThat(post()).isInstanceOf(Answer.Busy.class);

    teams.login(aResponse().withStatus(400).withBody("{\"error\":\"unauthorized_client\"}"));
    assertThat(post()).isEqualTo(new Answer.Refused(0, "unauthorized_client", ""));
    assertThat(teams.calls()).isEmpty();
  }

  @Test
  void sendsItsTokenToNoOtherHost() {
    var service =
        new Service(FakeTeams.ACME, URI.create("https://evil.example/emea/"), FakeTeams.BOT);

    assertThat(connector.call(service, Call.post(CHANNEL, hello())))
        .isEqualTo(new Answer.Refused(0, "ServiceUrlNotAllowed", "evil.example"));
    assertThat(teams.logins()).isEmpty();
  }

  @Test
  void followsNoRedirects() {
    teams.says(
        "POST", ".*", aResponse().withStatus(302).withHeader("Location", "https://evil.example/"));

    assertThat(post()).isEqualTo(new Answer.Refused(302, "http_302", ""));
    var follower = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    assertThatThrownBy(
            () ->
                new Connector(
                    follower,
                    teams.tokens(clock),
                    AccessTokens.ANY_TENANT,
                    ServiceUrls.ofThisMachine(),
                    Duration.ofSeconds(1),
                    clock))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://smba.trafficmanager.net/emea/, true",
    "https://SMBA.trafficmanager.net/amer/72f988bf/, true",
    "https://smba.infra.gcc.teams.microsoft.com/, true",
    "http://smba.trafficmanager.net/emea/, false",
    "https://smba.trafficmanager.net:8443/emea/, false",
    "https://smba.trafficmanager.net.evil.example/, false",
    "https://evil.trafficmanager.net/, false",
    "https://smba.trafficmanager.net@evil.example/, false",
    "https://user@smba.trafficmanager.net/, false",
    "https://127.0.0.1/, false",
    "https://[::1]/, false",
    "https://2130706433/, false",
    "https://smba.trafficmanager.net/emea/?to=, false",
    "https://smba.trafficmanager.net/emea/#, false",
    "http://localhost:3978/, false",
    "file:///etc/passwd, false"
  })
  void knowsTheHostsOfMicrosoft(URI url, boolean allowed) {
    assertThat(ServiceUrls.ofMicrosoft().allows(url)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:56150/, true",
    "http://127.0.0.1:56150/_connector, true",
    "https://smba.trafficmanager.net/emea/, false",
    "http://169.254.169.254/latest/, false",
    "ftp://localhost/, false"
  })
  void staysOnThisMachineWhereItIsMeantTo(URI url, boolean allowed) {
    assertThat(ServiceUrls.ofThisMachine().allows(url)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme-my.sharepoint.com/personal/anna/drive, true",
    "https://sharepoint.com.evil.example/, false",
    "https://evilsharepoint.com/, false",
    "https://user@acme-my.sharepoint.com/, false",
    "https://acme-my.sharepoint.com:8443/, false",
    "https://169.254.169.254/latest, false",
    "http://acme-my.sharepoint.com/, false"
  })
  void putsFilesWherePeoplesOwnFilesAre(URI url, boolean allowed) {
    assertThat(ServiceUrls.ofMicrosoft().allowsUpload(url)).isEqualTo(allowed);
  }
}
