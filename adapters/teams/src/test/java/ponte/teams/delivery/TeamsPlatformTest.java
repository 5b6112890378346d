package ponte.teams.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.conversation.ChannelId;
import ponte.conversation.EventId;
import ponte.conversation.WorkspaceId;
import ponte.platform.ChatPlatform.Capability;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.PlatformUnavailableException;
import ponte.teams.connector.FakeTeams;

class TeamsPlatformTest extends InTeams {

  private static final Destination IN_GENERAL = new Destination.InChannel(GENERAL);

  @Test
  void servesTheTenantsThatItWasHeardIn() {
    var elsewhere = new ChannelId(new WorkspaceId("other"), "19:x@thread.tacv2");

    assertThat(platform.serves(IN_GENERAL)).isTrue();
    assertThat(platform.serves(new Destination.InChannel(elsewhere))).isFalse();
    assertThat(platform.serves(answer(GENERAL, null))).isTrue();
    assertThat(
            platform.serves(new Destination.Answer(new EventId("console:1"), ANNA, GENERAL, null)))
        .isFalse();
  }

  @Test
  void saysWhatItCanDo() {
    assertThat(platform.capabilities())
        .containsExactlyInAnyOrder(Capability.THREADS, Capability.FORMS, Capability.HOME_PAGE);
    assertThat(platform(connector, PrivateReplies.TARGETED).capabilities())
        .contains(Capability.PRIVATE_REPLIES);
  }

  @Test
  void postsACardInAChannelOnceHoweverOftenItIsTold() {
    assertThat(deliver(IN_GENERAL, "News")).isEqualTo(delivered());
    assertThat(deliver(IN_GENERAL, "News")).isEqualTo(delivered());

    assertThat(teams.calls("POST"))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(conversation(call.path())).isEqualTo(GENERAL.value());
              var attachment = call.body().path("attachments").get(0);
              assertThat(attachment.path("contentType").stringValue(""))
                  .isEqualTo("application/vnd.microsoft.card.adaptive");
              assertThat(attachment.path("content").path("fallbackText").stringValue(""))
                  .isEqualTo("News");
            });
  }

  @Test
  void putsWhatDoesNotFitIntoOneMessageUnderTheFirst() {
    teams.says("POST", ".*", okJson("{\"id\":\"17\"}"));
    var long3 = "è ".repeat(1400);

    deliver(IN_GENERAL, long3, long3, long3, long3, long3, long3);

    assertThat(teams.calls("POST"))
        .extracting(call -> conversation(call.path()))
        .contains(GENERAL.value(), GENERAL.value() + ";messageid=17")
        .hasSizeGreaterThan(1);
  }

  @Test
  void tellsEachOfSeveralPeopleInTheirOwnChatAndOffersOneForAll() {
    assertThat(deliver(new Destination.Together(Set.of(ANNA, BRUNO)), "Meet."))
        .isEqualTo(delivered());

    assertThat(posted())
        .containsExactlyInAnyOrder("a:anna: Meet.", "a:" + BRUNO.value() + ": Meet.");
    assertThat(teams.calls("POST").stream().map(call -> call.body().toString()))
        .anyMatch(body -> body.contains("chat/0/0?users=bruno.verdi%40acme.example"))
        .anyMatch(body -> body.contains("chat/0/0?users=anna.neri%40acme.example"));
  }

  private static final Destination BOTH = new Destination.Together(Set.of(ANNA, BRUNO));

  /** Anna's chat, who is written to first, and Bruno's. */
  private static final String TO_ANNA = "v3/conversations/a%3Aanna/activities";

  private static final String TO_BRUNO = "v3/conversations/a%3A" + BRUNO.value() + "/activities";

  @Test
  void saysThatSomebodyHasItWhereTheOtherHasToWait() {
    teams.says("POST", TO_BRUNO, aResponse().withStatus(429).withHeader("Retry-After", "30"));

    assertThat(deliver(BOTH, "Meet."))
        .isEqualTo(new Delivery.Later(NOW.plusSeconds(30), "teams' rate limit", true));

    teams.says("POST", TO_BRUNO, okJson("{\"id\":\"17\"}"));
    clock.advance(Duration.ofSeconds(30));
    assertThat(deliver(BOTH, "Meet.")).isEqualTo(delivered());
    assertThat(posted()).filteredOn("a:anna: Meet."::equals).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {412, 502, 503, 504})
  void saysThatSomebodyHasItWhereTeamsDoesNotAnswerForTheOther(int status) {
    teams.says("POST", TO_BRUNO, aResponse().withStatus(status));

    assertThat(deliver(BOTH, "Meet."))
        .isInstanceOfSatisfying(
            Delivery.Later.class,
            later -> {
              assertThat(later.begun()).isTrue();
              assertThat(later.notBefore()).isAfter(NOW);
            });

    teams.says("POST", TO_BRUNO, okJson("{\"id\":\"17\"}"));
    assertThat(deliver(BOTH, "Meet.")).isEqualTo(delivered());
    assertThat(posted()).filteredOn("a:anna: Meet."::equals).hasSize(1);
  }

  @Test
  void saysThatNobodyHasItWhereTheFirstOneHasToWait() {
    teams.says("POST", TO_ANNA, aResponse().withStatus(429).withHeader("Retry-After", "30"));

    assertThat(deliver(BOTH, "Meet."))
        .isEqualTo(new Delivery.Later(NOW.plusSeconds(30), "teams' rate limit", false));
    assertThat(posted()).noneMatch(each -> each.contains(BRUNO.value()));
  }

  @Test
  void saysThatNobodyHasItWhereTheFirstOneCannotBeToldAndTheOtherHasToWait() {
    teams.says("POST", TO_ANNA, FakeTeams.refusal(403, "ForbiddenOperationException"));
    teams.says("POST", TO_BRUNO, aResponse().withStatus(429).withHeader("Retry-After", "30"));

    assertThat(deliver(BOTH, "Meet."))
        .isEqualTo(new Delivery.Later(NOW.plusSeconds(30), "teams' rate limit", false));
  }

  @Test
  void leavesItToALaterTryWhereTeamsDoesNotAnswerForTheFirstOne() {
    teams.says("POST", TO_ANNA, aResponse().withStatus(503));

    assertThatThrownBy(() -> deliver(BOTH, "Meet."))
        .isInstanceOf(PlatformUnavailableException.class);
    assertThat(posted()).noneMatch(each -> each.contains(BRUNO.value()));
  }

  @Test
  void remembersAChatThatItOpened() {
    var toBruno = new Destination.Together(Set.of(BRUNO));

    platform.deliver(new Outgoing("one", toBruno, reply("One")), () -> {});
    platform.deliver(new Outgoing("two", toBruno, reply("Two")), () -> {});

    assertThat(teams.calls("POST"))
        .filteredOn(call -> call.path().equals("v3/conversations"))
        .hasSize(1);
    assertThat(posted()).hasSize(2);
  }

  @Test
  void opensAChatAnewThatIsGone() {
    teams.says(
        "POST",
        "v3/conversations/a%3Aanna/activities",
        FakeTeams.refusal(404, "ConversationNotFound"));

    assertThat(deliver(new Destination.Together(Set.of(ANNA)), "Hello")).isEqualTo(delivered());

    assertThat(posted()).contains("a:29:anna: Hello");
    assertThat(references.personal(ANNA)).contains(chat("a:29:anna"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ForbiddenOperationException",
        "BotNotInConversationRoster",
        "NotEnoughPermissions"
      })
  void saysWhatAnAdministratorCanDoAboutARefusal(String code) {
    teams.says("POST", ".*", FakeTeams.refusal(403, code));

    assertThat(deliver(IN_GENERAL, "News"))
        .isInstanceOfSatisfying(
            Delivery.Impossible.class,
            impossible ->
                assertThat(impossible.reason()).startsWith(code + ": ").endsWith("message."));
  }

  @Test
  void postsAgainWhatTeamsRefusedOnceItIsReplayed() {
    teams.says("POST", ".*", FakeTeams.refusal(403, "BotNotInConversationRoster"));
    deliver(IN_GENERAL, "News");
    teams.says("POST", ".*", okJson("{\"id\":\"17\"}"));

    assertThat(deliver(IN_GENERAL, "News")).isEqualTo(delivered());
  }

  @ParameterizedTest
  @ValueSource(ints = {412, 502, 503, 504})
  void triesAgainWhatTeamsWantsTriedAgain(int status) {
    teams.says("POST", ".*", aResponse().withStatus(status));
    assertThatThrownBy(() -> deliver(IN_GENERAL, "News"))
        .isInstanceOf(PlatformUnavailableException.class);
    teams.says("POST", ".*", okJson("{\"id\":\"17\"}"));

    assertThat(deliver(IN_GENERAL, "News")).isEqualTo(delivered());
  }

  @Test
  void waitsAsLongAsTeamsWants() {
    teams.says("POST", ".*", aResponse().withStatus(429).withHeader("Retry-After", "30"));

    assertThat(deliver(IN_GENERAL, "News"))
        .isEqualTo(new Delivery.Later(NOW.plusSeconds(30), "teams' rate limit"));
    teams.says("POST", ".*", okJson("{\"id\":\"17\"}"));
    clock.advance(Duration.ofSeconds(30));
    assertThat(deliver(IN_GENERAL, "News")).isEqualTo(delivered());
  }

  @Test
  void leavesItToAnAdministratorWhetherWhatNobodyAskedForIsSaidTwice() {
    teams.says("POST", ".*", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThatThrownBy(() -> deliver(IN_GENERAL, "News"))
        .isInstanceOf(PlatformUnavailableException.class);
    teams.says("POST", ".*", okJson("{\"id\":\"17\"}"));
    teams.reset();

    assertThat(deliver(IN_GENERAL, "News"))
        .isInstanceOfSatisfying(
            Delivery.Impossible.class,
            impossible -> assertThat(impossible.reason()).startsWith("InDoubt: "));
    assertThat(teams.calls()).isEmpty();
    assertThat(deliver(IN_GENERAL, "News")).isEqualTo(delivered());
    assertThat(teams.calls()).hasSize(1);
  }

  @Test
  void answersAgainWhoWaitsWhereNobodyKnowsWhetherTheyWereAnswered() {
    teams.says("POST", ".*", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThatThrownBy(() -> deliver(answer(null, null), "Bruno knows."))
        .isInstanceOf(PlatformUnavailableException.class);
    teams.says("POST", ".*", okJson("{\"id\":\"17\"}"));

    assertThat(deliver(answer(null, null), "Bruno knows.")).isEqualTo(delivered());
  }

  @Test
  void speaksInNoTenantThatItNeverHeard() {
    var stranger = new ChannelId(new WorkspaceId("other"), "19:x@thread.tacv2");

    assertThat(deliver(new Destination.InChannel(stranger), "News"))
        .isInstanceOfSatisfying(
            Delivery.Impossible.class,
            impossible -> assertThat(impossible.reason()).startsWith("NotHeard: "));
  }
}
