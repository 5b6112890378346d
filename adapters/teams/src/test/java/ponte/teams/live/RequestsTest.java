package ponte.teams.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.command.Command;
import ponte.conversation.Event;
import ponte.nlp.Language;
import ponte.reply.Form;
import ponte.store.Codec;
import ponte.store.Queue;
import ponte.store.StoreUnavailableException;
import ponte.teams.reference.ReplyRoutes;

/** What people ask in Teams, by words, buttons, dialogs and the compose box. */
class RequestsTest {

  private static final String HELP = Codec.write(new Command.Help());
  private static final Form QUIET =
      new Form(
          "quiet-hours",
          "Quiet hours",
          List.of(new Form.Field("from", "From", "", Form.Kind.TIME, List.of(), List.of(), true)),
          "Save");

  private final Stand stand = new Stand();

  @Test
  void asksWhatIsSaidBetweenTheTwoOfThem() {
    assertThat(stand.send("message-personal")).isEqualTo(Acknowledgement.DONE);

    var asked = (Event.Request.Asked) stand.asked().getFirst();
    assertThat(asked.text()).isEqualTo("chi sa di Kafka?");
    assertThat(asked.by()).isEqualTo(Stand.MEGAN);
    assertThat(asked.place()).isEqualTo(new Event.Place(null, null, Language.ITALIAN));
    assertThat(asked.id().value()).startsWith("teams:");
    var route = stand.routes.find(Stand.TENANT, asked.id()).orElseThrow();
    assertThat(route.reference()).isEqualTo(stand.references.personal(Stand.MEGAN).orElseThrow());
    assertThat(route.activity()).isEqualTo("1485983408511");
    assertThat(route.container()).isEqualTo(ReplyRoutes.Container.NONE);
  }

  @Test
  void takesInNothingThatIsNestedTooDeepOrCountsTooFar() {
    var said = Stand.payload("message-personal");
    for (var depth : new int[] {101, 5_000, 400_000}) {
      var deep = "[".repeat(depth) + "]".repeat(depth);
      assertThat(stand.sendBody(said.replaceFirst("\\{", "{\"value\":" + deep + ",")))
          .isEqualTo(Acknowledgement.NONSENSE);
      assertThat(stand.sendBody("[".repeat(depth))).isEqualTo(Acknowledgement.NONSENSE);
    }
    var number = "{\"value\":" + "9".repeat(100_000) + ",";

    assertThat(stand.sendBody(said.replaceFirst("\\{", number)))
        .isEqualTo(Acknowledgement.NONSENSE);
    assertThat(stand.asked()).isEmpty();
  }

  @Test
  void asksInAGroupOnlyWhatIsSaidToIt() {
    stand.send("message-group");
    assertThat(stand.asked()).isEmpty();

    stand.send("message-group-mention");

    var asked = (Event.Request.Asked) stand.asked().getFirst();
    assertThat(asked.text()).isEqualTo("who knows about Kafka?");
    assertThat(asked.place().channel()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"message-personal", "message-channel-mention", "installation-add-personal"})
  void asksOnceWhatComesTwice(String file) {
    stand.send(file);
    stand.send(file);

    assertThat(stand.asked()).hasSize(1);
    assertThat(stand.watched).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"home", "Home", " impostazioni "})
  void opensAPersonsOwnPage(String words) {
    stand.sendBody(
        Stand.payload("message-personal")
            .replaceAll("\"attachments\": \\[[^\\]]*\\],", "")
            .replace("chi sa di *Kafka*?", words));

    assertThat(stand.asked().getFirst())
        .isInstanceOfSatisfying(
            Event.Request.Opened.class,
            opened -> assertThat(opened.language()).isEqualTo(Language.ITALIAN));
  }

  @Test
  void takesPresses() {
    stand.press("card-submit", HELP);

    var pressed = (Event.Request.Pressed) stand.asked().getFirst();
    assertThat(pressed.action()).isEqualTo(HELP);
    var route = stand.routes.find(Stand.TENANT, pressed.id()).orElseThrow();
    assertThat(route.pressed()).isEqualTo("1485983408000");
    assertThat(route.activity()).isNull();
    assertThat(route.container()).isEqualTo(ReplyRoutes.Container.PERSONAL);
  }

  @Test
  void takesPressesThatTeamsWaitsFor() {
    var answer = stand.press("card-action-execute", HELP);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).contains("application/vnd.microsoft.activity.message");
    assertThat(stand.asked()).hasSize(1);
  }

  @Test
  void answersWithHelpWhereNobodyKnowsWhatAButtonMeant() {
    stand.press("card-submit", "ref:forgotten");

    assertThat(((Event.Request.Pressed) stand.asked().getFirst()).action()).isEqualTo(HELP);
  }

  @Test
  void takesAFormThatStandsInACard() {
    stand.send("card-form-submit");

    var submitted = (Event.Request.Submitted) stand.asked().getFirst();
    assertThat(submitted.form()).isEqualTo("quiet-hours");
    assertThat(submitted.values()).containsEntry("from", List.of("18:00"));
  }

  @Test
  void opensAForm() {
    stand.forms.put(HELP, QUIET);

    var answer = stand.press("task-fetch", HELP);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .contains("\"continue\"")
        .contains("Quiet hours")
        .contains("Input.Time");
    assertThat(stand.asked()).isEmpty();
  }

  @Test
  void answersInChatWhereAButtonOpensNoForm() {
    var answer = stand.press("task-fetch", HELP);

    assertThat(answer.json()).contains("\"message\"").contains("chat con Ponte");
    assertThat(stand.asked()).hasSize(1);
  }

  @Test
  void takesAFormAndClosesIt() {
    var answer = stand.send("task-submit");

    assertThat(answer).isEqualTo(Acknowledgement.DONE);
    var submitted = (Event.Request.Submitted) stand.asked().getFirst();
    assertThat(submitted.values())
        .containsEntry("from", List.of("18:00"))
        .containsEntry("days", List.of("MONDAY", "TUESDAY"));
  }

  @Test
  void showsTheFormAgainWithWhatIsWrong() {
    stand.forms.put("quiet-hours", QUIET);
    stand.problems.put("from", "That is no time");

    var answer = stand.send("task-submit");

    assertThat(answer.json()).contains("That is no time").contains("18:00");
    assertThat(stand.asked()).isEmpty();
  }

  @Test
  void answersASearchAtOnce() {
    var answer = stand.send("compose-query");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).contains("composeExtension").contains("Ask Bruno, he knows");
    var question = (Event.Request.Pressed) stand.questions.getFirst();
    assertThat(Codec.read(question.action(), Command.class))
        .isEqualTo(new Command.WhoKnows("kafka"));
    assertThat(stand.asked()).isEmpty();
  }

  @Test
  void saysWhatToTypeBeforeASearch() {
    var answer = stand.send("compose-query-initial");

    assertThat(answer.json()).contains("Scrivi un argomento");
    assertThat(stand.questions).isEmpty();
  }

  @Test
  void answersAboutAMessageInADialog() {
    var answer = stand.send("compose-fetch-task");

    assertThat(answer.json()).contains("Who knows about this?").contains("Ask Bruno, he knows");
    assertThat(
            Codec.read(
                ((Event.Request.Pressed) stand.questions.getFirst()).action(), Command.class))
        .isEqualTo(new Command.WhoKnows("How do I tune Kafka consumers?"));
  }

  @Test
  void takesWhatIsPressedInThatDialog() {
    stand.press("compose-submit-action", HELP);

    assertThat(((Event.Request.Pressed) stand.asked().getFirst()).action()).isEqualTo(HELP);
  }

  @Test
  void saysWhatItDoesNotOffer() {
    assertThat(stand.send("invoke-unknown")).isEqualTo(Acknowledgement.NOT_OFFERED);
    assertThat(stand.send("typing")).isEqualTo(Acknowledgement.DONE);
  }

  @Test
  void servesNoOtherTenantThanItIsTold() {
    var strict = new Stand(Set.of("another"), Set.of());

    assertThat(strict.send("message-personal")).isEqualTo(Acknowledgement.FORBIDDEN);
    assertThat(strict.asked()).isEmpty();
    assertThat(new Stand(Set.of(Stand.TENANT.value()), Set.of()).send("message-personal"))
        .isEqualTo(Acknowledgement.DONE);
  }

  @Test
  void believesNoServiceThatIsNoneOfTeams() {
    var body =
        Stand.payload("message-personal")
            .replace("https://smba.trafficmanager.net/amer/", "https://evil.example/");

    assertThat(stand.sendBody(body)).isEqualTo(Acknowledgement.FORBIDDEN);
    assertThat(stand.references.personal(Stand.MEGAN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "null",
        "[]",
        "{\"channelId\":\"msteams\",\"serviceUrl\":\"https://smba.trafficmanager.net/amer/\"}",
        "{\"channelId\":\"msteams\",\"type\":\"message\",\"conversation\":{\"id\":\"a/b\"},\"recipient\":{\"id\":\"28:x\"}}"
      })
  void refusesWhatIsNoActivity(String body) {
    assertThat(stand.sendBody(body).status()).isIn(400, 403);
    assertThat(stand.heard()).isEmpty();
  }

  @Test
  void asksForItAgainWhileTheStoreIsAway() {
    var away =
        (Queue)
            Proxy.newProxyInstance(
                Queue.class.getClassLoader(),
                new Class<?>[] {Queue.class},
                (_, _, _) -> {
                  throw new StoreUnavailableException("away", null);
                });
    var entrance = new Stand().entrance(away, Set.of(), Set.of());

    var body = Stand.payload("message-personal").getBytes(StandardCharsets.UTF_8);
    assertThat(entrance.receive(null, _ -> body)).isEqualTo(Acknowledgement.LATER);
  }
}
