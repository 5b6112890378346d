package ponte.teams.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import ponte.nlp.Language;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.PlatformUnavailableException;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.teams.connector.FakeTeams;
import ponte.teams.reference.ReplyRoutes.Container;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnswersTest extends InTeams {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Block.File FILE = new Block.File("mine.json", "All about you", "{\"è\":1}");

  @Test
  void answersInTheChatOfTheTwoOfThem() {
    came("a:anna", Container.NONE, "17", "");

    assertThat(deliver(answer(null, null), "Bruno knows.")).isEqualTo(delivered());

    assertThat(posted()).containsExactly("a:anna: Bruno knows.");
  }

  @Test
  void putsTheAnswerInThePlaceOfTheCardThatWasPressed() {
    came("a:anna", Container.PERSONAL, null, "16");

    deliver(answer(null, null), "Done.");
    deliver(answer(null, null), "Done.");

    assertThat(teams.calls())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.method()).isEqualTo("PUT");
              assertThat(call.path()).isEqualTo("v3/conversations/a%3Aanna/activities/16");
            });
  }

  @Test
  void answersBesideACardThatIsToStay() {
    came("a:anna", Container.PERSONAL, null, "16");

    deliver(new Destination.Answer(REQUEST, ANNA, null, null, true), "Done.");

    assertThat(posted()).containsExactly("a:anna: Done.");
    assertThat(teams.calls()).hasSize(1);
  }

  @Test
  void postsAnewWhereTheCardIsGone() {
    came("a:anna", Container.PERSONAL, null, "16");
    teams.says("PUT", ".*", FakeTeams.refusal(404, "ActivityNotFoundInConversation"));

    assertThat(deliver(answer(null, null), "Done.")).isEqualTo(delivered());

    assertThat(posted()).containsExactly("a:anna: Done.");
  }

  @Test
  void showsAChannelNothingButThatItAnswered() {
    came(GENERAL.value(), Container.NONE, "17", "");

    assertThat(deliver(answer(GENERAL, "15"), "Bruno knows.")).isEqualTo(delivered());
    assertThat(deliver(answer(GENERAL, "15"), "Bruno knows.")).isEqualTo(delivered());

    assertThat(posted())
        .containsExactlyInAnyOrder(
            "a:anna: Bruno knows.", GENERAL.value() + ";messageid=15: I answered you in our chat.");
    assertThat(teams.calls("POST"))
        .filteredOn(call -> conversation(call.path()).endsWith(";messageid=15"))
        .extracting(call -> call.body().path("textFormat").stringValue(""))
        .containsExactly("plain");
  }

  @Test
  void showsAGroupChatNothingButThatItAnswered() {
    came("19:group@thread.v2", Container.NONE, "17", "");

    deliver(answer(null, null), "Bruno knows.");

    assertThat(posted())
        .containsExactlyInAnyOrder(
            "a:anna: Bruno knows.", "19:group@thread.v2: I answered you in our chat.");
  }

  @Test
  void saysNothingInAChannelAboutAPress() {
    came(GENERAL.value(), Container.SHARED, null, "14");

    deliver(answer(GENERAL, "14"), "Done.");

    assertThat(posted()).containsExactly("a:anna: Done.");
    assertThat(teams.calls("PUT")).isEmpty();
  }

  @Test
  void saysWhereItWasAskedHowItCanAnswerWhomItCannotWriteTo() {
    came(GENERAL.value(), Container.NONE, "17", "");
    references.forgetPersonal(ANNA);
    teams.says(
        "POST",
        "v3/conversations/a%3A29%3Aanna/activities",
        FakeTeams.refusal(403, "ForbiddenOperationException"));

    assertThat(deliver(answer(GENERAL, "15"), "Bruno knows."))
        .isInstanceOf(Delivery.Impossible.class);

    assertThat(posted())
        .contains(
            GENERAL.value()
                + ";messageid=15: I answer you alone, and cannot write to you yet. Open a chat"
                + " with me, then ask again.")
        .noneMatch(said -> said.startsWith(GENERAL.value()) && said.contains("Bruno"));
  }

  @Test
  void answersInAChannelForOnePersonWhereThatIsChosen() {
    came(GENERAL.value(), Container.NONE, "17", "");

    platform(connector, PrivateReplies.TARGETED)
        .deliver(new Outgoing("key", answer(GENERAL, "15"), reply("Bruno knows.")), () -> {});

    assertThat(teams.calls())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(conversation(call.path())).isEqualTo(GENERAL.value() + ";messageid=15");
              assertThat(call.path()).endsWith("?isTargetedActivity=true");
              assertThat(call.body().path("recipient").path("id").stringValue(""))
                  .isEqualTo("29:anna");
            });
  }

  @Test
  void answersInTheChatWhereNoMessageForOnePersonCanBe() {
    came(GENERAL.value(), Container.NONE, "17", "");
    teams.saysInTurn(
        "POST",
        "v3/conversations/19%3Aabc%40thread.tacv2.*",
        FakeTeams.refusal(400, "Bad Argument"),
        okJson("{\"id\":\"31\"}"));
    var targeted = platform(connector, PrivateReplies.TARGETED);
    var outgoing = new Outgoing("key", answer(GENERAL, "15"), reply("Bruno knows."));

    assertThat(targeted.deliver(outgoing, () -> {})).isEqualTo(delivered());
    assertThat(targeted.deliver(outgoing, () -> {})).isEqualTo(delivered());

    var there = GENERAL.value() + ";messageid=15";
    assertThat(posted())
        .as("refused there, and then told there, once, where the answer is")
        .containsExactlyInAnyOrder(
            there + ": Bruno knows.",
            "a:anna: Bruno knows.",
            there + ": I answered you in our chat.");
  }

  @Test
  void offersAFileAndPutsItInItsPlaceOnceThePersonAgrees() {
    came(GENERAL.value(), Container.NONE, "17", "");
    teams.takesFiles();
    offer();
    var offered = offered();
    assertThat(offered.path("contentType").stringValue(""))
        .isEqualTo("application/vnd.microsoft.teams.card.file.consent");
    assertThat(offered.path("content").path("sizeInBytes").asInt()).isEqualTo(8);

    files.decided(ANNA, chat("a:anna"), decision("accept"));
    files.decided(ANNA, chat("a:anna"), decision("accept"));

    assertThat(teams.uploads()).containsExactly("bytes 0-7/8 {\"è\":1}");
    assertThat(teams.calls("POST"))
        .extracting(call -> call.body().path("attachments").path(0))
        .filteredOn(
            each ->
                each.path("contentType")
                    .stringValue("")
                    .equals("application/vnd.microsoft.teams.card.file.info"))
        .extracting(info -> info.path("content").path("uniqueId").stringValue(""))
        .containsExactly("1150D938");
  }

  @Test
  void givesAFileToNobodyElseAndNotToWhoDeclined() {
    teams.takesFiles();
    offer();

    files.decided(BRUNO, chat("a:bruno"), decision("accept"));
    files.decided(ANNA, chat("a:anna"), decision("decline"));
    files.decided(ANNA, chat("a:anna"), decision("accept"));

    assertThat(teams.uploads()).isEmpty();
  }

  @Test
  void putsAFileNowhereButAmongPeoplesOwnFiles() {
    offer();

    assertThatThrownBy(
            () ->
                files.decided(
                    ANNA,
                    chat("a:anna"),
                    JSON.readTree(
                        decision("accept").toString().replace("127.0.0.1", "evil.example"))))
        .isInstanceOf(PlatformUnavailableException.class)
        .hasMessageContaining("evil.example");
  }

  @Test
  void putsAFileNowhereWithoutAnAddress() {
    offer();

    assertThatThrownBy(
            () ->
                files.decided(
                    ANNA,
                    chat("a:anna"),
                    JSON.readTree(decision("accept").toString().replace("/upload?", "/up load?"))))
        .isInstanceOf(PlatformUnavailableException.class);
    assertThat(teams.uploads()).isEmpty();
  }

  private void offer() {
    var reply = new Reply(Language.ENGLISH, List.of(FILE));
    assertThat(platform.deliver(new Outgoing("key", answer(null, null), reply), () -> {}))
        .isEqualTo(delivered());
  }

  private JsonNode offered() {
    return teams.calls("POST").stream()
        .map(call -> call.body().path("attachments").path(0))
        .filter(each -> each.path("name").stringValue("").equals("mine.json"))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode decision(String action) {
    return JSON.readTree(
        "{\"type\":\"fileUpload\",\"action\":\""
            + action
            + "\",\"context\":"
            + offered().path("content").path("acceptContext")
            + ",\"uploadInfo\":{\"contentUrl\":\"https://acme-my.sharepoint.com/mine.json\","
            + "\"name\":\"mine.json\",\"uploadUrl\":\""
            + teams.url("/upload?session=1")
            + "\",\"uniqueId\":\"1150D938\",\"fileType\":\"json\"}}");
  }

  @Test
  void postsAPictureInTheirChatOnceWhereverItWasAsked() {
    came(GENERAL.value(), Container.NONE, "17", "");
    var reply =
        new Reply(
            Language.ENGLISH,
            List.of(
                new Block.Picture("map.png", "Who talks", "Two groups of five", "iVBORw0KGgo=")));

    for (var time = 0; time < 2; time++) {
      assertThat(platform.deliver(new Outgoing("key", answer(GENERAL, "15"), reply), () -> {}))
          .isEqualTo(delivered());
    }

    assertThat(teams.calls("POST"))
        .filteredOn(
            call ->
                call.body().at("/attachments/0/contentType").stringValue("").equals("image/png"))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(conversation(call.path())).isEqualTo("a:anna");
              assertThat(call.body().at("/attachments/0/contentUrl").stringValue(""))
                  .isEqualTo("data:image/png;base64,iVBORw0KGgo=");
              assertThat(call.body().at("/attachments/0/name").stringValue(""))
                  .isEqualTo("Two groups of five");
            });
  }

  @Test
  void drawsTheHomeCardWhereItIsOpenedAndChangesItInItsPlace() {
    var home = new Destination.Home(ANNA);
    teams.saysInTurn("POST", ".*", okJson("{\"id\":\"20\"}"), okJson("{\"id\":\"30\"}"));

    assertThat(deliver(home, "Yours")).isEqualTo(delivered());
    assertThat(teams.calls()).isEmpty();

    new HomeCards(records).opened(ANNA);
    deliver(home, "Yours");
    deliver(home, "Yours, changed");
    new HomeCards(records).opened(ANNA);
    deliver(home, "Yours again");

    assertThat(teams.calls())
        .extracting(call -> call.method() + " " + call.path().replaceAll(".*/activities", ""))
        .containsExactlyInAnyOrder("POST ", "PUT /20", "POST ", "DELETE /20");
    assertThat(teams.calls("PUT").getFirst().body().path("summary").stringValue(""))
        .isEqualTo("Yours, changed");
  }
}
