package ponte.teams.graph;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.TestClock;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.connector.Answer;

class GraphApiTest {

  private static final String TEAM = "/v1.0/teams/" + FakeGraph.GROUP;
  private static final GraphCall CALL = GraphCall.team(FakeGraph.GROUP);

  private final TestClock clock = TestClock.at("2026-03-02T09:00:00Z");
  private final FakeGraph fake = new FakeGraph();
  private final Graph graph = fake.graph(clock);

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void asksAsTheAppItselfWithATokenOfTheTenant() {
    fake.answers(TEAM, "team");

    var answer = graph.get(FakeGraph.ACME, CALL);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Done.class,
            done -> assertThat(done.body().path("visibility").stringValue("")).isEqualTo("public"));
    assertThat(fake.tokenCalls())
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.getBodyAsString())
                    .contains("grant_type=client_credentials", "client_id=app-id", ".default"));
    assertThat(fake.calls(TEAM))
        .singleElement()
        .satisfies(
            call -> assertThat(call.getHeader("Authorization")).isEqualTo("Bearer graph-token"));
  }

  @Test
  void renewsATokenThatIsNotAcceptedOnce() {
    fake.givesTokens("old", "new");
    fake.saysTo("old", TEAM, aResponse().withStatus(401));
    fake.saysTo("new", TEAM, okJson(fake.payload("team")));

    assertThat(graph.get(FakeGraph.ACME, CALL)).isInstanceOf(Answer.Done.class);
    assertThat(fake.tokenCalls()).hasSize(2);
  }

  @Test
  void takesASecondRefusalOfTheTokenForTheAnswer() {
    fake.says(TEAM, aResponse().withStatus(401));

    assertThat(graph.get(FakeGraph.ACME, CALL))
        .isInstanceOfSatisfying(
            Answer.Refused.class, refused -> assertThat(refused.status()).isEqualTo(401));
    assertThat(fake.calls(TEAM)).hasSize(2);
  }

  @Test
  void saysWhyThereIsNoToken() {
    fake.deniesTokens();

    assertThat(graph.get(FakeGraph.ACME, CALL))
        .isEqualTo(new Answer.Refused(0, "invalid_client", "AADSTS7000215"));
    assertThat(fake.calls(TEAM)).isEmpty();
  }

  @Test
  void tellsWhatIsNotPermitted() {
    fake.refuses(TEAM, 403, "forbidden");

    assertThat(graph.get(FakeGraph.ACME, CALL))
        .isEqualTo(
            new Answer.Refused(403, "Forbidden", "Missing role permissions on the request."));
  }

  @Test
  void tellsTheInnermostCodeOfARefusal() {
    fake.refuses(TEAM, 410, "gone");

    assertThat(graph.get(FakeGraph.ACME, CALL))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("resyncRequired"));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void isSilentForAsLongAsGraphWants(int status) {
    fake.limits(TEAM, status, 90);

    var until = clock.instant().plusSeconds(90);
    assertThat(graph.get(FakeGraph.ACME, CALL)).isEqualTo(new Answer.Later(until));
    clock.advance(Duration.ofSeconds(89));
    assertThat(graph.get(FakeGraph.ACME, CALL)).isEqualTo(new Answer.Later(until));
    assertThat(fake.calls(TEAM)).hasSize(1);

    fake.answers(TEAM, "team");
    clock.advance(Duration.ofSeconds(1));
    assertThat(graph.get(FakeGraph.ACME, CALL)).isInstanceOf(Answer.Done.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void saysThatGraphIsBusyWhereItDoesNotSayForHowLong(int status) {
    fake.says(TEAM, aResponse().withStatus(status));

    assertThat(graph.get(FakeGraph.ACME, CALL)).isInstanceOf(Answer.Busy.class);
  }

  @Test
  void doesNotWaitForEver() {
    fake.sleeps(TEAM);

    assertThatThrownBy(() -> fake.impatient(clock).get(FakeGraph.ACME, CALL))
        .isInstanceOf(PlatformUnavailableException.class);
  }

  @Test
  void takesWhatIsNoJsonForNoAnswer() {
    fake.says(TEAM, aResponse().withStatus(200).withBody("<html>"));

    assertThatThrownBy(() -> graph.get(FakeGraph.ACME, CALL))
        .isInstanceOf(PlatformUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/v1.0/teams/x",
        "//evil.example/v1.0/teams/x",
        "http://127.0.0.1:1/v1.0/teams/x",
        "file:///etc/passwd",
        "../beta/teams/x",
        "/beta/teams/x",
        "v1.0@evil.example/%zz"
      })
  void followsNoLinkThatLeadsElsewhere(String link) {
    assertThat(graph.get(FakeGraph.ACME, GraphCall.link(FakeGraph.GROUP, link)))
        .isEqualTo(new Answer.Refused(0, GraphApi.FOREIGN_LINK, ""));
    assertThat(fake.tokenCalls()).isEmpty();
  }

  @Test
  void followsNoLinkThatNamesAnother() {
    var host = fake.base().getAuthority();
    var link = fake.base().toString().replace(host, "evil@" + host) + "teams/x";

    assertThat(graph.get(FakeGraph.ACME, GraphCall.link(FakeGraph.GROUP, link)))
        .isEqualTo(new Answer.Refused(0, GraphApi.FOREIGN_LINK, ""));
  }

  @Test
  void followsGraphsOwnLinksWhateverTheyHold() {
    fake.answersWhere(TEAM + "/channels", "$skiptoken", "{a b}", "channels");

    var link = fake.base() + "teams/" + FakeGraph.GROUP + "/channels?$skiptoken={a b}";
    assertThat(graph.get(FakeGraph.ACME, GraphCall.link(FakeGraph.GROUP, link)))
        .isInstanceOf(Answer.Done.class);
  }

  @Test
  void asksForOneTeamNoFasterThanGraphAllows() {
    fake.answers(TEAM, "team");

    var answers =
        Collections.nCopies(5, CALL).stream().map(call -> graph.get(FakeGraph.ACME, call)).toList();

    assertThat(answers.subList(0, 4)).hasOnlyElementsOfType(Answer.Done.class);
    assertThat(answers.getLast()).isInstanceOf(Answer.Later.class);
  }

  @Test
  void asksForWhatThePagesName() {
    assertThat(GraphCall.messages("g", "19:a@thread.tacv2").target())
        .isEqualTo("teams/g/channels/19%3Aa%40thread.tacv2/messages?$top=50&$expand=replies");
    assertThat(
            GraphCall.changes("g", "19:a@thread.tacv2", Instant.parse("2026-03-02T08:55:00Z"))
                .target())
        .endsWith(
            "/messages/delta?$top=50&$expand=replies"
                + "&$filter=lastModifiedDateTime%20gt%202026-03-02T08%3A55%3A00Z");
    assertThat(GraphCall.people(List.of("a", "b'c")).target())
        .endsWith("&$filter=id%20in%20%28%27a%27%2C%27b%27%27c%27%29");
    assertThat(GraphApi.scope(URI.create("https://graph.microsoft.com/v1.0/")))
        .isEqualTo("https://graph.microsoft.com/.default");
  }
}
